import { type FtmProblem, readFtm, tellFtmProblem } from '@setu/exchange'
import type { NetworkPreview } from '@setu/records/api'
import { codesOf, networkKinds } from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import { type NetworkRef, needNetwork, needRoom } from '../../prosecution/index.ts'
import { mostRowsInDemo } from '../htcds/preview-file.ts'
import { networkPreviews } from './network-previews.ts'

const mostListed = 500

const gravity = { refusal: 0, error: 1, warning: 2, note: 3 } as const

function problemView(problem: FtmProblem): NetworkPreview['problems'][number] {
  const { line, code, weight, about } = problem
  const { property } = about
  return {
    line,
    code,
    property: typeof property === 'string' ? property : null,
    weight,
    message: { en: tellFtmProblem(problem, 'en'), bn: tellFtmProblem(problem, 'bn') },
  }
}

/** What stops a file stands before what does not, each in the order of the file as it was read. */
const gravestFirst = (problems: readonly FtmProblem[]): readonly FtmProblem[] =>
  problems.toSorted((one, other) => gravity[one.weight] - gravity[other.weight])

/**
 * Looks through a file of entities and says all that is to be said about it. Nothing is stored; a file without errors
 * is held in memory for as long as somebody needs to decide.
 */
export async function previewNetwork(work: Work, at: NetworkRef, bytes: Uint8Array): Promise<NetworkPreview> {
  await needNetwork(work, at)
  const { nodes, links, problems, told, errors } = readFtm(bytes)
  if (work.demo && nodes.length > mostRowsInDemo) throw new Problem('demo-refuses')
  await needRoom(work, at, { nodes, links })
  const ready = errors === 0 && nodes.length > 0
  const network = { nodes, links }
  const counts = codesOf(networkKinds).map((kind) => ({
    kind,
    count: nodes.filter((node) => node.kind === kind).length,
  }))
  work.counted(nodes.length)
  return {
    preview: ready ? networkPreviews.keep(work, { at, network }, bytes.length) : null,
    ready,
    nodes: counts.filter(({ count }) => count > 0),
    ties: links.length,
    problems: gravestFirst(problems).slice(0, mostListed).map(problemView),
    problemCount: told,
  }
}
