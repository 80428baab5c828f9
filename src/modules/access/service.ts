import { randomBytes, randomUUID } from 'node:crypto'
import { problem } from '../../pure/problem.ts'
import { nameSortKey, searchKey, tidy } from '../../pure/vietnamese.ts'
import { hashPassword, linkKey } from '../../server/auth.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import type { accessContract } from './contract.ts'
import { firstRoles, ladder, type Role, rights, roleNames } from './rights.ts'
import { refusalOfGrant } from './rules.ts'
import * as store from './store.ts'
import { tokenHash } from './visitor.ts'

/** Makes an account with its sign-in: by a password, or by the key of a link with which the person sets one. Returns its id. */
export async function addAccount(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  input: { name: string; email: string; password?: string; invitation?: string },
): Promise<number> {
  const authUserId = randomUUID()
  const name = tidy(input.name)
  const email = input.email.toLowerCase()
  await store.addSignIn(ctx.db, {
    authUserId,
    name,
    email,
    passwordHash: input.password === undefined ? null : await hashPassword(input.password),
    invitation: input.invitation ?? null,
  })
  return store.addAccount(ctx.db, {
    authUserId,
    name,
    email,
    searchKey: searchKey(name),
    sortKey: nameSortKey(name),
    createdBy: ctx.actor?.accountId ?? null,
  })
}

export const accessService: Service<typeof accessContract> = {
  me: async (ctx) => actorOf(ctx),

  installation: async (ctx) => {
    const school = await store.school(ctx.db)
    return {
      school,
      isEmpty: school === null,
      hasProvinceSignIn: ctx.config.oidc !== null,
      sendsMail: ctx.config.smtpUrl !== null,
    }
  },

  setUp: async (ctx, input) => {
    if (await store.school(ctx.db)) throw problem(409, 'access.alreadySetUp')
    await store.seeWholeSchool(ctx.db)
    await store.setSchool(ctx.db, {
      schoolName: tidy(input.schoolName),
      provinceName: tidy(input.provinceName),
      isSample: false,
    })
    const accountId = await addAccount(ctx, input)
    for (const role of firstRoles) {
      await store.addGrant(ctx.db, {
        accountId,
        role,
        unitId: null,
        fromOn: ctx.today,
        untilOn: null,
        grantedBy: null,
      })
    }
    return { accountId }
  },

  matrix: async () => ({
    roles: [...roleNames],
    rights: Object.entries(rights).map(([right, held]) => ({ right, roles: [...held] })),
  }),

  accounts: async (ctx, input) => {
    const { rows, total } = await store.accountsOf(
      ctx.db,
      ctx.scope,
      actorOf(ctx).accountId,
      ctx.today,
      input,
    )
    return { rows: rows.map((row) => shown(ctx, row)), total }
  },

  account: (ctx, { accountId }) => readAccount(ctx, accountId),

  makeAccount: async (ctx, input) => {
    refuseGrant(ctx, input.role, input.unitId ?? null)
    refuseDeputy(input)
    const invitation = newLink()
    const accountId = await addAccount(ctx, {
      name: input.name,
      email: input.email,
      invitation: invitation.key,
    })
    await store.addGrant(ctx.db, {
      accountId,
      role: input.role,
      unitId: input.unitId ?? null,
      isDeputy: input.isDeputy,
      fromOn: input.fromOn ?? ctx.today,
      untilOn: input.untilOn ?? null,
      grantedBy: actorOf(ctx).accountId,
    })
    return { accountId, invitationPath: invitation.path }
  },

  grant: async (ctx, input) => {
    await readAccount(ctx, input.accountId)
    refuseGrant(ctx, input.role, input.unitId ?? null)
    refuseDeputy(input)
    const id = await store.addGrant(ctx.db, {
      accountId: input.accountId,
      role: input.role,
      unitId: input.unitId ?? null,
      isDeputy: input.isDeputy,
      fromOn: input.fromOn,
      untilOn: input.untilOn ?? null,
      grantedBy: actorOf(ctx).accountId,
    })
    return grantOf(ctx, input.accountId, id)
  },

  endGrant: async (ctx, input) => {
    const grant = await grantOf(ctx, input.accountId, input.grantId)
    refuseGrant(ctx, grant.role as Role, grant.unitId)
    if (input.untilOn <= grant.fromOn)
      throw problem(409, 'access.endsBeforeItBegins', { fromOn: grant.fromOn })
    await store.endGrant(ctx.db, input.accountId, input.grantId, input.untilOn)
    return grantOf(ctx, input.accountId, input.grantId)
  },

  disable: (ctx, input) => setDisabled(ctx, input.accountId, true),
  enable: (ctx, input) => setDisabled(ctx, input.accountId, false),

  invite: async (ctx, input) => {
    const row = await mustSee(ctx, input.accountId)
    if (!isWithin(ctx, row)) throw problem(409, 'access.notYourUnit')
    const invitation = newLink()
    await store.renewSignIn(ctx.db, input.accountId, invitation.key, input.stopsFactor)
    return { accountId: input.accountId, invitationPath: invitation.path }
  },

  tokens: (ctx) => store.tokensOf(ctx.db, actorOf(ctx).accountId),

  makeToken: async (ctx, input) => {
    const actor = actorOf(ctx)
    const foreign = input.rights.filter((right) => !actor.rights.includes(right))
    if (foreign.length > 0) throw problem(409, 'access.rightNotYours', { rights: foreign })
    const token = `nhip_${randomBytes(32).toString('base64url')}`
    const id = await store.addToken(ctx.db, {
      accountId: actor.accountId,
      name: tidy(input.name),
      hash: tokenHash(token),
      rights: input.rights,
      days: input.days,
    })
    return { id, token }
  },

  revokeToken: async (ctx, { tokenId }) => {
    if (!(await store.revokeToken(ctx.db, actorOf(ctx).accountId, tokenId)))
      throw problem(404, 'access.notFound')
    return { id: tokenId }
  },
}

/** A link with which somebody sets a password: the path is shown once, the key is what is stored. */
function newLink(): { path: string; key: string } {
  const token = randomBytes(24).toString('base64url')
  return { path: `/dat-mat-khau?token=${token}`, key: linkKey(token) }
}

type AccountRow = NonNullable<Awaited<ReturnType<typeof store.accountById>>>

async function readAccount(ctx: Ctx, accountId: number) {
  return shown(ctx, await mustSee(ctx, accountId))
}

async function mustSee(ctx: Ctx, accountId: number): Promise<AccountRow> {
  const row = await store.accountById(ctx.db, ctx.scope, actorOf(ctx).accountId, ctx.today, accountId)
  if (!row) throw problem(404, 'access.notFound')
  return row
}

function shown(ctx: Ctx, row: AccountRow) {
  const { isGoverned: _, ...rest } = row
  return { ...rest, can: verbs(ctx, row) }
}

async function grantOf(ctx: Ctx, accountId: number, grantId: number) {
  const grant = (await readAccount(ctx, accountId)).grants.find((one) => one.id === grantId)
  if (!grant) throw problem(404, 'access.notFound')
  return grant
}

async function setDisabled(ctx: Ctx, accountId: number, isDisabled: boolean) {
  const row = await mustSee(ctx, accountId)
  if (accountId === actorOf(ctx).accountId) throw problem(409, 'access.notYourself')
  if (!isWithin(ctx, row)) throw problem(409, 'access.notYourUnit')
  await store.setDisabled(ctx.db, accountId, isDisabled)
  if (isDisabled) await store.endSessions(ctx.db, accountId)
  return readAccount(ctx, accountId)
}

/** Every role of the account is one that the actor could have given: a unit's head cannot lock out the school's people. */
const isWithin = (ctx: Ctx, row: Pick<AccountRow, 'grants' | 'isGoverned'>): boolean =>
  row.isGoverned &&
  row.grants.every((grant) => refusalOfGrant(grant.role as Role, grant.unitId, giver(ctx)) === null)

const giver = (ctx: Ctx) =>
  ctx.scope.all ? { seesAll: true, unitIds: [] } : { seesAll: false, unitIds: ctx.scope.unitIds }

/** Only a head has deputies. */
function refuseDeputy({ role, isDeputy }: { role: Role; isDeputy: boolean }): void {
  if (isDeputy && role !== ladder.deputy.role)
    throw problem(422, 'input.wrong', {}, [{ path: 'isDeputy', code: 'access.deputyOfHead' }])
}

function refuseGrant(ctx: Ctx, role: Role, unitId: number | null): void {
  const refusal = refusalOfGrant(role, unitId, giver(ctx))
  if (refusal) throw problem(409, refusal, { role })
}

/** What the actor may do with an account, for the buttons of the page. */
function verbs(ctx: Ctx, row: AccountRow): string[] {
  const actor = actorOf(ctx)
  if (!actor.rights.includes('accounts.edit') || !isWithin(ctx, row)) return []
  const own = row.id === actor.accountId
  return ['grant', 'endGrant', ...(own ? [] : ['invite', row.isDisabled ? 'enable' : 'disable'])]
}
