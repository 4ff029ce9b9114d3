import { type FtmProblem, readFtm, tellFtmProblem } from '@setu/exchange'
import type { NetworkPreview } from '@setu/records/api'
import { codesOf, networkKinds } from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import { type NetworkRef, needNetwork, needRoom } from '../../prosecution/index.ts'
import { mostRowsInDemo } from '../htcds/preview-file.ts'
import { networkPreviews } from './network-previews.ts'

const mostListed = 500

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

/**
 * Looks through a file of entities and says all that is to be said about it. Nothing is stored; a file without errors
 * is held in memory for as long as somebody needs to decide.
 */
export async function previewNetwork(work: Work, at: NetworkRef, bytes: Uint8Array): Promise<NetworkPreview> {
  await needNetwork(work, at)
  const { nodes, links, problems } = readFtm(bytes)
  if (work.demo && nodes.length > mostRowsInDemo) throw new Problem('demo-refuses')
  await needRoom(work, at, { nodes, links })
  const sound = problems.every(({ weight }) => weight === 'warning' || weight === 'note')
  const ready = sound && nodes.length > 0
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
    problems: problems.slice(0, mostListed).map(problemView),
    problemCount: problems.length,
  }
}
