import { Link, redirect } from 'react-router'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Checkbox, Hidden, NumberInput, Select } from '../../../ui/fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { readSearch, submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { campaignsInput, settingInput, sheetLengthInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/campaigns.page.ts'

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const view = readSearch(request, campaignsInput)
  const { surveys } = api(context)
  const [list, forms, setting] = await Promise.all([
    surveys.campaigns(view),
    surveys.forms(),
    surveys.setting(),
  ])
  return { view, forms, setting, ...list }
}

export const action = async ({ context, request }: Route.ActionArgs) => {
  const { surveys } = api(context)
  const form = await request.clone().formData()
  if (form.has('load')) {
    await surveys.loadForms()
    return redirect('/danh-gia')
  }
  if (form.has('mostAsked'))
    return submit(request, sheetLengthInput, async (input) => {
      await surveys.setSheetLength(input)
      return redirect('/danh-gia')
    })
  return submit(request, settingInput, async (input) => {
    await surveys.setSetting(input)
    return redirect('/danh-gia')
  })
}

export default function CampaignsPage({
  loaderData: { view, rows, total, forms, setting },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const mayEdit = useCan('surveys.edit')
  const actions = (
    <>
      <ButtonLink to="/danh-gia/mau">{w.forms}</ButtonLink>
      <ButtonLink to="/danh-gia/quy-dinh">{w.regulations}</ButtonLink>
      <ButtonLink to="/danh-gia/ket-qua">{w.across}</ButtonLink>
      {mayEdit &&
        (forms.length > 0 ? (
          <ButtonLink kind="main" to="/danh-gia/moi">
            {w.open}
          </ButtonLink>
        ) : (
          <Form guards={false}>
            <SubmitButton name="load" value="1">
              {w.loadForms}
            </SubmitButton>
          </Form>
        ))}
    </>
  )
  return (
    <Page title={w.campaigns} lead={w.campaignsLead} actions={actions}>
      <DataTable
        name="surveys"
        title={w.campaigns}
        rows={rows}
        total={total}
        view={view}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'class',
            title: w.class,
            wraps: true,
            cell: (row) => <Link to={`/danh-gia/${row.id}`}>{`${row.classCode} ${row.className}`}</Link>,
          },
          { key: 'title', title: w.campaignTitle, wraps: true, cell: (row) => row.title || '–' },
          { key: 'form', title: w.form, wraps: true, spare: true, cell: (row) => row.formTitle },
          { key: 'period', title: w.period, cell: (row) => w.until({ from: row.opensOn, to: row.closesOn }) },
          { key: 'answered', title: w.answered, align: 'right', cell: (row) => w.ofExpected(row) },
          { key: 'state', title: w.state, cell: (row) => w.states[row.state] },
        ]}
        empty={{ title: w.none, text: w.noneText }}
      />
      {mayEdit && forms.length > 0 && (
        <Panel title={w.sheetLength}>
          <p className="quiet">{w.sheetLengthText}</p>
          <Form name="length" key={setting.version} refused={actionData as Refused | undefined}>
            <Hidden name="version" value={setting.version} />
            <NumberInput
              name="mostAsked"
              label={w.mostAsked}
              hint={w.mostAskedHint}
              defaultValue={setting.mostAsked}
              required
            />
            <FormActions>
              <SubmitButton kind="plain">{w.sheetLengthSave}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
      {mayEdit && forms.length > 0 && (
        <Panel title={w.itself}>
          <p>{setting.opensItself && setting.since ? w.itselfOn({ since: setting.since }) : w.itselfOff}</p>
          <p className="quiet">{w.itselfText}</p>
          <Form name="setting" key={setting.version} refused={actionData as Refused | undefined}>
            <Hidden name="version" value={setting.version} />
            <Hidden name="opensItself" value={String(!setting.opensItself)} />
            {!setting.opensItself && (
              <>
                <Select
                  name="versionId"
                  label={w.form}
                  options={forms.map((one) => ({ value: String(one.versionId), label: one.title }))}
                  required
                />
                {forms.some((one) => one.needsConfirmation) && (
                  <Checkbox name="isConfirmed" label={w.isConfirmed} hint={w.formNote} />
                )}
              </>
            )}
            <FormActions>
              <SubmitButton kind="plain">{setting.opensItself ? w.switchOff : w.switchOn}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
