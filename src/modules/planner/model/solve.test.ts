import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../pure/day.ts'
import { type Instance, instanceInput } from '../contract/instance.ts'
import type { Proposal, ProposedClass, Solution } from '../contract/proposal.ts'
import { type ViolationCode, violationCodes, violationsOf } from '../rules/check.ts'
import { faultsOf } from '../rules/faults.ts'
import { teach } from './lecturers.ts'
import { solve } from './solve.ts'

const weeks = Array.from({ length: 20 }, (_, i) => ({
  week: i + 1,
  startsOn: addDays('2027-01-04', 7 * i),
  teachingDays: i === 4 || i === 5 ? 0 : 5,
  note: i === 4 || i === 5 ? 'Tết' : '',
}))
const all = weeks.map((one) => one.week)

/** A small school: two rooms (120 and 60 seats), three fields, four lecturers, four forms of class. */
const aSchool = (change: Partial<Instance> = {}): Instance => ({
  ...instanceInput.parse({
    format: 'nhip-instance-1',
    year: 2027,
    weeks,
    fields: ['triet', 'xdd', 'qlhc'].map((code) => ({ code, name: code })),
    units: ['u1', 'u2', 'u3'].map((id) => ({
      id,
      name: `Xã ${id}`,
      busyWeeks: id === 'u1' ? [1, 2, 3] : [],
    })),
    forms: [
      {
        id: 'TC',
        title: 'Trung cấp',
        sizeFrom: 30,
        sizeTo: 60,
        weeks: 8,
        seat: 'room',
        hoursPerWeek: { triet: 10, xdd: 10 },
        costDong: 200_000_000,
      },
      {
        id: 'VL',
        title: 'Trung cấp vừa làm vừa học',
        sizeFrom: 20,
        sizeTo: 50,
        weeks: 5,
        everyWeeks: 3,
        seat: 'room',
        hoursPerWeek: { triet: 10 },
        costDong: 100_000_000,
      },
      {
        id: 'BD',
        title: 'Bồi dưỡng',
        sizeFrom: 40,
        sizeTo: 100,
        weeks: 2,
        seat: 'room',
        hoursPerWeek: { qlhc: 15 },
        costDong: 50_000_000,
        maxClasses: 4,
      },
      {
        id: 'HU',
        title: 'Lớp tại xã',
        sizeFrom: 40,
        sizeTo: 90,
        weeks: 1,
        seat: 'host',
        hoursPerWeek: { xdd: 8 },
        costDong: 20_000_000,
      },
    ],
    demands: [
      { id: 'TC-1', formId: 'TC', unitId: 'u1', heads: 25, weight: 1 },
      { id: 'TC-2', formId: 'TC', unitId: 'u2', heads: 30, weight: 0.8, wishedWeeks: [8, 9] },
      { id: 'VL-1', formId: 'VL', unitId: 'u2', heads: 30, weight: 0.7 },
      { id: 'BD-1', formId: 'BD', unitId: 'u1', heads: 70, weight: 0.9 },
      { id: 'BD-2', formId: 'BD', unitId: 'u3', heads: 60, weight: 0.6 },
      { id: 'HU-3', formId: 'HU', unitId: 'u3', heads: 80, weight: 0.5 },
    ],
    rooms: [
      { id: 'A', name: 'Hội trường A', seats: 120, weeks: all.filter((week) => week > 2) },
      { id: 'B', name: 'Phòng B', seats: 60, weeks: all },
    ],
    lecturers: [
      { id: 'G1', name: 'Đồng chí Một', fields: ['triet'], hoursPerWeek: 12 },
      { id: 'G2', name: 'Đồng chí Hai', fields: ['triet', 'xdd'], hoursPerWeek: 12, absentWeeks: [12] },
      { id: 'G3', name: 'Đồng chí Ba', fields: ['xdd'], hoursPerWeek: 12 },
      { id: 'G4', name: 'Đồng chí Tư', fields: ['qlhc'], hoursPerWeek: 16 },
    ],
    assigned: [{ id: 'giao', formId: 'HU', title: 'Lớp đại biểu', heads: 85, startsFrom: 10, startsTo: 14 }],
    running: [
      {
        id: 'cu',
        title: 'Lớp chuyển tiếp',
        weeks: [1, 2, 3],
        roomId: 'B',
        lecturers: [{ lecturerId: 'G1', hoursPerWeek: 6 }],
      },
    ],
    budgetDong: 700_000_000,
    limits: { classesAtOnce: 4 },
  }),
  ...change,
})

const solved = async (instance: Instance, gap = 0.02): Promise<Solution> => {
  const answer = await solve(instance, { seconds: 20, gap })
  if (answer.kind !== 'solved') throw new Error(JSON.stringify(answer))
  expect(answer.violations).toEqual([])
  return answer.solution
}

describe('a small school', () => {
  let instance: Instance
  let solution: Solution
  beforeAll(async () => {
    instance = aSchool()
    solution = await solved(instance, 0)
  })

  test('gets a proposal that is proven to be the best, and as good as the plan made by hand or better', () => {
    expect(solution.proof).toMatchObject({ status: 'optimal', gap: 0 })
    expect(solution.proof.points).toBeGreaterThanOrEqual(solution.greedy?.points ?? 0)
    expect(solution.figures.seats).toBe(55 + 30 + 130 + 80)
    expect(solution.leftOut).toEqual([])
  })

  test('classes pause at Tết, keep the rhythm of their form and stay in one room', () => {
    const inService = solution.proposal.classes.find((one) => one.formId === 'VL') as ProposedClass
    expect(inService.weeks).toHaveLength(5)
    for (const one of solution.proposal.classes) expect(one.weeks).not.toContain(5)
    const fullTime = solution.proposal.classes.find((one) => one.formId === 'TC') as ProposedClass
    expect(new Set(fullTime.rooms.map((room) => room.roomId)).size).toBe(1)
  })

  test('the checker refuses a proposal for each rule that somebody breaks in it', () => {
    const byForm = (proposal: Proposal, formId: string) =>
      proposal.classes.find((one) => one.formId === formId && one.assignedId === null) as ProposedClass
    const assigned = (proposal: Proposal) =>
      proposal.classes.find((one) => one.assignedId === 'giao') as ProposedClass
    type Change = (proposal: Proposal, question: Instance) => void
    const mutations: Record<ViolationCode, Change> = {
      classTwice: (p) => void p.classes.push(structuredClone(byForm(p, 'HU'))),
      formUnknown: (p) => {
        byForm(p, 'HU').formId = 'XX'
      },
      weekClosed: (p) => {
        byForm(p, 'TC').weeks[0] = 5
      },
      weekUnknown: (p) => {
        byForm(p, 'TC').weeks[0] = 40
      },
      weeksWrong: (p) => void byForm(p, 'TC').weeks.pop(),
      tooFew: (p) => {
        byForm(p, 'TC').seats = [{ demandId: 'TC-1', heads: 5 }]
      },
      tooMany: (p) => void byForm(p, 'TC').seats.push({ demandId: 'TC-2', heads: 30 }),
      demandUnknown: (p) => void byForm(p, 'HU').seats.push({ demandId: 'nobody', heads: 1 }),
      demandOfOtherForm: (p) => void byForm(p, 'HU').seats.push({ demandId: 'TC-1', heads: 1 }),
      demandExceeded: (p) => void byForm(p, 'HU').seats.push({ demandId: 'HU-3', heads: 1 }),
      roomMissing: (p) => void byForm(p, 'TC').rooms.pop(),
      roomNotWanted: (p) => void byForm(p, 'HU').rooms.push({ week: byForm(p, 'HU').startWeek, roomId: 'A' }),
      roomUnknown: (p) => {
        byForm(p, 'TC').rooms[0]!.roomId = 'Z'
      },
      roomNotFree: (_, q) => {
        q.rooms[0]!.weeks = q.rooms[1]!.weeks = []
      },
      roomTooSmall: (p) => {
        for (const room of byForm(p, 'BD').rooms) room.roomId = 'B'
      },
      roomTwice: (p, q) => {
        q.running[0]!.weeks = q.weeks.map((one) => one.week)
        for (const room of byForm(p, 'TC').rooms) room.roomId = 'B'
      },
      roomChanged: (p) => {
        const { rooms } = byForm(p, 'TC')
        rooms[0]!.roomId = rooms[0]!.roomId === 'A' ? 'B' : 'A'
      },
      lecturerUnknown: (p) => {
        byForm(p, 'TC').lecturers[0]!.lecturerId = 'G9'
      },
      lecturerField: (p) => {
        byForm(p, 'TC').lecturers[0]!.lecturerId = 'G4'
      },
      lecturerAbsent: (p, q) => {
        const { lecturerId, week } = byForm(p, 'TC').lecturers[0]!
        q.lecturers.find((one) => one.id === lecturerId)!.absentWeeks.push(week)
      },
      lecturerOverloaded: (_, q) => {
        for (const one of q.lecturers) one.hoursPerWeek = 3
      },
      hoursWrong: (p) => {
        byForm(p, 'TC').lecturers[0]!.hours += 1
      },
      assignedMissing: (p) => {
        p.classes = p.classes.filter((one) => one.assignedId === null)
      },
      assignedTwice: (p) => void p.classes.push({ ...structuredClone(assigned(p)), id: 'HU/9' }),
      assignedUnknown: (p) => {
        byForm(p, 'HU').assignedId = 'no one'
      },
      assignedForm: (_, q) => {
        q.assigned[0]!.formId = 'TC'
      },
      assignedWindow: (_, q) => Object.assign(q.assigned[0]!, { startsFrom: 1, startsTo: 1 }),
      assignedHeads: (p) => {
        assigned(p).namedHeads = 84
      },
      namedHeads: (p) => {
        byForm(p, 'HU').namedHeads = 3
      },
      budget: (_, q) => {
        q.budgetDong = 100_000_000
      },
      classesAtOnce: (_, q) => {
        q.limits.classesAtOnce = 1
        q.running[0]!.weeks = q.weeks.map((one) => one.week)
      },
      maxClasses: (_, q) => {
        q.forms.find((one) => one.id === 'BD')!.maxClasses = 1
      },
    }
    for (const code of violationCodes) {
      const [proposal, question] = [structuredClone(solution.proposal), structuredClone(instance)]
      mutations[code](proposal, question)
      const found = violationsOf(question, proposal).map((one) => one.code)
      expect(found, code).toContain(code)
    }
    expect(violationsOf(instance, solution.proposal)).toEqual([])
  })
})

describe('what is left out says what would free it, and the freed question really admits it', () => {
  const cases: {
    name: string
    change: () => Partial<Instance>
    formId: string
    need: object
    freed: (q: Instance) => Instance
  }[] = [
    {
      name: 'money',
      change: () => ({ budgetDong: 400_000_000 }),
      formId: 'BD',
      need: { kind: 'budget' },
      freed: (q) => ({ ...q, budgetDong: 1_000_000_000 }),
    },
    {
      name: 'too few people',
      change: () => ({
        demands: aSchool().demands.map((one) => (one.formId === 'HU' ? { ...one, heads: 30 } : one)),
      }),
      formId: 'HU',
      need: { kind: 'tooFew', amount: 10 },
      freed: (q) => ({
        ...q,
        forms: q.forms.map((one) => (one.id === 'HU' ? { ...one, sizeFrom: 30 } : one)),
      }),
    },
    {
      name: 'hours of a field',
      change: () => ({
        lecturers: aSchool().lecturers.map((one) => (one.id === 'G4' ? { ...one, hoursPerWeek: 9 } : one)),
      }),
      formId: 'BD',
      need: { kind: 'lecturer', field: 'qlhc', amount: 6 },
      freed: (q) => ({
        ...q,
        lecturers: q.lecturers.map((one) => (one.id === 'G4' ? { ...one, hoursPerWeek: 15 } : one)),
      }),
    },
    {
      name: 'weeks of a room that is lent out',
      change: () => ({
        rooms: [{ id: 'A', name: 'Hội trường A', site: '', seats: 120, weeks: [9] }],
        running: [],
      }),
      formId: 'BD',
      need: { kind: 'room', roomId: 'A' },
      freed: (q) => ({ ...q, rooms: q.rooms.map((one) => ({ ...one, weeks: all })) }),
    },
  ]
  for (const { name, change, formId, need, freed } of cases)
    test(name, async () => {
      const instance = aSchool(change())
      const solution = await solved(instance)
      const found = solution.leftOut.find((one) => one.formId === formId)
      expect(found).toMatchObject({ isVerified: true })
      expect([...(found?.needs ?? []), ...(found?.others ?? []).flat()]).toContainEqual(
        expect.objectContaining(need),
      )
      const after = await solved(freed(instance))
      const seatsOf = (one: Solution) =>
        one.proposal.classes
          .filter((other) => other.formId === formId)
          .flatMap((other) => other.seats)
          .reduce((sum, seat) => sum + seat.heads, 0)
      expect(seatsOf(after)).toBeGreaterThan(seatsOf(solution))
    })

  test('of a class with too few people both ways are told: more people, or a lower minimum, in the same room and weeks', async () => {
    const sizes = cases.find((one) => one.name === 'too few people')
    const { leftOut } = await solved(aSchool(sizes?.change()))
    const found = leftOut.find((one) => one.formId === 'HU')
    expect(found?.needs.map((one) => one.kind)).toEqual(['tooFew'])
    expect(found?.others[0]).toEqual([expect.objectContaining({ kind: 'smaller', amount: 30 })])
  })

  test('a class for which the school has no room that is large enough says so and promises nothing', async () => {
    const small = aSchool({
      rooms: [{ id: 'B', name: 'Phòng B', site: '', seats: 35, weeks: all }],
      running: [],
    })
    expect(faultsOf(small)).toContainEqual({ code: 'noRoomForForm', about: 'BD', weeks: [] })
  })
})

describe('assigned classes that cannot all be held', () => {
  const order = (id: string, formId: string, startsFrom: number, startsTo: number) => ({
    id,
    formId,
    title: `Lớp ${id}`,
    source: '',
    heads: 50,
    startsFrom,
    startsTo,
  })

  test('are named, no more of them than quarrel, with what they quarrel about', async () => {
    const instance = aSchool({
      assigned: [order('a', 'BD', 10, 10), order('b', 'BD', 10, 11), order('c', 'HU', 9, 15)],
    })
    const answer = await solve(instance, { seconds: 20, gap: 0 })
    expect(answer).toMatchObject({ kind: 'clash' })
    if (answer.kind !== 'clash') return
    expect(answer.clash.assignedIds.sort()).toEqual(['a', 'b'])
    expect(answer.clash.about).toContainEqual(expect.objectContaining({ kind: 'lecturer', field: 'qlhc' }))
    const without = await solve(aSchool({ assigned: [instance.assigned[0]!, instance.assigned[2]!] }), {
      seconds: 20,
      gap: 0,
    })
    expect(without.kind).toBe('solved')
  })

  test('a question that names what is not there, or whose running classes quarrel, is told before it is tried', async () => {
    const school = aSchool()
    const instance = {
      ...school,
      demands: [...school.demands, { ...school.demands[0]!, id: 'x', unitId: 'u9' }],
      running: [...school.running, { ...school.running[0]!, id: 'moi' }],
      assigned: [order('tet', 'HU', 5, 6)],
    }
    const answer = await solve(instance, { seconds: 5, gap: 0 })
    expect(answer).toEqual({
      kind: 'faults',
      faults: [
        { code: 'unknownUnit', about: 'u9', weeks: [] },
        { code: 'noWindow', about: 'tet', weeks: [] },
        { code: 'runningRoom', about: 'cu · moi', weeks: [1] },
      ],
    })
  })
})

test('a time that is too short gives nothing, or a proposal with an honest distance', async () => {
  for (const seconds of [0.01, 1]) {
    const answer = await solve(aSchool(), { seconds, gap: 0 })
    if (answer.kind === 'nothing') continue
    if (answer.kind !== 'solved') throw new Error(answer.kind)
    const { points, bound, gap } = answer.solution.proof
    expect(bound).toBeGreaterThanOrEqual(points)
    expect(bound).toBeLessThanOrEqual(100 * 1.1 * (25 + 24 + 21 + 63 + 36 + 40))
    expect(gap).toBeLessThan(1)
  }
})

test('a search is called off at once', async () => {
  const stop = new AbortController()
  const answer = solve(aSchool(), { seconds: 20, gap: 0, signal: stop.signal })
  stop.abort()
  expect(await answer).toEqual({ kind: 'cancelled' })
})

test('hours are covered whenever they can be: who teaches one field only is used first, others move over', () => {
  const lecturer = (id: string, fields: string[]) => ({
    id,
    name: id,
    fields,
    hoursPerWeek: 10,
    absentWeeks: [],
  })
  const instance = aSchool({
    running: [],
    lecturers: [
      lecturer('both', ['triet', 'xdd']),
      lecturer('one', ['triet', 'qlhc']),
      lecturer('two', ['qlhc']),
    ],
  })
  const items = [
    { classId: 'k', field: 'triet', hours: 10 },
    { classId: 'k', field: 'qlhc', hours: 10 },
    { classId: 'k', field: 'xdd', hours: 10 },
  ]
  const before = new Map([
    ['k\ntriet', [{ classId: 'k', lecturerId: 'both', field: 'triet', hours: 10 }]],
    ['k\nqlhc', [{ classId: 'k', lecturerId: 'one', field: 'qlhc', hours: 10 }]],
  ])
  expect(teach(instance, 1, items, before).missing.size).toBe(0)
  const { missing } = teach(instance, 1, [...items, { classId: 'm', field: 'triet', hours: 3 }])
  expect([...missing.values()]).toEqual([3])
})
