/**
 * The text as it is stored: composed (NFC, so that Mac and Windows give the same), without zero-width signs, blanks
 * of every kind as one space, none at the ends. The spelling stays the writer's.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Lower case without any diacritic; đ becomes d, also the eth 'Ð' of old files. 'Đào tạo' → 'dao tao'. */
export function fold(text: string): string {
  return tidy(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .normalize('NFC')
}

/**
 * What search compares, on both sides: folded, y as i (quý and quí are one word), everything but letters and digits as
 * a space. So neither '%' nor '_' of a typed word can reach LIKE.
 */
export function searchKey(text: string): string {
  return fold(text)
    .replace(/y/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The order of the Vietnamese alphabet as a string that sorts by bytes (`COLLATE "C"`, or `<` in TypeScript): first the
 * letters (a ă â … d đ …), then the tones (none, huyền, hỏi, ngã, sắc, nặng), then small before capital. The same as
 * `Intl.Collator('vi')` on Vietnamese words, and independent of the ICU version of a database.
 */
export function sortKey(text: string): string {
  const weights = weigh(tidy(text))
  return [weights.letters, weights.tones, weights.cases].join(separator)
}

/**
 * The order of lists of people: given name, then family name, then middle names. The given name is the last word unless
 * the person says otherwise (`givenNameOverride`, for names of other peoples and religious names).
 */
export function nameSortKey(fullName: string, givenNameOverride?: string | null): string {
  const name = splitName(fullName, givenNameOverride)
  const given = weigh(name.given)
  const family = weigh(name.family)
  const middle = weigh(name.middle)
  return [
    given.letters,
    given.tones,
    family.letters,
    family.tones,
    middle.letters,
    middle.tones,
    // Last of all, so that «AN» and «An» stand side by side.
    given.cases,
    family.cases,
    middle.cases,
  ].join(separator)
}

/** The given name: the last word. 'Nguyễn Thị Ánh' → 'Ánh'. */
export const givenName = (fullName: string): string => splitName(fullName).given

function splitName(
  fullName: string,
  override?: string | null,
): { given: string; family: string; middle: string } {
  const words = tidy(fullName).split(' ')
  const chosen = override ? tidy(override) : ''
  if (chosen === '') {
    const given = words.pop() ?? ''
    return { given, family: words[0] ?? '', middle: words.slice(1).join(' ') }
  }
  const parts = chosen.split(' ')
  const start = words.findIndex((_, i) => parts.every((part, k) => words[i + k] === part))
  const rest = start < 0 ? words : words.toSpliced(start, parts.length)
  return { given: chosen, family: rest[0] ?? '', middle: rest.slice(1).join(' ') }
}

// Below every sign that a weight is written with, so that the shorter of two equal beginnings comes first.
const separator = '\u0001'

const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const punctuation = '_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$'
const toneOf: Record<string, string> = {
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0301': '5',
  '\u0323': '6',
}

/** One sign a character in each of the three strings; '1' (no tone, small) is left out at the end. */
function weigh(text: string): { letters: string; tones: string; cases: string } {
  let letters = ''
  let tones = ''
  let cases = ''
  for (const character of text) {
    const small = character.toLowerCase()
    let tone = '1'
    let rest = ''
    for (const mark of small.normalize('NFD')) {
      const found = toneOf[mark]
      if (found) tone = found
      else rest += mark
    }
    const base = rest.normalize('NFC').replace('ð', 'đ')
    if (letterWeight(base) === undefined && base.length > 0) {
      // A letter of another alphabet with a mark of its own (ü, ç): the bare letter, and the mark as a tone beyond ours.
      const bare = base.normalize('NFD').replace(/\p{M}+/gu, '')
      letters += letterWeight(bare) ?? `~${bare}`
      tone = '7'
    } else letters += letterWeight(base) ?? ''
    tones += tone
    cases += small === character ? '1' : '2'
  }
  return { letters, tones: tones.replace(/1+$/, ''), cases: cases.replace(/1+$/, '') }
}

/** Space, then punctuation (typographic signs last among it), then digits, then the 33 letters; undefined for anything else. */
function letterWeight(base: string): string | undefined {
  if (base === ' ') return '\u0002'
  if (/^\d$/.test(base)) return base
  const letter = base.length === 1 ? alphabet.indexOf(base) : -1
  if (letter >= 0) return String.fromCharCode(0x41 + letter)
  const sign = base.length === 1 ? punctuation.indexOf(base) : -1
  if (sign >= 0) return String.fromCharCode(0x03 + sign)
  return /^[\p{P}\p{S}]$/u.test(base) ? '\u002f' : undefined
}
