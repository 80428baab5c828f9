import type { Api } from '../../src/api.ts'

/** What the examples of cases speak of, for the learners of one unit. */
export type CaseIds = {
  caseId: number
  caseVersion: number
  caseFile: number
  caseMember: number
  closedCaseId: number
  closedCaseVersion: number
  sensitiveCaseId: number
  sensitiveCaseVersion: number
}

/** Cases of one unit's learner: what its people may see carries `mark`; the sensitive one, with `hidden`, only the officers named in it. */
export async function casesOf(
  { unit, office, officers }: { unit: Api; office: Api; officers: readonly [number, number] },
  { personId, mark, hidden, file }: { personId: number; mark: string; hidden: string; file: File },
): Promise<CaseIds> {
  const raised = { personId, kind: 'schedule', learnerSees: false } as const
  const open = await unit.cases.raise({ ...raised, title: `Xin học bù ${mark}`, text: mark })
  const { files, version } = await unit.cases.attach({ caseId: open.id, file })
  const first = await office.cases.raise({ ...raised, title: `Thiếu giấy tờ ${mark}`, text: mark })
  const closed = await office.cases.solve({ caseId: first.id, version: first.version, text: mark })
  let sensitive = await office.cases.raise({ ...raised, title: hidden, text: hidden, isSensitive: true })
  for (const accountId of officers)
    sensitive = await office.cases.name({ caseId: sensitive.id, version: sensitive.version, accountId })
  return {
    caseId: open.id,
    caseVersion: version,
    caseFile: files[0]?.id ?? 0,
    caseMember: officers[1],
    closedCaseId: closed.id,
    closedCaseVersion: closed.version,
    sensitiveCaseId: sensitive.id,
    sensitiveCaseVersion: sensitive.version,
  }
}
