import { createHash } from 'node:crypto'
import type { Day } from '../../pure/day.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { readBirth } from '../people/index.ts'
import { keyOf, type RuleSet, regulations } from '../regulations/index.ts'
import * as store from './check-store.ts'
import type { Verdict } from './contract/verdict.ts'
import {
  type GroundFact,
  judge,
  type NomineeFacts,
  type RatingTrack,
  type Sending,
  setFor,
} from './rules/eligibility.ts'
import { maskVerdict } from './rules/masking.ts'

/** All that a check depends on: kept with it, so that it can be said again. */
type Seen = { facts: NomineeFacts; sending: Sending; waivers: Parameters<typeof judge>[3] }

/**
 * Checks nominations by the rule set of their sending date and freezes each check with what it saw. With cause `facts` only
 * where something has changed since the last check. Answers whom it has checked.
 */
export async function checkNominations(
  ctx: Ctx,
  ids: readonly number[],
  cause: store.Cause,
): Promise<number[]> {
  const nominations = await store.toJudge(ctx.db, ids)
  const sensitive = await store.sensitiveOf(
    ctx.db,
    nominations.map((one) => one.personId),
  )
  const { sets } = await regulations()
  const kept = new Map<string, { hash: string; setId: string; content: string }>()
  const found = nominations.flatMap((one) => {
    const own = sensitive.get(one.personId)
    if (!own) return []
    const seen = seenOf(one, own)
    const set = seen.facts.isForeign || seen.sending.programme === null ? null : setFor(sets, seen.sending)
    const rule = set && ruleOf(set)
    if (rule) kept.set(rule.hash, rule)
    const judged = judge(sets, seen.facts, seen.sending, seen.waivers)
    return [
      {
        checkId: one.checkId,
        check: {
          nominationId: one.id,
          cause,
          ruleSet: judged.ruleSet,
          ruleHash: rule?.hash ?? null,
          overall: judged.overall,
          proposal: judged.proposal,
          masked: judged.verdicts.map(maskVerdict),
          verdicts: judged.verdicts,
          facts: seen,
        } satisfies store.NewCheck,
      },
    ]
  })
  const before =
    cause === 'facts'
      ? await store.frozen(
          ctx.db,
          found.flatMap((one) => one.checkId ?? []),
        )
      : new Map<number, store.Frozen>()
  const fresh = found.filter(({ checkId, check }) => {
    const last = checkId === null ? undefined : before.get(checkId)
    return !last || canonical([last.facts, last.verdicts]) !== canonical([check.facts, check.verdicts])
  })
  await store.keepRuleSets(ctx.db, [...kept.values()])
  await store.addChecks(
    ctx.db,
    fresh.map((one) => one.check),
    ctx.actor ? actorOf(ctx).accountId : null,
  )
  return fresh.map((one) => one.check.nominationId)
}

/** The same rules on the same facts: verdicts as this reader may see them, and whether they are still the same. */
export async function replayed(
  ctx: Ctx,
  check: store.CheckRow,
): Promise<{ verdicts: Verdict[]; isSame: boolean } | null> {
  const frozen = (await store.frozen(ctx.db, [check.id])).get(check.id)
  if (!frozen) return null
  const { facts, sending, waivers } = frozen.facts as Seen
  const set = check.ruleHash === null ? null : ((await store.ruleSetKept(ctx.db, check.ruleHash)) as RuleSet)
  const { verdicts } = judge(set ? [set] : [], facts, sending, waivers)
  return {
    verdicts: verdicts.map(maskVerdict),
    isSame: canonical(verdicts) === canonical(frozen.verdicts),
  }
}

/** A rule set by its whole content: another word in it is another set. */
export function ruleOf(set: RuleSet): { hash: string; setId: string; content: string } {
  const content = canonical(set)
  return { hash: createHash('sha256').update(content).digest('hex'), setId: set.id, content }
}

/** JSON with the names of every object in order, so that two that say the same are the same text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : one,
  )

function seenOf(one: store.ToJudge, own: store.Sensitive): Seen {
  const held = one.posts
    .filter((post) => one.basis === 'held' && (one.postId === null || post.id === one.postId))
    .map(
      ({ title, level, kind, document, fromOn, untilOn }): GroundFact => ({
        title,
        level,
        kind,
        basis: 'held',
        document,
        fromOn,
        untilOn,
        term: null,
      }),
    )
  const planned = own.plannings.map(
    (planning): GroundFact => ({
      title: planning.post,
      // A planned post is taken to be at the person's own unit, as long as planning does not say where.
      level: one.unitLevel,
      kind: one.unitKind,
      basis: 'planned',
      document: planning.document,
      fromOn: planning.decidedOn,
      untilOn: planning.removedOn,
      term: planning.term,
    }),
  )
  const isInForce = (ground: GroundFact) =>
    (ground.fromOn === null || ground.fromOn <= one.sentOn) &&
    (ground.untilOn === null || ground.untilOn > one.sentOn)
  const grounds = (one.basis === 'held' ? held : planned).toSorted(
    (a, b) => Number(isInForce(b)) - Number(isInForce(a)),
  )
  return {
    facts: {
      isForeign: one.isForeign,
      birth: { precision: one.birthPrecision, on: one.bornOn, year: one.bornYear, month: one.bornMonth },
      sex: one.sex,
      grounds,
      ground: null,
      party: partyWritten(own.party, one.sentOn),
      ethnicity: own.ethnicity,
      educations: one.educations,
      ratings: own.ratings.map(({ year, level, source }) => ({ year, level, track: trackWritten(source) })),
    },
    sending: {
      programme: one.level === 'elementary' ? null : one.level,
      mode: one.mode,
      sentOn: one.sentOn,
      opensOn: one.opensOn,
    },
    waivers: Object.fromEntries(
      one.exceptions.map(({ criterion, number, on }) => [criterion, { number, on }]),
    ),
  }
}

/** Party membership as files have it: days, a month or a year, or only that there is none. */
export function partyWritten(party: store.Sensitive['party'], until: Day): NomineeFacts['party'] {
  if (!party) return { admittedOn: null, officialOn: null, isMember: null }
  const { admittedOn, officialOn, text } = party
  if (admittedOn || officialOn || !text)
    return { admittedOn, officialOn, isMember: admittedOn || officialOn ? true : null }
  if (/^(khong|chua|chua vao dang|quan chung|khong phai dang vien)$/.test(keyOf(text)))
    return { admittedOn: null, officialOn: null, isMember: false }
  const read = readBirth(text, until)
  if (read.year === null) return { admittedOn: null, officialOn: null, isMember: null }
  const month = read.month ?? 12
  const last =
    read.on ??
    `${read.year}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(read.year, month, 0)).getUTCDate()}`
  return {
    admittedOn: last,
    officialOn: null,
    isMember: true,
    ...(read.precision !== 'day' && { admittedAs: text }),
  }
}

/** Of which of the two yearly ratings a source speaks; null: it does not say. */
export function trackWritten(source: string): RatingTrack {
  const key = keyOf(source)
  if (key.includes(keyOf('đảng viên'))) return 'partyMember'
  return [keyOf('công chức'), keyOf('viên chức'), keyOf('cán bộ')].some((word) => key.includes(word))
    ? 'official'
    : null
}
