import type { Api } from '../src/api.ts'

/** The council of the newest submission agrees: without its conclusion nothing is approved. */
export async function concluded(office: Api, curriculumId: number): Promise<void> {
  const [appraisal] = await office.curricula.appraisals({ curriculumId })
  if (!appraisal) throw new Error('not submitted')
  const { id: appraisalId, version } = appraisal
  await office.curricula.setAppraisal({
    curriculumId,
    appraisalId,
    version,
    result: 'pass',
    conclusion: 'Đạt',
  })
}
