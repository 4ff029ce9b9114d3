type Clue = readonly [name: string, sign: RegExp]

/** Browsers name their forebears too, so the more particular ones are asked for first. */
const browsers: readonly Clue[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|Opera)\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['Safari', /\bSafari\//],
]

const systems: readonly Clue[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\b(Linux|X11)\b/],
]

function named(clues: readonly Clue[], agent: string): string | undefined {
  return clues.find(([, sign]) => sign.test(agent))?.[0]
}

/** Enough to know one's own device again in a list, and no more: a browser's full name tells people apart. */
export function deviceName(agent: string): string {
  return [named(browsers, agent), named(systems, agent)].filter((name) => name !== undefined).join(', ')
}
