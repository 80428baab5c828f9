import { beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

test('the training office is told that the year has no plan, the lecturer is not', async () => {
  const office = await world.as('trainingOffice')
  expect(await office.coordination.tasks()).toContainEqual(
    expect.objectContaining({ kind: 'planMissing', about: { year: 2026 } }),
  )
  const lecturer = await world.as('lecturer')
  expect(await lecturer.coordination.tasks()).toEqual([])
})

test('a submitted plan waits for the committee, and the office sees for whom it waits', async () => {
  const office = await world.as('trainingOffice')
  const committee = await world.as('standingCommittee')
  const kindsOf = async (who: typeof office) =>
    (await who.coordination.tasks()).map((one) => `${one.kind} ${one.turn}`)

  const draft = await office.plans.makeDraft({ year: 2027, title: 'Kế hoạch năm 2027' })
  expect(await kindsOf(office)).toContain('planDraft mine')
  expect(await kindsOf(committee)).not.toContain('planDraft mine')

  await world.rows(
    `insert into plan_line (version_id, group_code, title, opened, sort_order) select $1, code, 'Lớp', 1, 1 from programme_group limit 1`,
    [draft.id],
  )
  await office.plans.submit({ versionId: draft.id, version: draft.version })
  expect(await kindsOf(office)).toContain('planSubmitted theirs')
  expect(await kindsOf(committee)).toContain('planSubmitted mine')
})
