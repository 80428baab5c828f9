import type { Api } from '../../src/api.ts'
import type { World } from '../world.ts'

/** What the examples of field study speak of, for one unit that receives classes. */
export type VisitIds = {
  hostId: number
  draftVisitId: number
  fieldStudyId: number
  visitVersion: number
  heldVisitId: number
  heldVisitVersion: number
  visitFile: number
}

/** A host of one unit with visits: what its people may see carries `mark`, what is the school's own (drafts, money) `hidden`. */
export async function visitsOf(
  { rows }: World,
  office: Api,
  {
    unitId,
    classId,
    mark,
    hidden,
    file,
  }: { unitId: number; classId: number; mark: string; hidden: string; file: File },
): Promise<VisitIds> {
  const { id: hostId } = await office.fieldStudies.makeHost({
    name: `Nơi đón ${mark}`,
    unitId,
    place: mark,
    topics: mark,
    contact: mark,
    note: mark,
  })
  const aVisit = async (state: string, fromOn: string, text: string) => {
    const [row] = await rows<{ id: number }>(
      `insert into field_study (class_id, host_id, kind, title, during, people, programme, state, asked_at, answer_by, made_by)
       values ($1, $2, 'study', $3, daterange($4::date, $4::date, '[]'), 30, $3, $5, case when $5 <> 'draft' then now() end, $4::date, 1)
       returning id`,
      [classId, hostId, text, fromOn, state],
    )
    return row?.id ?? 0
  }
  const draftVisitId = await aVisit('draft', '2026-12-21', hidden)
  const fieldStudyId = await aVisit('agreed', '2026-11-24', mark)
  const heldVisitId = await aVisit('held', '2026-10-05', mark)
  const costed = await office.fieldStudies.setCosts({
    fieldStudyId,
    version: 1,
    costs: [{ item: hidden, plannedDong: 1_000_000, source: hidden }],
  })
  const { files } = await office.fieldStudies.attach({ fieldStudyId, file })
  return {
    hostId,
    draftVisitId,
    fieldStudyId,
    visitVersion: costed.version,
    heldVisitId,
    heldVisitVersion: 1,
    visitFile: files[0]?.id ?? 0,
  }
}
