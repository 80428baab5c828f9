/** What a browser says of itself, in two words that somebody recognises; null where it says nothing known. */
export function deviceOf(userAgent: string): { browser: string; system: string } | null {
  const browser = first(browsers, userAgent)
  const system = first(systems, userAgent)
  return browser && system ? { browser, system } : null
}

// In this order: each names those below it as well.
const browsers: [string, RegExp][] = [
  ['Cốc Cốc', /coc_coc_browser/],
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Zalo', /Zalo/i],
  ['Chrome', /(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /Safari\//],
]

const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

const first = (among: [string, RegExp][], text: string) => among.find(([, is]) => is.test(text))?.[0]
