import { Link, redirect } from 'react-router'
import * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Hidden } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { unitChoices, unitIdOf } from '../../../ui/unit-choice.ts'
import { api, visit } from '../../../ui/visit.ts'
import { hostInput } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/host.page.ts'
import { HostFields } from './host-fields.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const hostId = Number(params.hostId)
  const { fieldStudies } = api(context)
  const host = await fieldStudies.host({ hostId })
  const visits = await fieldStudies.list({ hostId, size: 20, desc: true })
  const ofSchool = visit(context).actor?.rights.includes('fieldStudies.edit')
  return { host, visits: visits.rows, units: ofSchool ? await unitChoices(api(context)) : null }
}

const editing = hostInput.extend({ version: z.number() })

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, editing, async (input) => {
    const unitId = await unitIdOf(visit(context), input.unitId)
    const hostId = Number(params.hostId)
    await api(context).fieldStudies.editHost({ ...input, unitId, hostId })
    return redirect(`/thuc-te/noi-don/${hostId}`)
  })

export default function HostPage({ loaderData: { host, visits, units }, actionData }: Route.ComponentProps) {
  const w = useWords(vi, en)
  const lead = [
    host.place,
    host.seats === null ? '' : w.seatsOf({ seats: host.seats }),
    w.visitsOf({ visits: host.visits }),
  ]
  return (
    <Page
      title={host.name}
      lead={lead.filter(Boolean).join(', ')}
      crumbs={[
        { title: w.visits, to: '/thuc-te' },
        { title: w.hosts, to: '/thuc-te/noi-don' },
      ]}
    >
      <Panel title={w.visitsHere}>
        {visits.length === 0 ? (
          <p className="quiet">{w.noVisitsHere}</p>
        ) : (
          <ul className="rows">
            {visits.map((one) => (
              <li key={one.id}>
                <Link to={`/thuc-te/${one.id}`}>
                  {one.classCode}, {w.between(one)}
                </Link>
                <span className="quiet">{w.states[one.state]}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {host.can.includes('edit') ? (
        <Panel title={w.aboutHost}>
          <Form refused={actionData}>
            <Hidden name="version" value={host.version} />
            <HostFields host={host} units={units} />
            <FormActions>
              <SubmitButton>{w.save}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : (
        <Panel title={w.aboutHost} flush>
          <DescriptionList
            facts={[
              { term: w.field.unit, value: host.unit },
              { term: w.topicsHere, value: <Topics topics={host.topics} none={w.noTopics} /> },
              { term: w.field.contact, value: [host.contact, host.phone].filter(Boolean).join(', ') },
              { term: w.field.openFrom, value: host.fromOn && printDay(host.fromOn) },
              { term: w.field.openUntil, value: host.untilOn && printDay(host.untilOn) },
              { term: w.field.note, value: host.note },
            ]}
          />
        </Panel>
      )}
    </Page>
  )
}

/** What can be studied at a place, one line each. */
export function Topics({ topics, none }: { topics: readonly string[]; none: string }) {
  if (topics.length === 0) return none
  return (
    <ul className="plain-list">
      {topics.map((topic) => (
        <li key={topic}>{topic}</li>
      ))}
    </ul>
  )
}
