import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { Actor } from '../../../pure/actor.ts'
import { type Day, printDay } from '../../../pure/day.ts'
import type { Words } from '../../../pure/words.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { useActor, useCan, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { person, sensitive } from '../contract.ts'
import { printBirth } from '../rules.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type Person = z.infer<typeof person>

const dayOr = (day: Day | null, other: string) => (day === null ? other : printDay(day))

/** Is it the reader's own file, which «Hồ sơ của tôi» shows whole? Whoever keeps the files works on the page of all files. */
export const isOwnPage = (actor: Actor | null, personId: number): boolean =>
  actor !== null && actor.personId === personId && !actor.rights.includes('people.edit')

/** The two sides of a file. */
export function PersonTabs({ personId }: { personId: number }) {
  const w = useWords(vi, en)
  const isOwn = isOwnPage(useActor(), personId)
  // Whoever has no reach over files has none over the history either.
  if (!useCan('people.read')) return null
  return (
    <Tabs
      label={w.list.title}
      tabs={[
        { title: w.file.summary, to: isOwn ? '/toi' : `/can-bo/${personId}` },
        { title: w.file.history, to: `/can-bo/${personId}/lich-su` },
      ]}
    />
  )
}

/** Who this is, the posts over time and the education: what is never masked. */
export function OpenParts({ file }: { file: Person }) {
  const w = useWords(vi, en)
  const born =
    file.birthPrecision !== 'unknown'
      ? printBirth(file)
      : file.bornText
        ? w.person.bornUnread({ text: file.bornText })
        : w.person.bornNone
  return (
    <>
      <Panel title={w.edit.identity} flush>
        <DescriptionList
          facts={[
            { term: w.person.fullName, value: file.fullName },
            { term: w.person.code, value: file.code },
            { term: w.person.cadreNumber, value: file.cadreNumber },
            { term: w.person.born, value: born },
            { term: w.person.sex, value: file.sex ? w.sexes[file.sex] : w.person.sexUnknown },
            { term: w.person.title, value: file.title },
            {
              term: w.person.unit,
              value:
                file.unit &&
                `${file.unit.name}${file.placement === 'proposed' ? ` (${w.person.proposed})` : ''}`,
            },
            {
              term: w.person.rank,
              value: file.rank === null ? w.person.rankUnknown : w.ranks[file.rank as 0 | 1 | 2 | 3],
            },
            { term: w.person.source, value: file.source },
          ]}
        />
      </Panel>
      <Panel title={w.file.posts} flush>
        <dl className="facts">
          {file.posts.map((post) => (
            <div key={post.id}>
              <dt>
                {w.file.until({
                  from: dayOr(post.fromOn as Day | null, w.file.before),
                  until: dayOr(post.untilOn as Day | null, w.file.now),
                })}
              </dt>
              <dd>
                {post.title}, {post.unit.name}
                {!post.isMain && ` (${w.file.secondary})`}
                <br />
                <span className="quiet">
                  {[
                    w.causes[post.cause],
                    post.endCause && `${w.file.endCause}: ${w.endCauses[post.endCause]}`,
                    post.workField && (w.fields[post.workField] ?? post.workField),
                    post.document,
                    post.placement === 'proposed' && w.person.proposed,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      {file.educations.length > 0 && (
        <Panel title={w.file.education} flush>
          <dl className="facts">
            {file.educations.map((one) => (
              <div key={one.id}>
                <dt>{w.educationKinds[one.kind]}</dt>
                <dd>{printEducation(w, one)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  )
}

/** Level, field and day of an education, as far as they are known. */
export const printEducation = (w: Words<typeof vi>, one: Person['educations'][number]): string =>
  [
    one.level,
    one.field && (w.fields[one.field] ?? one.field),
    one.grantedOn && printDay(one.grantedOn as Day),
  ]
    .filter(Boolean)
    .join(', ')

/** The sensitive fields: their values where they were shown, else the mask. */
export function SensitiveFacts({ shown }: { shown: z.infer<typeof sensitive> }) {
  const w = useWords(vi, en)
  const hidden = <span title={w.mask.isHidden}>{w.mask.hidden}</span>
  const mask = (field: (typeof shown.masked)[number], value: ReactNode) =>
    shown.masked.includes(field) ? hidden : value
  const lines = (all: { id: number; text: string }[] | null, none: string) =>
    !all || all.length === 0 ? none : all.map((one) => <div key={one.id}>{one.text}</div>)
  const { party } = shown
  const levels = w.ratings as Record<number, string>
  return (
    <DescriptionList
      facts={[
        {
          term: w.sensitive.party,
          value: mask(
            'party',
            party &&
              [
                party.admittedOn ? printDay(party.admittedOn as Day) : party.text,
                party.officialOn && `${w.person.officialOn}: ${printDay(party.officialOn as Day)}`,
              ]
                .filter(Boolean)
                .join(' · '),
          ),
        },
        { term: w.sensitive.ethnicity, value: mask('ethnicity', shown.ethnicity) },
        { term: w.sensitive.religion, value: mask('religion', shown.religion) },
        { term: w.sensitive.citizenId, value: mask('citizenId', shown.citizenId) },
        {
          term: w.sensitive.plannings,
          value: mask(
            'plannings',
            lines(
              shown.plannings?.map((one) => ({
                id: one.id,
                text: [
                  `${one.term}: ${one.post}`,
                  printDay(one.decidedOn as Day),
                  one.removedOn && `${w.mask.removedOn}: ${printDay(one.removedOn as Day)}`,
                  one.document,
                  one.source,
                ]
                  .filter(Boolean)
                  .join(' · '),
              })) ?? null,
              w.mask.noPlannings,
            ),
          ),
        },
        {
          term: w.sensitive.ratings,
          value: mask(
            'ratings',
            lines(
              shown.ratings?.map((one) => ({
                id: one.id,
                text: [`${one.year}: ${levels[one.level]}`, one.document, one.source]
                  .filter(Boolean)
                  .join(' · '),
              })) ?? null,
              w.mask.noRatings,
            ),
          ),
        },
      ]}
    />
  )
}
