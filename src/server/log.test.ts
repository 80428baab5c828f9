import { expect, test } from 'vitest'
import { openLog } from './log.ts'

function said(say: (log: ReturnType<typeof openLog>) => void) {
  const lines: string[] = []
  say(openLog('info', { write: (line) => void lines.push(line) }))
  return { text: lines.join(''), first: JSON.parse(lines[0] as string) as { err: Record<string, unknown> } }
}

test('an error of the database names its place, not the row that was refused', () => {
  const error = Object.assign(
    new Error('duplicate key value violates unique constraint "account_email_once"'),
    {
      code: '23505',
      constraint: 'account_email_once',
      detail: 'Key (email)=(an@truong.vn) already exists.',
      where: 'COPY account, line 3: "Nguyễn Văn An"',
      parameters: ['an@truong.vn'],
    },
  )
  const { text, first } = said((log) => log.error({ err: error }, 'bug'))
  expect(first.err).toMatchObject({
    code: '23505',
    constraint: 'account_email_once',
    stack: expect.any(String),
  })
  expect(text).not.toMatch(/an@truong|Nguyễn/)
})

test('addresses of mail and the query of a link are blotted out wherever an error carries them', () => {
  const cause = new Error('550 <an@truong.vn> unknown')
  const error = new Error('no answer at https://x.vn/dat-mat-khau?token=bi-mat for An <an@truong.vn>', {
    cause,
  })
  const { text } = said((log) => log.warn({ err: error }, 'mail'))
  expect(text).toContain('https://x.vn/dat-mat-khau?…')
  expect(text).not.toMatch(/an@truong|bi-mat/)
})

test('what is called password, token, cookie, authorization or email is never written', () => {
  const secret = {
    password: 'bi-mat',
    token: 'bi-mat',
    cookie: 'bi-mat',
    email: 'bi-mat',
    authorization: 'bi-mat',
  }
  const { text } = said((log) => log.info({ ...secret, about: secret }, 'x'))
  expect(text).not.toContain('bi-mat')
})

test('what is not an error is described as what it is', () => {
  expect(said((log) => log.error({ err: 'text' }, 'x')).first.err).toEqual({
    type: 'string',
    message: 'text',
  })
})
