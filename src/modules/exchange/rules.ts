/** Why a checked file may not be written, as the code of a problem; null when it may. */
export function refusalOfApply(run: {
  state: 'checked' | 'applied' | 'withdrawn'
  counts: { wrong: number; add: number; change: number }
}): { code: string; params: Record<string, unknown> } | null {
  if (run.state === 'applied') return { code: 'exchange.alreadyApplied', params: {} }
  if (run.state === 'withdrawn') return { code: 'exchange.withdrawn', params: {} }
  if (run.counts.wrong > 0) return { code: 'exchange.hasErrors', params: { rows: run.counts.wrong } }
  if (run.counts.add + run.counts.change === 0) return { code: 'exchange.nothingNew', params: {} }
  return null
}
