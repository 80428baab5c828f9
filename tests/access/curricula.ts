import { workbook } from '../workbook.ts'
import type { World } from '../world.ts'

/** What the examples of curricula speak of: what all may read, a draft that the unit was invited to, one that lies with the council. */
export type CurriculaIds = {
  approvedCurriculumId: number
  draftCurriculumId: number
  draftTopicId: number
  draftPartId: number
  submittedCurriculumId: number
  frameId: number
  appraisalId: number
  councilMemberId: number
  situationId: number
  situationFile: number
  draftFrameId: number
  curriculumCommentId: number
  curriculumProposalId: number
}

type Marks = { mark: string; common: string }

/** Versions of a programme: those that are approved carry `common`, drafts that the unit works on `mark`. */
export async function curriculaOf(
  { rows }: World,
  programmeId: number,
  unitId: number,
  byId: number,
  { mark, common }: Marks,
): Promise<CurriculaIds> {
  const one = async (text: string, ...values: unknown[]): Promise<number> =>
    (await rows<{ id: number }>(text, values))[0]?.id ?? 0
  const version = async (kind: string, number: number, title: string, frameId: number | null) => {
    const id = await one(
      `insert into curriculum (programme_id, kind, number, title, frame_id, made_by) values ($1, $2, $3, $4, $5, $6) returning id`,
      programmeId,
      kind,
      number,
      `Phiên bản ${title}`,
      frameId,
      byId,
    )
    const part = await one(
      `insert into curriculum_item (curriculum_id, kind, position, title) values ($1, 'part', 1, $2) returning id`,
      id,
      `Khối ${title}`,
    )
    const topic = await one(
      `insert into curriculum_item (curriculum_id, parent_id, kind, position, title, theory_hours)
       values ($1, $2, 'topic', 1, $3, 4) returning id`,
      id,
      part,
      `Chuyên đề ${title}`,
    )
    return { id, part, topic }
  }
  const approve = (id: number) =>
    rows(
      `update curriculum set state = 'approved', decided_by = $2, decided_at = now(), document_number = '1', document_on = '2026-01-01',
         document_by = 'Trường', from_on = '2026-01-01' where id = $1`,
      [id, byId],
    )
  const submit = (id: number) =>
    rows(
      `update curriculum set state = 'submitted', submitted_by = (select min(id) from account), submitted_at = now() where id = $1`,
      [id],
    )
  const invite = (id: number) =>
    rows(`insert into curriculum_collaborator (curriculum_id, unit_id, may_edit) values ($1, $2, true)`, [
      id,
      unitId,
    ])
  const frame = await version('frame', 1, common, null)
  await rows(
    `insert into curriculum_limit (curriculum_id, kind, allows, source) values ($1, 'drop', false, $2)`,
    [frame.id, common],
  )
  await approve(frame.id)
  const approved = await version('school', 1, common, frame.id)
  await submit(approved.id)
  await rows(
    `insert into curriculum_appraisal (curriculum_id, round, result, conclusion) values ($1, 1, 'pass', $2)`,
    [approved.id, common],
  )
  await approve(approved.id)
  const draft = await version('school', 2, mark, frame.id)
  await invite(draft.id)
  const submitted = await version('school', 3, mark, frame.id)
  await submit(submitted.id)
  await invite(submitted.id)
  const draftFrame = await version('frame', 2, mark, null)
  const text = JSON.stringify({
    title: mark,
    outcomes: '',
    hours: { theory: 1, discussion: 0, practice: 0, field: 0, selfStudy: 0, report: 0, exam: 0 },
  })
  const proposal = await one(
    `insert into curriculum_proposal (curriculum_id, lineage_id, base, proposed, reason, unit_id, made_by)
     select $1, lineage_id, $3, $3, $4, $5, $6 from curriculum_item where id = $2 returning id`,
    draft.id,
    draft.topic,
    text,
    mark,
    unitId,
    byId,
  )
  const comment = await one(
    `insert into curriculum_comment (curriculum_id, text, made_by) values ($1, $2, $3) returning id`,
    draft.id,
    `Góp ý ${mark}`,
    byId,
  )
  await rows(
    `insert into curriculum_change (curriculum_id, act, reason, made_by) values ($1, 'about', $2, $3)`,
    [draft.id, mark, byId],
  )
  const appraisalId = await one(
    `insert into curriculum_appraisal (curriculum_id, round, result, conclusion) values ($1, 1, 'pass', $2) returning id`,
    submitted.id,
    mark,
  )
  const councilMemberId = await one(
    `insert into curriculum_council_member (appraisal_id, name, role) values ($1, $2, 'chair') returning id`,
    appraisalId,
    mark,
  )
  // The school's people sit in the council with their accounts: each gives the own opinion.
  await rows(
    `insert into curriculum_council_member (appraisal_id, name, role, account_id)
     select distinct $1::bigint, 'Ủy viên ' || g.account_id, 'member', g.account_id from role_grant g
     where not exists (select from role_grant o where o.account_id = g.account_id and o.unit_id is not null)`,
    [appraisalId],
  )
  const situationId = await one(
    `insert into situation (title, search_key, sort_key, text, kind, unit_id, made_by)
     values ($1, '', '', $1, 'situation', $2, $3) returning id`,
    `Tình huống ${common}`,
    unitId,
    byId,
  )
  await rows(
    `insert into situation_topic (situation_id, lineage_id) select $1, lineage_id from curriculum_item where id = $2`,
    [situationId, approved.topic],
  )
  const situationFile = await one(
    `insert into kept_file (subject_kind, subject_id, name, type, size_bytes, sha256, made_by)
     values ('situation', $1, $2, 'xlsx', 5, repeat('a', 64), $3) returning id`,
    situationId,
    `${common}.xlsx`,
    byId,
  )
  await rows(`insert into kept_content (file_id, bytes) values ($1, $2)`, [
    situationFile,
    Buffer.from(workbook({ name: 'Tình huống', rows: [[common]] })),
  ])
  return {
    appraisalId,
    councilMemberId,
    situationId,
    situationFile,
    curriculumProposalId: proposal,
    curriculumCommentId: comment,
    draftFrameId: draftFrame.id,
    approvedCurriculumId: approved.id,
    draftCurriculumId: draft.id,
    draftTopicId: draft.topic,
    draftPartId: draft.part,
    submittedCurriculumId: submitted.id,
    frameId: frame.id,
  }
}
