import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const wrong = (env: Record<string, string>): unknown => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as { params: { variables: unknown } }).params.variables
  }
}

test('without any variable everything has its usual value', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    origin: null,
    trustProxy: false,
    oidc: null,
  })
})

test('every wrong variable is named, all at once', () => {
  expect(
    wrong({
      PORT: '80a',
      DATABASE_URL: 'mysql://x',
      NHIP_TIME_ZONE: 'Hà Nội',
      NHIP_ORIGIN: 'nhip.tinh.gov.vn',
      NHIP_TRUST_PROXY: 'yes',
      NHIP_LOW_DISK_MB: '-1',
      SMTP_URL: 'mail.tinh.gov.vn',
      LOG_LEVEL: 'loud',
      OIDC_DISCOVERY_URL: 'javascript:alert(1)',
      OIDC_CLIENT_ID: 'nhip',
    }),
  ).toEqual([
    'PORT',
    'DATABASE_URL',
    'NHIP_TIME_ZONE',
    'NHIP_ORIGIN',
    'NHIP_TRUST_PROXY',
    'NHIP_LOW_DISK_MB',
    'SMTP_URL',
    'OIDC_DISCOVERY_URL',
    'LOG_LEVEL',
    'OIDC_CLIENT_SECRET',
  ])
})

test.each([
  ['a path behind it', 'https://nhip.tinh.gov.vn/nhip', ['NHIP_ORIGIN']],
  ['another protocol', 'ftp://nhip.tinh.gov.vn', ['NHIP_ORIGIN']],
  ['a name in it', 'https://ai@nhip.tinh.gov.vn', ['NHIP_ORIGIN']],
  ['nothing wrong', 'https://nhip.tinh.gov.vn', []],
  ['a slash at the end', 'https://nhip.tinh.gov.vn/', []],
])('an address that people type with %s', (_, origin, names) => {
  expect(wrong({ NHIP_ORIGIN: origin })).toEqual(names)
  if (names.length === 0) expect(readConfig({ NHIP_ORIGIN: origin }).origin).toBe('https://nhip.tinh.gov.vn')
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '', OIDC_CLIENT_ID: '' })).toMatchObject({
    port: 8080,
    smtpUrl: null,
  })
})
