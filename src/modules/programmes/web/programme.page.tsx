import { Link, redirect } from 'react-router'
import { printNumber } from '../../../pure/share.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { DayInput, Hidden, TextArea } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, useLocale, useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api, visit } from '../../../ui/visit.ts'
import { retireInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/programme.page.ts'
import { printPeriod } from './period.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { programmes, curricula } = api(context)
  const programmeId = Number(params.programmeId)
  const [programme, modes, groups, versions] = await Promise.all([
    programmes.get({ programmeId }),
    programmes.modes(),
    programmes.groups(),
    curricula.list({ programmeId }),
  ])
  return { programme, modes, groups, versions, today: visit(context).today }
}

export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const { programmes } = visit(context).api
  return submit(request, retireInput.omit({ programmeId: true }), async (input) => {
    await programmes.retire({ ...input, programmeId: Number(params.programmeId) })
    return redirect(`/chuong-trinh/${params.programmeId}`)
  })
}

export default function ProgrammePage({
  loaderData: { programme, modes, groups, versions, today },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const mayMake = useCan('curricula.manage')
  const name = (one: { name: string; nameEn: string } | undefined) =>
    one && (locale === 'vi' ? one.name : one.nameEn)
  const isEnded = programme.untilOn !== null && programme.untilOn <= today
  const isComing = programme.fromOn !== null && programme.fromOn > today
  return (
    <Page
      title={programme.name}
      lead={`${programme.code} · ${isEnded ? w.ended : isComing ? w.notYet : printPeriod(w, programme)}`}
      crumbs={[{ title: w.pages.list, to: '/chuong-trinh' }]}
      actions={
        programme.can.includes('edit') && (
          <ButtonLink kind="main" to={`/chuong-trinh/${programme.id}/sua`}>
            {w.pages.edit}
          </ButtonLink>
        )
      }
    >
      <Panel>
        <DescriptionList
          facts={[
            { term: w.fields.group, value: name(groups.find((group) => group.code === programme.groupCode)) },
            { term: w.fields.kind, value: w.kinds[programme.kind] },
            { term: w.fields.level, value: programme.level && w.levels[programme.level] },
            { term: w.fields.bloc, value: programme.bloc && w.blocs[programme.bloc] },
            {
              term: w.fields.modes,
              value: programme.modes
                .map((code) => name(modes.find((mode) => mode.code === code)) ?? code)
                .join(', '),
            },
            {
              term: w.fields.lessonHours,
              value: programme.lessonHours && printNumber(programme.lessonHours, locale),
            },
            { term: w.fields.months, value: programme.months },
            { term: w.fields.period, value: printPeriod(w, programme) },
            { term: w.fields.scheme, value: programme.scheme },
            { term: w.fields.source, value: programme.source },
            { term: w.fields.synonyms, value: programme.synonyms.join('; ') },
          ]}
        />
      </Panel>
      <Panel title={w.versions.title}>
        {mayMake && (
          <p className="form-actions">
            <ButtonLink to={`/chuong-trinh/${programme.id}/phien-ban/moi`}>{w.versions.make}</ButtonLink>
          </p>
        )}
        {versions.length === 0 ? (
          <p className="quiet">{w.versions.none}</p>
        ) : (
          <ul className="kept-files">
            {versions.map((one) => (
              <li key={one.id}>
                <Link to={`/chuong-trinh/phien-ban/${one.id}`}>{one.title}</Link>{' '}
                <span className="quiet">
                  {w.versions.line({ ...one, hours: printNumber(one.totalHours, locale) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {programme.can.includes('retire') && (
        <Panel title={w.pages.retire}>
          <p className="quiet">{w.hints.retire}</p>
          <Form name="retire" refused={actionData}>
            <Hidden name="version" value={programme.version} />
            <DayInput name="untilOn" label={w.fields.untilOn} hint={w.hints.untilOn} required />
            <TextArea name="reason" label={w.fields.reason} rows={2} required />
            <FormActions>
              <SubmitButton kind="grave">{w.pages.retire}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </Page>
  )
}
