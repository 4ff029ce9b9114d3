/**
 * @typedef {{ p50: number, p95: number, perSecond: number }} Figures times in milliseconds
 * @typedef {() => Promise<void>} Ask one request, or the bare statements for the same rows
 * @typedef {{ setu: Figures, bare: Figures, times: number }} Pair times: how often bare statements fit into the time of ours
 */

const rounds = 4

/**
 * Measures the product beside bare statements: turn by turn in short rounds, so that whatever else the
 * machine does meets both alike. The first requests of each are not counted.
 *
 * @param {{ setu: Ask, bare: Ask, together: number, requests: number }} what
 * @returns {Promise<Pair>}
 */
export async function sideBySide({ setu, bare, together, requests }) {
  const sides = { setu: { ask: setu, ...nothing() }, bare: { ask: bare, ...nothing() } }
  const each = Math.ceil(requests / rounds)
  for (const { ask } of Object.values(sides)) await loop(ask, together, Math.ceil(each / 2))
  for (let round = 0; round < rounds; round += 1) {
    for (const side of Object.values(sides)) {
      const { took, seconds } = await loop(side.ask, together, each)
      side.took.push(...took)
      side.seconds += seconds
    }
  }
  const [ours, theirs] = [figuresOf(sides.setu), figuresOf(sides.bare)]
  return { setu: ours, bare: theirs, times: theirs.perSecond / ours.perSecond }
}

/** @returns {{ took: number[], seconds: number }} */
function nothing() {
  return { took: [], seconds: 0 }
}

/**
 * So many at once, each asking again as soon as it was answered, until all requests are made.
 *
 * @param {Ask} ask
 * @param {number} together
 * @param {number} requests
 */
async function loop(ask, together, requests) {
  /** @type {number[]} */
  const took = []
  let left = requests
  const begun = performance.now()
  const one = async () => {
    while (left > 0) {
      left -= 1
      const from = performance.now()
      await ask()
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: together }, one))
  return { took, seconds: (performance.now() - begun) / 1000 }
}

/** @param {{ took: number[], seconds: number }} measured */
function figuresOf({ took, seconds }) {
  const sorted = took.toSorted((a, b) => a - b)
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond: took.length / seconds }
}
