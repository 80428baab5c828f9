import type { Api } from '../../src/api.ts'

/** What the examples of the corps of lecturers speak of. The guest and the proposal are a unit's; the dossiers the school's. */
export type CorpsIds = {
  /** A guest whose main post is at the unit, approved; the post is another since, so that there is a question. */
  guestId: number
  /** A guest in no dossier. */
  freeGuestId: number
  lecturerPostId: number
  degreeId: number
  documentId: number
  categoryCode: string
  approvalId: number
  newPostId: number
  proposalId: number
  proposalVersion: number
  draftDossierId: number
  draftDossierVersion: number
  guestItemId: number
  submittedDossierId: number
  submittedDossierVersion: number
}

const day = (text: string) => text
const period = { wishFromOn: day('2027-01-01'), wishLastOn: day('2029-12-31') }

/** `mark` stands in what the unit may see, `hidden` in what is the school's alone. */
export async function corpsOf(
  { office, unit }: { office: Api; unit: Api },
  unitId: number,
  code: string,
  { mark, hidden, common }: { mark: string; hidden: string; common: string },
  document: File,
): Promise<CorpsIds> {
  const { lecturers } = office
  const aGuest = async (no: number) => {
    const { id } = await lecturers.make({
      code: `${code}${no}`,
      name: `Khách ${mark} ${no}`,
      isGuest: true,
      categoryCode: 'department',
      fields: ['LLCS'],
      note: hidden,
    })
    await lecturers.addPost({ lecturerId: id, title: `Giám đốc ${mark}`, unitId, fromOn: '2025-08-01' })
    return id
  }
  const [guestId, freeGuestId, draftGuest, sentGuest] = [
    await aGuest(1),
    await aGuest(2),
    await aGuest(3),
    await aGuest(4),
  ]
  await lecturers.setContact({ lecturerId: guestId, phone: '0901 234 567', email: 'khach@thu-nghiem.vn' })
  await lecturers.addDegree({ lecturerId: guestId, kind: 'degree', name: `Tiến sĩ ${hidden}` })
  await lecturers.recordApproval({
    lecturerId: guestId,
    documentNumber: '12-QĐ/TU',
    documentOn: '2025-09-01',
    signedBy: `Phó Bí thư`,
    fromOn: '2025-09-01',
    lastOn: '2027-08-31',
  })
  const moved = await lecturers.addPost({
    lecturerId: guestId,
    title: `Phó Giám đốc ${mark}`,
    unitId,
    fromOn: '2026-06-01',
  })
  const kept = await lecturers.attach({
    lecturerId: guestId,
    title: `Bài giảng ${hidden}`,
    kind: 'lecture',
    file: new File([await document.arrayBuffer()], `Bài giảng ${hidden}.docx`),
  })
  const [approval] = await lecturers.approvals({ lecturerId: guestId })
  const category = await lecturers.makeCategory({
    code: `${code}Nhom`,
    name: `Nhóm ${common}`,
    nameEn: `Kind ${common}`,
  })
  const proposal = await unit.lecturers.propose({
    unitId,
    name: `Người được đề nghị ${mark}`,
    categoryCode: 'department',
    title: 'Trưởng phòng',
    titleFromOn: '2025-07-01',
    fields: ['LLCS'],
    grounds: mark,
  })
  const aDossier = async (guest: number) => {
    const made = await lecturers.makeDossier({ title: `Hồ sơ ${hidden} ${guest}`, addressee: hidden })
    return lecturers.addGuests({ dossierId: made.id, lecturerIds: [guest], ...period })
  }
  const draft = await aDossier(draftGuest)
  const ready = await aDossier(sentGuest)
  const submitted = await lecturers.submitDossier({ dossierId: ready.id, version: ready.version })
  return {
    guestId,
    freeGuestId,
    lecturerPostId: moved.posts[0]?.id ?? 0,
    newPostId: moved.posts[0]?.id ?? 0,
    degreeId: moved.degrees[0]?.id ?? 0,
    documentId: kept.documents[0]?.id ?? 0,
    categoryCode: category.code,
    approvalId: approval?.id ?? 0,
    proposalId: proposal.id,
    proposalVersion: proposal.version,
    draftDossierId: draft.id,
    draftDossierVersion: draft.version,
    guestItemId: draft.items[0]?.id ?? 0,
    submittedDossierId: submitted.id,
    submittedDossierVersion: submitted.version,
  }
}
