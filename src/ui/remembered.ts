import { type Day, yearOf } from '../pure/day.ts'
import type { Locale } from '../pure/words.ts'

// Three small choices of the reader live in cookies, so that they hold without script and on the first rendered page.
const yearCookie = 'nhip_nam'
const localeCookie = 'nhip_locale'
const columnCookie = 'nhip_cot_'
const firstYear = 1990
const lastYear = 2100

/** The year to show: `?nam=` of the address, else the one chosen last, else the year of `today`. */
export function rememberedYear(request: Request, today: Day): number {
  const asked = new URL(request.url).searchParams.get('nam')
  return readYear(asked) ?? readYear(cookies(request)[yearCookie]) ?? yearOf(today)
}

/** The cookie that keeps a language for a year. The server reads it when it makes the visit (`server/http`). */
export const localeToRemember = (locale: Locale): string => cookie(localeCookie, locale)

/** The columns chosen for the tables, by the table's name: of the cookies, and of the address for `?bang=`. */
export function chosenColumns(request: Request): Record<string, string[]> {
  const chosen: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(cookies(request)))
    if (name.startsWith(columnCookie))
      chosen[name.slice(columnCookie.length)] = value.split('.').filter(isName)
  const { searchParams } = new URL(request.url)
  const table = searchParams.get('bang')
  if (table && isName(table)) chosen[table] = searchParams.getAll('cot').filter(isName)
  return chosen
}

/** What this address asks to remember, as cookies. */
export function toRemember(request: Request): string[] {
  const { searchParams } = new URL(request.url)
  const found: string[] = []
  const year = readYear(searchParams.get('nam'))
  if (year !== null && cookies(request)[yearCookie] !== String(year))
    found.push(cookie(yearCookie, String(year)))
  const table = searchParams.get('bang')
  const columns = searchParams.getAll('cot').filter(isName)
  if (table && isName(table)) found.push(cookie(columnCookie + table, columns.join('.')))
  return found
}

function readYear(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}$/.test(text)) return null
  const year = Number(text)
  return year >= firstYear && year <= lastYear ? year : null
}

// Names of tables and columns are ours and plain; anything else in a cookie or an address is not for us.
const isName = (text: string) => /^[A-Za-z][\w-]{0,39}$/.test(text)

const cookie = (name: string, value: string) =>
  `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`

function cookies(request: Request): Record<string, string> {
  const found: Record<string, string> = {}
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    try {
      found[pair.slice(0, at).trim()] = decodeURIComponent(pair.slice(at + 1).trim())
    } catch {
      // A cookie of somebody else on this host, written in another way.
    }
  }
  return found
}
