import type { World } from '../world.ts'

/** What the examples of the planner speak of: an answered scenario, one that waits, and the form of class in both. */
export type PlannerIds = {
  scenarioId: number
  otherScenarioId: number
  waitingScenarioId: number
  scenarioForm: string
  plannedYear: number
}

/** Scenarios of a programme; they are the school's, and their names carry `mark`. */
export async function scenariosOf(
  { rows }: World,
  programmeId: number,
  year: number,
  mark: string,
): Promise<PlannerIds> {
  const formId = `${programmeId}/none`
  await rows(
    `insert into class_form (programme_id, mode_code, size_from, size_to, weeks, seat)
     select id, m, 10, 80, 1, 'room' from programme, unnest(modes) m where id = $1`,
    [programmeId],
  )
  await rows(
    `insert into programme_teaching (programme_id, field_code, hours) values ($1, 'LLCS', 10) on conflict do nothing`,
    [programmeId],
  )
  const week = { week: 10, startsOn: `${year}-03-07`, teachingDays: 5, note: '' }
  const form = {
    id: formId,
    programmeId,
    modeCode: 'none',
    title: mark,
    sizeFrom: 10,
    sizeTo: 80,
    weeks: 1,
    everyWeeks: 1,
    mayRunOver: false,
    seat: 'host',
    hoursPerWeek: {},
    costDong: 0,
  }
  const instance = {
    format: 'nhip-instance-1',
    year,
    weeks: [week],
    fields: [],
    units: [{ id: '1', name: mark, busyWeeks: [] }],
    forms: [form],
    demands: [{ id: 'd', formId, unitId: '1', group: mark, heads: 20, weight: 1, wishedWeeks: [] }],
    rooms: [],
    lecturers: [],
    assigned: [],
    running: [],
    budgetDong: null,
    limits: { minTeachingDays: 3, seatsPerClass: null, classesAtOnce: null },
    preferences: { wish: 0.1, busy: 0.3, spread: 0.5, perClass: 1 },
  }
  const figures = { classes: 1, seats: 20, named: 0, heads: 20, weightedShare: 1, costDong: 0 }
  const one = {
    id: `${formId}/1`,
    formId,
    assignedId: null,
    startWeek: 10,
    weeks: [10],
    rooms: [],
    lecturers: [],
    seats: [{ demandId: 'd', heads: 20 }],
    namedHeads: 0,
  }
  const solution = {
    format: 'nhip-solution-1',
    proposal: { format: 'nhip-proposal-1', classes: [one], points: 1900 },
    proof: { status: 'optimal', points: 1900, bound: 1900, gap: 0, seconds: 1 },
    figures,
    greedy: null,
    leftOut: [],
  }
  const parameters = {
    name: mark,
    year,
    seconds: 60,
    first: 100,
    second: 70,
    third: 40,
    closes: 'stopping',
    minTeachingDays: 3,
    withPlan: true,
  }
  const scenario = async (state: string, answer: unknown) => {
    const [made] = await rows<{ id: number }>(
      `insert into scenario (name, year, parameters, state, ended_at, points, bound, violations)
       values ($1, $2, $3, $4, case when $4 = 'done' then now() end, 1900, 1900, 0) returning id`,
      [mark, year, JSON.stringify(parameters), state],
    )
    const id = made?.id ?? 0
    await rows(
      `insert into scenario_work (scenario_id, instance, missing, answer) values ($1, $2, '[]', $3)`,
      [id, JSON.stringify(instance), answer === null ? null : JSON.stringify(answer)],
    )
    return id
  }
  return {
    scenarioId: await scenario('done', { kind: 'solved', solution, violations: [] }),
    otherScenarioId: await scenario('done', { kind: 'solved', solution, violations: [] }),
    waitingScenarioId: await scenario('queued', null),
    scenarioForm: formId,
    plannedYear: year,
  }
}
