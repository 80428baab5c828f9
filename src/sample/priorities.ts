import type { Api } from '../api.ts'

/** A sheet of priorities that is being drafted for the coming year: the committee has begun to weigh, nobody has agreed. */
export async function weighNeeds(office: Api, year: number): Promise<void> {
  const sheet = await office.priorities.start({ year })
  await office.priorities.setWeights({
    sheetId: sheet.id,
    version: sheet.version,
    legalDuty: 8,
    plannedPost: 6,
    yearsWaited: 5,
    unitBalance: 3,
    unitUrgency: 4,
    directive: 6,
    termOfOffice: 4,
  })
  const { subjects } = await office.priorities.get({ sheetId: sheet.id })
  const first = subjects.find((one) => one.programmeCode === 'TC-LLCT')
  if (!first) return
  await office.priorities.mark({
    sheetId: sheet.id,
    programmeId: first.programmeId,
    modeCode: first.modeCode,
    criterion: 'directive',
    mark: 3,
    reason: 'Chuẩn hóa trình độ lý luận chính trị của cán bộ cấp xã sau sắp xếp (chỉ đạo hư cấu)',
  })
}
