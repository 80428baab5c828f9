import type { ContractProcedure } from '@orpc/contract'
import { contract } from '../../src/contract.ts'
import type { ProcedureMeta } from '../../src/pure/contract.ts'
import { Problem } from '../../src/pure/problem.ts'
import { unpack, zipEntries } from '../../src/server/files/zip.ts'
import type { Visitor } from '../../src/server/visitor.ts'
import { aReader } from './book.ts'
import { type Example, examples } from './examples.ts'
import {
  type Caller,
  common,
  foreign,
  own,
  printed,
  type School,
  secret,
  secretDays,
  secretNumbers,
  sender,
} from './school.ts'

export type Procedure = {
  name: string
  module: string
  verb: string
  can: string
  isRead: boolean
  method: string
  path: string
  example: Example
}

/** Every procedure of the contract with its example. */
export const procedures: readonly Procedure[] = Object.entries(contract).flatMap(([module, members]) =>
  Object.entries(members).map(([verb, member]): Procedure => {
    const { meta, route } = (member as ContractProcedure<never, never, never, ProcedureMeta>)['~orpc']
    return {
      name: `${module}.${verb}`,
      module,
      verb,
      can: meta.can,
      isRead: route.method === 'GET',
      method: route.method ?? 'POST',
      path: route.path ?? '/',
      example: (examples as Record<string, Record<string, Example>>)[module]?.[verb] as Example,
    }
  }),
)

/** What came back: an answer, a refusal in the words of the house, or something that nobody expected. */
export type Outcome = { kind: 'answer' | 'refusal' | 'bug'; status: number; code: string; text: string }

/** Calls a procedure as a visitor; whatever it wrote is taken back by whoever rehearses. */
export async function call(
  school: School,
  visitor: Visitor,
  procedure: Procedure,
  input: unknown,
): Promise<Outcome> {
  const api = school.tryAs(visitor) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  try {
    const answer = await api[procedure.module]?.[procedure.verb]?.(input)
    return { kind: 'answer', status: 200, code: '', text: await textOf(answer) }
  } catch (error) {
    if (!(error instanceof Problem)) {
      const { code, message } = error as Error & { code?: string }
      return { kind: 'bug', status: 500, code: code ?? '', text: message }
    }
    const { requestId: _, ...said } = (error as Problem & { answer: { requestId: string } }).answer
    return { kind: 'refusal', status: error.status, code: error.code, text: JSON.stringify(said) }
  }
}

/** An answer as text: JSON, or all that is written in a workbook or a letter. */
export async function textOf(answer: unknown): Promise<string> {
  if (!(answer instanceof File)) return JSON.stringify(answer) ?? ''
  const parts = [answer.name]
  for (const entry of zipEntries(new Uint8Array(await answer.arrayBuffer()))) {
    if (/docProps|theme|styles/.test(entry.name)) continue
    const chunks: Buffer[] = []
    await unpack(entry, 50_000_000, (chunk) => void chunks.push(chunk))
    parts.push(Buffer.concat(chunks).toString('utf8'))
  }
  return parts.join('\n')
}

const secrets: string[] = [secret, ...secretDays, ...secretDays.map(printed), ...Object.values(secretNumbers)]

/** Where what is kept under mask may be read nevertheless: for a reason that stands in the record, of oneself, or in the file that one has sent. */
const showsSecrets = ['people.unmask', 'people.mine']
const showsSecretsToSender = ['exchange.errors']

const mayCall = (visitor: Visitor, { can, isRead }: Procedure): boolean =>
  can === 'anyone' ||
  (visitor.actor !== null &&
    (can === 'signedIn' ? isRead || !visitor.isProgram : visitor.actor.rights.includes(can)))

const refusals = ['access.signInFirst', 'access.notAllowed', 'access.notByToken']

/** What is wrong with the text of an answer or a refusal; undefined when nothing is. */
export function leakIn(
  text: string,
  { name, visitor }: Caller,
  procedure: Pick<Procedure, 'name' | 'can'>,
): string | undefined {
  if (!visitor.scopeFor(procedure.can).all && text.includes(foreign)) return 'shows what is foreign'
  if (!visitor.actor && (text.includes(own) || text.includes(common)))
    return 'shows something to who is signed out'
  const isBare =
    showsSecrets.includes(procedure.name) ||
    (name === sender && showsSecretsToSender.includes(procedure.name))
  if (!isBare && secrets.some((one) => text.includes(one))) return 'shows what is masked'
  return undefined
}

export type Finding = {
  combinations: number
  leaks: string[]
  /** Examples that proved nothing: nobody was answered, or nobody saw the mark whose absence is to be shown. */
  unproved: string[]
}

/** Cannot succeed here: the first visit is over; the address of a calendar is known to its owner alone, the link of a sheet to who was given it. */
const cannotSucceed = [
  'teaching.publicInvitation',
  'teaching.answerByLink',
  'teaching.feed',
  'access.setUp',
  'coordination.feed',
  'surveys.sheet',
  'surveys.answer',
]

/** Tries every procedure as every caller, with own, foreign and made-up ids; without the right also with nonsense. */
export async function tryEverything(
  school: School,
  choose: { procedures?: (procedure: Procedure) => boolean; callers?: (caller: Caller) => boolean } = {},
): Promise<Finding> {
  const found: Finding = { combinations: 0, leaks: [], unproved: [] }
  const callers = school.callers.filter(choose.callers ?? (() => true))
  const query = school.one.query as never
  const reader = await aReader(query)
  const before = await reader.read(query)
  const { foreign: theirs } = school.ids
  const seeds = [theirs.unitId, theirs.parentUnitId, theirs.leafUnitId].map((id) => `unit/${id}`)
  const foreignKeys = reader.foreignIn(before, seeds)

  for (const procedure of procedures.filter(choose.procedures ?? (() => true))) {
    const seen = { own: false, ownMark: false, foreign: false, foreignMark: false, commonMark: false }
    let isLimitedAsked = false
    let isSchoolAsked = false
    const tell = (caller: Caller, which: string, what: string) =>
      found.leaks.push(`${procedure.name} as ${caller.name} with ${which} ids: ${what}`)

    for (const caller of callers) {
      const { visitor } = caller
      const attempt = (input: unknown, isWatched = false) => {
        found.combinations += 1
        return school.one.rehearse(async () => {
          const outcome = await call(school, visitor, procedure, input)
          if (!isWatched) return { ...outcome, touched: [] }
          await school.one.query('set local role none')
          return { ...outcome, touched: reader.touched(before, await reader.read(query), foreignKeys) }
        })
      }

      if (!mayCall(visitor, procedure)) {
        const inputs: Record<string, unknown> = { nonsense: 'rác', no: undefined }
        for (const which of ['own', 'foreign'] as const)
          inputs[which] = procedure.example.input(school.ids[which])
        for (const [which, input] of Object.entries(inputs)) {
          const outcome = await attempt(input)
          const due = visitor.actor ? 403 : 401
          if (outcome.status !== due || !refusals.includes(outcome.code))
            tell(
              caller,
              which,
              `${outcome.status} ${outcome.code} instead of ${due}: ${outcome.text.slice(0, 200)}`,
            )
        }
        continue
      }

      const isLimited = !visitor.scopeFor(procedure.can).all
      if (!isLimited) isSchoolAsked = true
      const outcomes: Partial<Record<'own' | 'foreign' | 'missing', Outcome>> = {}
      for (const which of ['own', 'foreign', ...(isLimited ? (['missing'] as const) : [])] as const) {
        const outcome = await attempt(
          procedure.example.input(school.ids[which]),
          isLimited && !procedure.isRead,
        )
        outcomes[which] = outcome
        const leak = leakIn(outcome.text, caller, procedure)
        if (leak) tell(caller, which, `${leak}: ${around(outcome.text)}`)
        for (const what of outcome.touched) tell(caller, which, what)
        // With the first wall down the database's own refusal is as good as any.
        if (outcome.kind === 'bug' && !(isLimited && !school.world.app.house.firstWall))
          tell(caller, which, `a bug: ${outcome.code} ${outcome.text}`)
        if (outcome.kind === 'answer' && which === 'own') {
          seen.own = true
          if (outcome.text.includes(own) && isLimited) seen.ownMark = true
          if (outcome.text.includes(common)) seen.commonMark = true
        }
        if (outcome.kind === 'answer' && which === 'foreign' && !isLimited) {
          seen.foreign = true
          if (outcome.text.includes(foreign)) seen.foreignMark = true
        }
      }
      if (!isLimited) continue
      if (visitor.actor && visitor.actor.roles.length > 0) isLimitedAsked = true
      const { foreign: theirs, missing } = outcomes
      if (!theirs || !missing || !['units', 'school'].includes(procedure.example.holds)) continue
      if (theirs.kind === 'refusal' && [401, 403].includes(theirs.status))
        tell(caller, 'foreign', `${theirs.status} betrays that it is there`)
      if (sameForAll(theirs) !== sameForAll(missing))
        tell(
          caller,
          'foreign',
          `not as what does not exist: ${theirs.status} ${theirs.code} ${theirs.text.slice(0, 200)} / ${missing.status} ${missing.code} ${missing.text.slice(0, 200)}`,
        )
    }

    const { holds } = procedure.example
    // What only units' own people may do at all is proved by the head of the other unit.
    if (holds === 'units' && !isSchoolAsked) {
      const { kind } = await school.one.rehearse(() =>
        call(school, school.headOfB, procedure, procedure.example.input(theirs)),
      )
      seen.foreign = kind === 'answer'
    }
    const unproved = (what: string) => found.unproved.push(`${procedure.name}: ${what}`)
    if (!seen.own && !cannotSucceed.includes(procedure.name)) unproved('nobody was answered')
    if (procedure.isRead && holds === 'everybody' && !seen.commonMark) unproved('nobody saw what is common')
    if (holds === 'units' || holds === 'school') {
      if (!seen.foreign) unproved('not even those who may were answered about what is foreign')
      if (isSchoolAsked && procedure.isRead && !seen.foreignMark)
        unproved('not even the school saw what is foreign')
    }
    if (holds === 'units' && isLimitedAsked && procedure.isRead && !seen.ownMark)
      unproved('no unit saw its own')
  }

  const after = await reader.read(query)
  for (const [key, { text }] of before)
    if (after.get(key)?.text !== text) found.leaks.push(`the rehearsal has changed ${key}`)
  return found
}

/** Without the ids and times that differ anyway. */
const sameForAll = ({ kind, status, code, text }: Outcome): string =>
  kind === 'bug' ? 'bug' : `${kind} ${status} ${code} ${text.replace(/\d+/g, '#')}`

function around(text: string): string {
  const at = [foreign, ...secrets].map((mark) => text.indexOf(mark)).filter((at) => at >= 0)
  const first = Math.min(...at)
  return Number.isFinite(first) ? text.slice(Math.max(0, first - 150), first + 60) : text.slice(0, 200)
}
