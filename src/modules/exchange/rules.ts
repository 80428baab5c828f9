/**
 * For how many days the content of a file is kept after it was written, put aside, or last looked at. The files hold personal
 * data, which are kept no longer than they are needed for (Luật 91/2025/QH15): a month covers the questions that come with the
 * month's report; afterwards the run's own report says what each row was, and the office has the file itself.
 */
export const fileKeptDays = 30

/**
 * Why somebody may not have the file with the column of errors, as the code of a problem; null when they may. A file that
 * holds what is shown for a reason only goes back to nobody but its sender.
 */
export function refusalOfFile(
  run: { madeById: number; madeBy: string; fileDeletedOn: string | null },
  about: { holdsMasked: boolean; accountId: number },
): { code: string; params: Record<string, unknown> } | null {
  if (run.fileDeletedOn !== null)
    return { code: 'exchange.fileDeleted', params: { on: run.fileDeletedOn, days: fileKeptDays } }
  if (about.holdsMasked && run.madeById !== about.accountId)
    return { code: 'exchange.onlyToSender', params: { name: run.madeBy } }
  return null
}

/** Why a checked file may not be written, as the code of a problem; null when it may. */
export function refusalOfApply(run: {
  state: 'checked' | 'applied' | 'withdrawn'
  counts: { wrong: number; add: number; change: number; drop: number }
}): { code: string; params: Record<string, unknown> } | null {
  if (run.state === 'applied') return { code: 'exchange.alreadyApplied', params: {} }
  if (run.state === 'withdrawn') return { code: 'exchange.withdrawn', params: {} }
  if (run.counts.wrong > 0) return { code: 'exchange.hasErrors', params: { rows: run.counts.wrong } }
  if (run.counts.add + run.counts.change + run.counts.drop === 0)
    return { code: 'exchange.nothingNew', params: {} }
  return null
}
