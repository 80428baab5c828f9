import type { Api } from '../../../api.ts'

/** What the fields of a class offer: every programme, and the lines of the year's plan. */
export type ClassChoices = {
  programmes: { id: number; name: string; group: string }[]
  /** Approved versions of the programme that is known already; of another one the form asks when it is chosen. */
  versions: { id: number; title: string }[]
  lines: {
    lineKey: string
    title: string
    programmeId: number | null
    mode: string
    /** Learners of one class, where the line says so. */
    learners: number | null
    months: number[]
  }[]
}

/** Loads the choices; the plan in force, else the one that is being written. */
export async function classChoices(
  api: Api,
  year: number,
  mayReadPlans: boolean,
  programmeId?: number,
): Promise<ClassChoices> {
  const programmes: ClassChoices['programmes'] = []
  for (let page = 1; ; page += 1) {
    const { rows } = await api.programmes.list({ page, size: 100, period: 'all' })
    programmes.push(...rows.map((row) => ({ id: row.id, name: row.name, group: row.groupName })))
    if (rows.length < 100) break
  }
  const versions = programmeId === undefined ? [] : await api.curricula.inForce({ programmeId })
  if (!mayReadPlans) return { programmes, versions, lines: [] }
  const plans = await api.plans.list({ year })
  const version = plans.find((one) => one.isCurrent) ?? plans[0]
  const lines = version ? (await api.plans.get({ versionId: version.id })).lines : []
  return {
    programmes,
    versions,
    lines: lines.map((line) => ({
      lineKey: line.lineKey,
      programmeId: line.programmeId,
      mode: line.modeCode,
      learners: line.learners === null ? null : Math.ceil(line.learners / line.classes),
      months: line.months,
      title: [line.title, line.modeCode === 'none' ? null : line.modeName].filter(Boolean).join(', '),
    })),
  }
}
