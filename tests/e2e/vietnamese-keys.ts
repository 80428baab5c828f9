import type { Locator } from '@playwright/test'

/**
 * Types as Unikey does on Windows: without composition events, it sends the plain letter, then deletes it and sends
 * the letter with its mark. A field that is controlled or reformatted while typing loses letters under this.
 * `keys` in Telex: «nguyeenx» becomes «nguyễn».
 */
export async function typeTelex(field: Locator, keys: string): Promise<void> {
  await field.focus()
  let written = ''
  for (const key of keys) {
    const next = telex(written, key)
    const common = commonStart(written, next)
    for (let i = common; i < written.length; i++) await field.press('Backspace')
    if (next.length > common) await field.page().keyboard.insertText(next.slice(common))
    written = next
  }
}

const doubled: Record<string, string> = { aa: 'â', ee: 'ê', oo: 'ô', dd: 'đ', aw: 'ă', ow: 'ơ', uw: 'ư' }
const tones: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }
const vowel = /[aăâeêioôơuưy]/i

/** The text after one more key. Enough of Telex for tests: marks on the last letter, tone on the last marked vowel. */
function telex(text: string, key: string): string {
  const last = text.at(-1) ?? ''
  const pair = doubled[last.toLowerCase() + key]
  if (pair) return text.slice(0, -1) + (last === last.toUpperCase() ? pair.toUpperCase() : pair)
  const tone = tones[key]
  if (!tone) return text + key
  const word = /[^\s]*$/.exec(text)?.[0] ?? ''
  const start = text.length - word.length
  const at = placeOfTone(word)
  if (at < 0) return text + key
  return text.slice(0, start) + word.slice(0, at) + (word[at] + tone).normalize('NFC') + word.slice(at + 1)
}

function placeOfTone(word: string): number {
  const marked = [...word].findLastIndex((letter) => /[ăâêôơư]/i.test(letter))
  return marked >= 0 ? marked : [...word].findLastIndex((letter) => vowel.test(letter))
}

function commonStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}
