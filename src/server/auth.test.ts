import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { getMigrations } from 'better-auth/db/migration'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { aHouse, as, freePort, type RunningHouse } from '../../tests/http.ts'
import { authOptions } from './auth.ts'
import { readConfig } from './config.ts'
import { openPool } from './db/pool.ts'
import { openLog } from './log.ts'

let house: RunningHouse
beforeAll(async () => {
  house = await aHouse({ lasts: 'file' })
})

test('the sign-in library finds every table and column that it expects', async () => {
  const url = new URL(house.databaseUrl)
  url.searchParams.set('options', '-c search_path=auth')
  const pool = openPool({ connectionString: url.href }, 2)
  onTestFinished(() => pool.end())
  const options = authOptions(
    {
      pool,
      config: readConfig({
        OIDC_DISCOVERY_URL: 'https://sso.tinh.gov.vn/.well-known/openid-configuration',
        OIDC_CLIENT_ID: 'nhip',
        OIDC_CLIENT_SECRET: 'x',
      }),
      log: openLog('silent'),
      origin: 'https://nhip.tinh.gov.vn',
      jobs: { later: async () => {} },
      resetMail: () => ({ subject: '', text: '' }),
    },
    'secret'.repeat(8),
  )
  const { toBeAdded, toBeCreated } = await getMigrations(options)
  expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] })
})

describe('signing in by the province’s provider', () => {
  type Claims = { sub: string; email: string; email_verified?: boolean }

  /** As much of an OpenID provider as signs one person in: discovery, keys, RS256. */
  async function aProvider() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const issuer = `http://localhost:${await freePort()}`
    const codes = new Map<string, { claims: Claims; nonce: string | null; challenge: string | null }>()
    let claims: Claims = { sub: 'x', email: 'x@x.vn' }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const idToken = (payload: object) => {
      const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(payload)}`
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
    }
    const server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', issuer)
      const json = (value: object, status = 200) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      if (url.pathname === '/.well-known/openid-configuration')
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          userinfo_endpoint: `${issuer}/userinfo`,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        })
      if (url.pathname === '/keys')
        return json({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        })
      if (url.pathname === '/authorize') {
        const asked = url.searchParams
        const code = randomUUID()
        codes.set(code, { claims, nonce: asked.get('nonce'), challenge: asked.get('code_challenge') })
        const back = new URL(asked.get('redirect_uri') as string)
        back.searchParams.set('code', code)
        back.searchParams.set('state', asked.get('state') as string)
        return response.writeHead(302, { location: back.href }).end()
      }
      if (url.pathname === '/token') {
        let body = ''
        for await (const chunk of request) body += chunk
        const asked = new URLSearchParams(body)
        const known = codes.get(asked.get('code') ?? '')
        const verifier = createHash('sha256')
          .update(asked.get('code_verifier') ?? '')
          .digest('base64url')
        if (!known || verifier !== known.challenge) return json({ error: 'invalid_grant' }, 400)
        const now = Math.floor(Date.now() / 1000)
        const token = idToken({
          iss: issuer,
          aud: 'nhip',
          iat: now,
          exp: now + 60,
          name: 'Ở Tỉnh',
          ...(known.nonce && { nonce: known.nonce }),
          ...known.claims,
        })
        return json({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: token })
      }
      return json(claims)
    })
    await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return {
      env: {
        OIDC_DISCOVERY_URL: `${issuer}/.well-known/openid-configuration`,
        OIDC_CLIENT_ID: 'nhip',
        OIDC_CLIENT_SECRET: 'bi-mat',
      },
      is: (person: Claims) => {
        claims = person
      },
    }
  }

  /** Goes to the provider and back; returns where the visitor ends up. */
  async function goThrough(of: RunningHouse) {
    const browser = of.browser()
    const asked = await browser.ask('/api/auth/sign-in/social', {
      json: {
        provider: 'province',
        callbackURL: '/lop',
        errorCallbackURL: '/dang-nhap',
        disableRedirect: true,
      },
    })
    const { url } = (await asked.json()) as { url: string }
    const there = await fetch(url, { redirect: 'manual' })
    const back = await browser.ask(there.headers.get('location') as string)
    const ends = new URL(back.headers.get('location') ?? '/', of.origin)
    return {
      browser,
      ends: ends.pathname,
      error: ends.searchParams.get('error'),
      isIn: (await browser.ask('/api/me')).status === 200,
    }
  }

  test('opens an account that exists, and no other', async () => {
    const provider = await aProvider()
    const at = await aHouse({ beside: house, env: provider.env })
    const person = await house.person('lecturer')

    provider.is({ sub: 'tinh-1', email: person.email.toUpperCase(), email_verified: true })
    const known = await goThrough(at)
    expect(known).toMatchObject({ ends: '/lop', error: null, isIn: true })
    expect(await known.browser.read('/api/me')).toMatchObject({
      accountId: person.accountId,
      name: 'Nguyễn Thị Thử',
    })

    // The provider knows the person by its subject: a changed address there still leads to the same account.
    provider.is({ sub: 'tinh-1', email: 'da-doi@tinh.gov.vn', email_verified: true })
    expect(await goThrough(at)).toMatchObject({ isIn: true })

    provider.is({ sub: 'tinh-2', email: 'la@tinh.gov.vn', email_verified: true })
    expect(await goThrough(at)).toMatchObject({ ends: '/dang-nhap', error: expect.any(String), isIn: false })
    expect(
      (await house.pool.query(`select from auth."user" where email = 'la@tinh.gov.vn'`)).rows,
    ).toHaveLength(0)
  })

  test('does not open a disabled account', async () => {
    const provider = await aProvider()
    const at = await aHouse({ beside: house, env: provider.env })
    const person = await house.person('lecturer')
    const administrator = await as(house, (await house.person('administrator')).accountId)
    await administrator.access.disable({ accountId: person.accountId, reason: 'chuyển công tác' })
    provider.is({ sub: 'tinh-3', email: person.email, email_verified: true })
    expect(await goThrough(at)).toMatchObject({ ends: '/dang-nhap', error: 'ACCOUNT_DISABLED', isIn: false })
  })

  test('is not there where none is configured', async () => {
    const browser = house.browser()
    const asked = await browser.ask('/api/auth/sign-in/social', { json: { provider: 'province' } })
    expect(asked.status).toBe(404)
    expect((await browser.ask('/api/auth/callback/province?code=x&state=y')).status).toBe(404)
    expect(await house.browser().read('/api/installation')).toMatchObject({
      hasProvinceSignIn: false,
      sendsMail: false,
    })
  })
})
