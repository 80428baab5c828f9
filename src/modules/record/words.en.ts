import type { Words } from '../../pure/words.ts'
import type { vi } from './words.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Record of changes',
  lead: (p) => `${p.lines} lines in ${p.seals} seals. The record is intact: no line was rewritten.`,
  leadUnchecked: 'Who changed what, when, from what to what. The record can only be added to.',
  broken: (p) =>
    `The record is broken at seal ${p.seal}, line ${p.line}: ${p.fault}. Tell the administrator and compare with a copy.`,
  verify: 'Verify the chain of seals',
  head: (p) => `Head of the chain: number ${p.number}, ${p.hash}`,
  search: 'Table or procedure',
  fromOn: 'From',
  untilOn: 'Until',
  madeAt: 'At',
  who: 'Who',
  what: 'Act',
  record: 'Row',
  change: 'Change',
  reason: 'Reason',
  nobody: 'the system',
  emptyTitle: 'No line matches',
  emptyText: 'Every change of data stands here. Loosen the filter.',
  actions: { insert: 'added', update: 'changed', delete: 'deleted', read: 'read sensitive data' },
  faults: {
    'line.changed': 'a line was changed',
    'line.missing': 'a line is missing',
    'line.unsealed': 'there is a line without a seal',
    'seal.missing': 'a seal is missing',
    'seal.unchained': 'a seal does not follow the one before',
    'seal.changed': 'a seal was changed',
  },
  problems: {
    'record.appendOnly': 'The record can only be added to, never changed or deleted.',
    'record.notAHead': (p) => `The file ${p.file} is not a head written by “nhip verify --save”.`,
  },
}
