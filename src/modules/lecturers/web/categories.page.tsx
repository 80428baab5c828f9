import { redirect } from 'react-router'
import * as z from 'zod'
import { Checkbox, Choices, Hidden, NumberInput, TextInput } from '../../../ui/fields.tsx'
import { FieldRow, Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { settingInput } from '../contract/corps.ts'
import { categoryCode, categoryInput, type lecturerCategory } from '../contract/profile.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/categories.page.ts'

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const [categories, setting] = await Promise.all([lecturers.categories(), lecturers.setting()])
  return { categories, setting }
}

const acts = z.discriminatedUnion('act', [
  categoryInput.extend({ act: z.literal('make'), code: categoryCode }),
  categoryInput.extend({ act: z.literal('edit'), code: z.string(), version: z.number() }),
  settingInput.extend({ act: z.literal('setting') }),
])

export const action = ({ context, request }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    if (input.act === 'make') await lecturers.makeCategory(input)
    else if (input.act === 'edit') await lecturers.editCategory(input)
    else await lecturers.setSetting(input)
    return redirect('/giang-vien/nhom')
  })

export default function CategoriesPage({
  loaderData: { categories, setting },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayEdit = useCan('lecturers.edit')
  return (
    <Page
      title={w.corps.categories}
      lead={w.corps.categoriesLead}
      crumbs={[{ title: w.lecturers, to: '/giang-vien' }]}
    >
      <Panel title={w.field.category}>
        {categories.map((one) => (
          <details key={`${one.code} ${one.version}`} className="act" open={actionData?.form === one.code}>
            <summary>
              {locale === 'vi' ? one.name : one.nameEn}{' '}
              <span className="quiet">
                {[
                  one.isGuest ? w.guest : w.own,
                  one.needsApproval ? w.corps.needsApproval : w.corps.needsNone,
                  one.isUsed ? '' : w.corps.notUsed,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </summary>
            {mayEdit && (
              <Form name={one.code} refused={actionData}>
                <Hidden name="act" value="edit" />
                <Hidden name="code" value={one.code} />
                <Hidden name="version" value={one.version} />
                <CategoryFields category={one} />
                <FormActions>
                  <SubmitButton kind="plain">{w.page.save}</SubmitButton>
                </FormActions>
              </Form>
            )}
          </details>
        ))}
        {mayEdit && (
          <details className="act" open={actionData?.form === 'make'}>
            <summary>{w.corps.makeCategory}</summary>
            <Form name="make" refused={actionData}>
              <Hidden name="act" value="make" />
              <TextInput
                name="code"
                label={w.field.categoryCode}
                hint={w.hint.categoryCode}
                maxLength={30}
                width="short"
                required
              />
              <CategoryFields />
              <FormActions>
                <SubmitButton kind="plain">{w.corps.makeCategory}</SubmitButton>
              </FormActions>
            </Form>
          </details>
        )}
      </Panel>
      <Panel title={w.corps.setting}>
        <Form name="setting" refused={actionData}>
          <Hidden name="act" value="setting" />
          <Hidden name="version" value={setting.version} />
          <NumberInput
            name="warnDays"
            label={w.corps.warnDays}
            hint={w.corps.warnDaysHint}
            defaultValue={setting.warnDays}
            required
          />
          <Choices
            name="withoutApproval"
            label={w.corps.withoutApproval}
            defaultValue={[setting.withoutApproval]}
            options={(['warn', 'refuse'] as const).map((one) => ({
              value: one,
              label: w.corps.withoutApprovals[one],
            }))}
          />
          {mayEdit && (
            <FormActions>
              <SubmitButton>{w.page.save}</SubmitButton>
            </FormActions>
          )}
        </Form>
      </Panel>
    </Page>
  )
}

function CategoryFields({ category: known }: { category?: z.infer<typeof lecturerCategory> }) {
  const w = useWords(vi, en)
  return (
    <>
      <FieldRow>
        <TextInput
          name="name"
          label={w.field.categoryName}
          defaultValue={known?.name}
          maxLength={120}
          required
        />
        <TextInput
          name="nameEn"
          label={w.field.fieldNameEn}
          defaultValue={known?.nameEn}
          maxLength={120}
          required
        />
      </FieldRow>
      <NumberInput name="sortOrder" label={w.field.order} defaultValue={known?.sortOrder ?? 10} />
      <Checkbox name="isGuest" label={w.field.isGuestCheck} defaultChecked={known?.isGuest ?? true} />
      <Checkbox
        name="needsApproval"
        label={w.field.needsApproval}
        defaultChecked={known?.needsApproval ?? true}
      />
      <Checkbox name="isUsed" label={w.field.isUsed} defaultChecked={known?.isUsed ?? true} />
    </>
  )
}
