/** What a line of a plan is about, as far as a line of a period can cover it. */
export type Subject = { programmeId: number | null; groupCode: string; modeCode: string }

/**
 * The line of a period that covers a line of a year (or a class): of the same programme and mode; of the programme in any mode
 * (`none`); of the whole group in that mode; of the whole group. The most exact one takes it, so that nothing counts twice.
 */
export function coveringLine<L extends Subject>(lines: readonly L[], one: Subject): L | undefined {
  const mode = (line: L) => (line.modeCode === one.modeCode ? 1 : line.modeCode === 'none' ? 0 : -1)
  const about = (line: L) =>
    line.programmeId === null
      ? line.groupCode === one.groupCode
        ? 0
        : -1
      : line.programmeId === one.programmeId
        ? 2
        : -1
  return lines
    .filter((line) => mode(line) >= 0 && about(line) >= 0)
    .toSorted((a, b) => about(b) + mode(b) - (about(a) + mode(a)))[0]
}
