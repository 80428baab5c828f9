import type { Locale } from '../../pure/words.ts'
import type { Criterion, Verdict } from './contract/verdict.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** Of which of the three questions a criterion is a part: đúng đối tượng, đủ tiêu chuẩn, rõ nguồn quy hoạch. */
export const ofPart = (criterion: Criterion): 'TARGET_GROUP' | 'STANDARDS' | 'PLANNING_SOURCE' =>
  criterion === 'targetGroup'
    ? 'TARGET_GROUP'
    : criterion === 'planningSource'
      ? 'PLANNING_SOURCE'
      : 'STANDARDS'

/** A verdict in sentences, for files and the command line. */
export function sayVerdict(
  verdict: Verdict,
  locale: Locale,
): { evidence: string; source: string; todo: string } {
  const w = locale === 'vi' ? vi : en
  const { evidence, source, missing, from, waivedBy } = verdict
  return {
    evidence: [
      evidence ? w.evidence[evidence.code](evidence.params) : w.hidden,
      waivedBy ? w.waivedBy(waivedBy) : '',
    ]
      .filter(Boolean)
      .join(' '),
    source: source ? w.source({ ...source, toConfirm: source.tag === 'toConfirm' }) : '',
    todo: missing && from ? w.todo({ missing: w.missing[missing], from: w.from[from] }) : '',
  }
}
