import { randomUUID } from 'node:crypto'
import { primeroMapping } from '@setu/exchange'

interface Of {
  readonly org: string
  readonly unit: string
  readonly case: string
  readonly bridgeMapping: string
}

/** A mapping with all that a mapping has, and few enough fields that each can be tried with every wrong value. */
const fewFields = { ...primeroMapping, fields: primeroMapping.fields.slice(0, 6) }

/** One request for each address of files in and out, to other systems and from them. */
export const exchangeCalls = {
  'exchange.previewHtcds': { body: () => Buffer.from('spl_Type\nx\n') },
  'exchange.importHtcds': { body: ({ unit }: Of) => ({ preview: randomUUID(), unit }) },
  'exchange.exportHtcds': { query: () => '?format=csv' },
  'exchange.exportMoney': { query: () => '?format=csv&language=bn' },
  'bridges.view': { query: () => '?system=primero' },
  'bridges.try': { query: ({ org, unit }: Of) => `?system=primero&org=${org}&unit=${unit}` },
  'bridges.send': {
    body: ({ org, unit, case: id }: Of) => ({
      system: 'primero',
      to: { org, unit },
      cases: [{ org, case: id }],
    }),
  },
  'bridges.file': { query: () => `?sending=${randomUUID()}&format=json` },
  'bridges.preview': {
    query: () => '?system=primero',
    body: () => Buffer.from('[{"id":"1","name":"x"}]'),
  },
  'bridges.mappings': { query: () => '?system=primero' },
  'bridges.proposeMapping': {
    body: () => ({ id: randomUUID(), system: 'primero', mapping: fewFields }),
  },
  'bridges.answerMapping': {
    body: ({ bridgeMapping }: Of) => ({ id: bridgeMapping, base: 1, answer: 'decline' }),
  },
} as const
