import { Link } from 'react-router'
import type * as z from 'zod'
import { printDay } from '../../../pure/day.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { contactSeen } from '../contract/profile.ts'
import type { lecturerDetail, teachingField } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { Approval, useNames, useTravel } from './corps-parts.tsx'

type Detail = z.infer<typeof lecturerDetail>

/** What is known of a lecturer, as the school and the lecturer see it. */
export function ProfileFacts({
  lecturer,
  fields,
  contact,
}: {
  lecturer: Detail
  fields: readonly z.infer<typeof teachingField>[]
  /** Telephone and e-mail, opened; else their masks stand there. */
  contact?: z.infer<typeof contactSeen> | undefined
}) {
  const w = useWords(vi, en)
  const fieldOf = useNames(fields)
  const travelOf = useTravel()
  return (
    <>
      <Panel title={w.tabs.profile} flush>
        <DescriptionList
          facts={[
            { term: w.field.code, value: lecturer.code },
            { term: w.field.fields, value: lecturer.fields.map(fieldOf).join('; ') },
            {
              term: w.page.limits,
              value: [
                w.page.perWeek({ hours: lecturer.weeklyHours }),
                lecturer.monthlyHours === null
                  ? w.page.noMonthly
                  : w.page.perMonth({ hours: lecturer.monthlyHours }),
                lecturer.travel === 'units'
                  ? lecturer.travelUnits.map((one) => one.name).join(', ')
                  : travelOf(lecturer),
              ].join('; '),
            },
            { term: w.field.approval, value: <Approval of={lecturer} /> },
            { term: w.field.phone, value: contact ? contact.phone : lecturer.phoneMask },
            { term: w.field.email, value: contact ? contact.email : lecturer.emailMask },
            { term: w.field.note, value: lecturer.note },
          ]}
        />
      </Panel>
      <Panel title={w.page.posts} flush={lecturer.posts.length > 0}>
        {lecturer.posts.length === 0 ? (
          <p className="quiet">{w.page.noPosts}</p>
        ) : (
          <DescriptionList
            facts={lecturer.posts.map((one) => ({
              term: w.page.since(one),
              value: (
                <>
                  {one.title}, {one.place}
                  {(!one.isMain || one.document) && (
                    <span className="remark quiet">
                      {[one.isMain ? '' : w.page.secondPost, one.document].filter(Boolean).join(' · ')}
                    </span>
                  )}
                </>
              ),
            }))}
          />
        )}
      </Panel>
      <Panel title={w.page.degrees} flush={lecturer.degrees.length > 0}>
        {lecturer.degrees.length === 0 ? (
          <p className="quiet">{w.page.noDegrees}</p>
        ) : (
          <ul className="rows">
            {lecturer.degrees.map((one) => (
              <li key={one.id}>
                <span>
                  {w.degreeKinds[one.kind]}: {one.name}
                  <span className="remark quiet">
                    {[one.field, one.grantedOn && printDay(one.grantedOn), one.grantedBy]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={w.page.topics} flush={lecturer.topics.length > 0}>
        {lecturer.topics.length === 0 ? (
          <p className="quiet">{w.page.noTopics}</p>
        ) : (
          <ul className="rows">
            {lecturer.topics.map((one) => (
              <li key={one.lineageId}>
                <span>
                  {one.title}
                  {one.programme && <span className="remark quiet">{one.programme}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}

/** Classes for which somebody is booked, newest first. */
export function Classes({
  lecturer,
  fieldOf,
}: {
  lecturer: Pick<Detail, 'classes'>
  fieldOf: (code: string | null) => string
}) {
  const w = useWords(vi, en)
  return (
    <Panel title={w.classes} flush={lecturer.classes.length > 0}>
      {lecturer.classes.length === 0 ? (
        <p className="quiet">{w.noClasses}</p>
      ) : (
        <DescriptionList
          facts={lecturer.classes.map((one) => ({
            term: w.span(one),
            value: (
              <>
                <Link to={`/lop/${one.classId}`}>
                  {one.code} {one.name}
                </Link>
                , {fieldOf(one.fieldCode)}
              </>
            ),
          }))}
        />
      )}
    </Panel>
  )
}
