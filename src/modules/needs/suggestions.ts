import type * as z from 'zod'
import type { Ctx, Scope } from '../../server/ctx.ts'
import { lackingOf } from '../regulations/index.ts'
import type { suggestion } from './contract.ts'
import * as store from './store.ts'
import { programmeNames } from './sums.ts'

type Suggestion = z.infer<typeof suggestion>

/**
 * What a unit's form proposes: for each programme of a level on offer the people of the unit whose post asks for it and who
 * lack it (or of whom nothing is recorded), and who was named in an earlier year and still waits. Whoever is known to have
 * the level by now is not proposed. Planned posts only within `planned`.
 */
export async function suggestionsFor(
  ctx: Ctx,
  planned: Scope | null,
  about: {
    answer: { id: number; roundId: number; unitId: number }
    programmes: readonly { id: number; name: string; modes: readonly string[] }[]
    needs: readonly store.NeedRow[]
  },
): Promise<Suggestion[]> {
  const { answer, programmes, needs } = about
  const people = await store.peopleOfUnit(ctx.db, answer.unitId, ctx.today)
  const nameOf = new Map(people.map((person) => [person.id, person]))
  const verdicts = await lackingOf(ctx.db, ctx.scope, {
    on: ctx.today,
    unitIds: null,
    planned,
    personIds: [...nameOf.keys()],
  })
  const verdictOf = new Map(
    verdicts.flatMap(({ personIds, verdict }) => personIds.map((personId) => [personId, verdict] as const)),
  )
  const waiting = await store.waitingOf(ctx.db, answer.roundId, [...nameOf.keys()])
  const levels = new Map(
    (
      await programmeNames(
        ctx.db,
        programmes.map((one) => one.id),
      )
    ).map((one) => [one.id, one.level]),
  )
  return programmes.flatMap((programme): Suggestion[] => {
    const level = levels.get(programme.id) ?? null
    const named = new Set(
      needs
        .filter((need) => need.programmeId === programme.id)
        .flatMap((need) => need.people.map((one) => one.id)),
    )
    const since = new Map(
      waiting.filter((one) => one.programmeId === programme.id).map((one) => [one.personId, one.since]),
    )
    const found = people.flatMap((person) => {
      const verdict = verdictOf.get(person.id)
      const asks = verdict?.programme === level ? verdict : undefined
      const waitingSince = since.get(person.id) ?? null
      if (asks ? asks.result === 'met' : waitingSince === null) return []
      return [
        {
          id: person.id,
          name: person.name,
          post: asks && asks.post.basis === 'held' ? asks.post.title : asks ? null : person.title,
          basis: asks ? asks.post.basis : ('waiting' as const),
          result: asks && asks.result !== 'met' ? asks.result : ('waiting' as const),
          qualification: asks?.qualification ?? null,
          waitingSince,
          isNamed: named.has(person.id),
          verdict: asks,
        },
      ]
    })
    const first = found.find((one) => one.verdict)?.verdict
    if (found.length === 0) return []
    const rows = [...new Set(found.flatMap((one) => one.verdict?.row.text ?? []))]
    return [
      {
        programmeId: programme.id,
        programmeName: programme.name,
        modeCode: programme.modes.includes('partTime') ? 'partTime' : (programme.modes[0] ?? 'none'),
        targetGroup: first?.row.group ?? 'other',
        people: found
          .map(({ verdict: _, ...one }) => one)
          .sort((a, b) => (a.waitingSince ?? 9999) - (b.waitingSince ?? 9999)),
        source: first ? `${first.set.document}: ${rows.slice(0, 3).join('; ')}` : null,
        isToConfirm: first !== undefined,
      },
    ]
  })
}
