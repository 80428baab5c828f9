import { beforeAll, expect, test } from 'vitest'
import { aSurveyedSchool } from '../../../tests/surveyed.ts'
import { aWorld } from '../../../tests/world.ts'
import type { Definition } from './contract.ts'

type School = Awaited<ReturnType<typeof aSurveyedSchool>>
let school: School

beforeAll(async () => {
  school = await aSurveyedSchool(await aWorld())
})

const definition: Definition = {
  lead: '',
  sections: [
    { title: 'Chung', questions: [{ kind: 'text', key: 'q1', text: 'Góp ý', isRequired: false, max: 1000 }] },
  ],
}

test('a form is made empty, saved as a draft, published, and from then on nobody changes it', async () => {
  const { office, world } = school
  const { versionId } = await office.surveys.makeForm({ title: 'Phiếu của trường' })
  await expect(office.surveys.publish({ versionId, version: 1 })).rejects.toMatchObject({
    code: 'surveys.notReady',
  })
  const saved = await office.surveys.saveDraft({
    versionId,
    title: 'Phiếu trường ta',
    definition,
    version: 1,
  })
  expect(saved).toMatchObject({
    title: 'Phiếu trường ta',
    publishedAt: null,
    can: ['edit', 'publish', 'drop', 'copy'],
  })
  const published = await office.surveys.publish({ versionId, version: saved.version })
  expect(published.can).toEqual(['next', 'copy'])
  for (const attempt of [
    () => office.surveys.saveDraft({ versionId, title: 'Khác', definition, version: published.version }),
    () => office.surveys.publish({ versionId, version: published.version }),
    () => office.surveys.dropDraft({ versionId, version: published.version }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'surveys.frozen' })
  await expect(world.rows('delete from survey_version where id = $1', [versionId])).rejects.toMatchObject({
    constraint: 'survey_version_frozen',
  })
  expect((await office.surveys.forms()).map((one) => one.title)).toContain('Phiếu trường ta')
})

test('the next version begins with what the last says; there is one draft at a time, and it can be thrown away', async () => {
  const { office, versionId } = school
  const first = await office.surveys.nextVersion({ versionId })
  expect(await office.surveys.nextVersion({ versionId })).toEqual(first)
  const draft = await office.surveys.formVersion(first)
  expect(draft).toMatchObject({ number: 2, publishedAt: null })
  expect(draft.definition).toEqual((await office.surveys.formVersion({ versionId })).definition)
  expect((await office.surveys.forms()).some((one) => one.versionId === first.versionId)).toBe(false)
  await office.surveys.dropDraft({ versionId: first.versionId, version: draft.version })
  await expect(office.surveys.formVersion(first)).rejects.toMatchObject({ status: 404 })
})

test('a copy is a form of the school that says where it comes from; thrown away, nothing of it is left', async () => {
  const { office, versionId } = school
  const copy = await office.surveys.makeForm({ title: 'Bản sao', copyOf: versionId })
  const found = await office.surveys.formVersion(copy)
  expect(found).toMatchObject({ origin: 'school', number: 1 })
  expect(found.source).toContain('Phiếu lấy ý kiến cuối khóa')
  await office.surveys.dropDraft({ ...copy, version: found.version })
  expect((await office.surveys.formList()).some((one) => one.title === 'Bản sao')).toBe(false)
})

test('two people at one draft: whoever is second is told, and sees what the first has saved', async () => {
  const { office } = school
  const { versionId } = await office.surveys.makeForm({ title: 'Hai người' })
  await office.surveys.saveDraft({ versionId, title: 'Của người thứ nhất', definition, version: 1 })
  await expect(
    office.surveys.saveDraft({ versionId, title: 'Của người thứ hai', definition, version: 1 }),
  ).rejects.toMatchObject({
    code: 'surveys.draftStale',
    params: { current: { title: 'Của người thứ nhất', version: 2 } },
  })
})

test('mistakes come back at their question', async () => {
  const { office } = school
  const { versionId } = await office.surveys.makeForm({ title: 'Có lỗi' })
  const wrong: Definition = {
    lead: '',
    sections: [
      {
        title: 'A',
        questions: [
          { kind: 'single', key: 'q1', text: '', isRequired: false, options: [{ key: 'a', text: 'Một' }] },
          {
            kind: 'scale',
            key: 'q2',
            text: 'Điểm',
            isRequired: false,
            from: 1,
            to: 10,
            low: '',
            high: '',
            showIf: { q: 'q9', is: 'a' },
          },
        ],
      },
    ],
  }
  const fieldsOf = async (form: Definition) => {
    try {
      await office.surveys.saveDraft({ versionId, title: 'Có lỗi', definition: form, version: 1 })
    } catch (error) {
      return (error as { fields: { path: string; code: string }[] }).fields.map((one) => [one.path, one.code])
    }
  }
  const at = 'definition.sections.0.questions'
  expect(await fieldsOf(wrong)).toEqual([
    [`${at}.0.text`, 'field.required'],
    [`${at}.0.options`, 'surveys.noOption'],
    [`${at}.1.showIf`, 'surveys.showIfUnknown'],
  ])
})
