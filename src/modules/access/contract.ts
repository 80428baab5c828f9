import * as z from 'zod'
import { procedure } from '../../pure/contract.ts'
import { count, day, id, instant, line, listInput, listOf, reason } from '../../pure/schema.ts'
import { roleNames } from './rights.ts'

const role = z.enum(roleNames, {
  error: (issue) => (issue.input === undefined ? 'field.required' : undefined),
})

export const heldRole = z.object({ role: z.string(), unitId: id.nullable(), unitName: z.string().nullable() })

export const actorShape = z.object({
  accountId: id,
  name: z.string(),
  email: z.string(),
  personId: id.nullable(),
  roles: z.array(heldRole),
  rights: z.array(z.string()),
})

export const roleGrant = z.object({
  id,
  role: z.string(),
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  /** A deputy of a unit's head: the head's rights, reminded on a rung of their own. */
  isDeputy: z.boolean(),
  fromOn: day,
  untilOn: day.nullable(),
})

export const account = z.object({
  id,
  name: z.string(),
  email: z.string(),
  isDisabled: z.boolean(),
  createdAt: instant,
  grants: z.array(roleGrant),
  version: z.number().int(),
  can: z.array(z.string()),
})

export const accountsInput = listInput(['name', 'email', 'createdAt'], 'name').extend({
  role: role.optional(),
  unitId: id.optional(),
})

export const newAccountInput = z.object({
  name: line(120),
  email: z.email('field.email').max(200).toLowerCase(),
  role,
  unitId: id.optional(),
  isDeputy: z.boolean().default(false),
  fromOn: day.optional(),
  untilOn: day.optional(),
})

export const grantInput = z.object({
  accountId: id,
  role,
  unitId: id.optional(),
  isDeputy: z.boolean().default(false),
  fromOn: day,
  untilOn: day.optional(),
})

export const apiToken = z.object({
  id,
  name: z.string(),
  rights: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})

export const newTokenInput = z.object({
  name: line(100),
  rights: z.array(z.string()).min(1, 'field.required'),
  days: count.min(1, 'field.tooSmall').max(366, 'field.tooLarge'),
})

export const setUpInput = z.object({
  schoolName: line(200),
  provinceName: line(100),
  name: line(120),
  email: z.email('field.email').max(200).toLowerCase(),
  password: z.string().min(10, 'field.password').max(200, 'field.tooLong'),
})

export const accessContract = {
  me: procedure
    .meta({ can: 'signedIn' })
    .route({ method: 'GET', path: '/me', summary: 'Who I am, my roles and rights' })
    .output(actorShape),
  installation: procedure
    .meta({ can: 'anyone' })
    .route({ method: 'GET', path: '/installation', summary: 'The school, and whether it is set up' })
    .output(
      z.object({
        school: z.object({ name: z.string(), isSample: z.boolean() }).nullable(),
        isEmpty: z.boolean(),
        /** Whether one may sign in by the province's provider, and whether this server can send mail. */
        hasProvinceSignIn: z.boolean(),
        sendsMail: z.boolean(),
      }),
    ),
  setUp: procedure
    .meta({ can: 'anyone' })
    .route({
      method: 'POST',
      path: '/installation',
      summary: 'First visit: make the school and its administrator',
    })
    .input(setUpInput)
    .output(z.object({ accountId: id })),
  matrix: procedure
    .meta({ can: 'access.matrix' })
    .route({ method: 'GET', path: '/rights', summary: 'Which role gives which right' })
    .output(
      z.object({
        roles: z.array(z.string()),
        rights: z.array(z.object({ right: z.string(), roles: z.array(z.string()) })),
      }),
    ),
  accounts: procedure
    .meta({ can: 'accounts.read' })
    .route({ method: 'GET', path: '/accounts', summary: 'Accounts, with the roles that they hold' })
    .input(accountsInput)
    .output(listOf(account)),
  account: procedure
    .meta({ can: 'accounts.read' })
    .route({ method: 'GET', path: '/accounts/{accountId}', summary: 'One account' })
    .input(z.object({ accountId: id }))
    .output(account),
  makeAccount: procedure
    .meta({ can: 'accounts.edit' })
    .route({
      method: 'POST',
      path: '/accounts',
      summary: 'Make an account with its first role; the link to set a password is shown once',
    })
    .input(newAccountInput)
    .output(z.object({ accountId: id, invitationPath: z.string() })),
  grant: procedure
    .meta({ can: 'accounts.edit' })
    .route({ method: 'POST', path: '/accounts/{accountId}/grants', summary: 'Give a role' })
    .input(grantInput)
    .output(roleGrant),
  endGrant: procedure
    .meta({ can: 'accounts.edit' })
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/grants/{grantId}/end',
      summary: 'End a role from a day on',
    })
    .input(z.object({ accountId: id, grantId: id, untilOn: day, reason }))
    .output(roleGrant),
  disable: procedure
    .meta({ can: 'accounts.edit' })
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/disable',
      summary: 'Disable an account and end its sessions',
    })
    .input(z.object({ accountId: id, reason }))
    .output(account),
  enable: procedure
    .meta({ can: 'accounts.edit' })
    .route({ method: 'POST', path: '/accounts/{accountId}/enable', summary: 'Enable a disabled account' })
    .input(z.object({ accountId: id, reason }))
    .output(account),
  invite: procedure
    .meta({ can: 'accounts.edit' })
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/invitation',
      summary: 'A new link to set the password, shown once; ends sessions and, on wish, the second factor',
    })
    .input(z.object({ accountId: id, stopsFactor: z.boolean().default(false), reason }))
    .output(z.object({ accountId: id, invitationPath: z.string() })),
  tokens: procedure
    .meta({ can: 'signedIn' })
    .route({ method: 'GET', path: '/tokens', summary: 'My API tokens' })
    .output(z.array(apiToken)),
  makeToken: procedure
    .meta({ can: 'signedIn' })
    .route({ method: 'POST', path: '/tokens', summary: 'Make an API token; it is shown this once' })
    .input(newTokenInput)
    .output(z.object({ id, token: z.string() })),
  revokeToken: procedure
    .meta({ can: 'signedIn' })
    .route({ method: 'POST', path: '/tokens/{tokenId}/revoke', summary: 'Revoke an API token' })
    .input(z.object({ tokenId: id }))
    .output(z.object({ id })),
}
