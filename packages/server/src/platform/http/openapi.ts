import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

type Json = Record<string, unknown>

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  })
  return schema
}

function parametersOf(shape: z.ZodType | null, place: 'path' | 'query'): Json[] {
  if (shape === null) return []
  const schema = schemaOf(shape, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: of,
  }))
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.body === null) return {}
  if (endpoint.body === 'bytes') {
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  }
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
    },
  }
}

function answerOf(endpoint: Endpoint): Json {
  if (endpoint.kind === 'download') return { '200': { description: 'The file' } }
  if (endpoint.answers === null) return { '204': { description: 'Done' } }
  const content = { 'application/json': { schema: schemaOf(endpoint.answers, 'output') } }
  return { [endpoint.method === 'GET' ? '200' : '2XX']: { description: 'The answer', content } }
}

/** The API as an OpenAPI 3.1 document; each entry says which part it touches, for which relations and roles. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    const entry = {
      operationId: endpoint.name,
      summary: endpoint.summary,
      parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
      ...bodyOf(endpoint),
      responses: {
        ...answerOf(endpoint),
        default: {
          description: 'A refusal',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Refusal' } } },
        },
      },
      'x-setu': endpoint.access,
    }
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: entry }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Setu', version, license: { name: 'Apache-2.0' } },
    paths,
    components: {
      schemas: {
        Refusal: {
          type: 'object',
          required: ['type', 'code', 'status', 'title', 'number', 'about'],
          properties: {
            type: { type: 'string' },
            code: { type: 'string' },
            status: { type: 'integer' },
            number: { type: 'string' },
            title: { type: 'object' },
            about: { type: 'object' },
            fields: { type: 'array' },
            current: { type: 'object' },
          },
        },
      },
    },
  }
}
