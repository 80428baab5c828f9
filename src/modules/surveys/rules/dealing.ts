/*
 * A class with forty lecturer-and-topic pairs does not make a sheet of two hundred questions: there are several sheets, each asks
 * about some of the pairs, and every pair stands in equally many of them. Why they are dealt as they are: docs/decisions/0018.
 */

type Kind = { kind: string }

/** What is asked once for the whole course stands on every sheet. */
const isLong = ({ kind }: Kind) => kind === 'lecturer' || kind === 'topic'

const countOf = (subjects: readonly Kind[], kind: string) =>
  subjects.filter((one) => one.kind === kind).length

/** How many different sheets there are so that none asks about more than `most` lecturers, nor more than `most` topics. */
export function sheetsOf(subjects: readonly Kind[], most: number | null): number {
  if (most === null) return 1
  const longest = Math.max(countOf(subjects, 'lecturer'), countOf(subjects, 'topic'))
  return Math.max(1, Math.ceil(longest / most))
}

/** On how many of the sheets each subject of a kind stands. */
export function timesAsked(subjects: readonly Kind[], kind: string, most: number | null): number {
  const sheets = sheetsOf(subjects, most)
  return most === null
    ? 1
    : Math.min(sheets, Math.floor((most * sheets) / Math.max(1, countOf(subjects, kind))))
}

/**
 * What the sheet of a number (0, 1, 2 …) asks about, in the order of the subjects: a window that goes round, as wide that each
 * subject of the kind stands on equally many sheets.
 */
export function onSheet<S extends Kind>(subjects: readonly S[], most: number | null, sheet: number): S[] {
  const sheets = sheetsOf(subjects, most)
  const place = new Map<string, number>()
  return subjects.filter((one) => {
    if (!isLong(one)) return true
    const n = countOf(subjects, one.kind)
    const times = timesAsked(subjects, one.kind, most)
    if (times >= sheets) return true
    const at = place.get(one.kind) ?? 0
    place.set(one.kind, at + 1)
    const from = Math.floor((sheet * n) / sheets)
    const until = Math.floor(((sheet + times) * n) / sheets)
    return (at >= from && at < until) || at + n < until
  })
}

/** How many answers a subject of the longest kind gets when `expected` learners answer: whole, rounded down. */
export function expectedEach(subjects: readonly Kind[], most: number | null, expected: number): number {
  const sheets = sheetsOf(subjects, most)
  const longest = countOf(subjects, 'lecturer') >= countOf(subjects, 'topic') ? 'lecturer' : 'topic'
  return Math.floor((expected * timesAsked(subjects, longest, most)) / sheets)
}

/** A pack in which each sheet lies twice: whoever opens one before and after somebody else cannot tell which one that was. */
const copies = 2

/**
 * Deals sheets of campaigns as from a shuffled pack: after each pack every sheet was opened equally often. The packs are in this
 * process's memory only; a new process begins new ones.
 */
export function dealer(random: (below: number) => number): (campaignId: number, sheets: number) => number {
  const packs = new Map<number, number[]>()
  return (campaignId, sheets) => {
    if (sheets <= 1) return 0
    let pack = packs.get(campaignId)
    if (!pack || pack.length === 0) pack = Array.from({ length: copies * sheets }, (_, i) => i % sheets)
    const [dealt] = pack.splice(random(pack.length), 1)
    packs.set(campaignId, pack)
    return dealt ?? 0
  }
}
