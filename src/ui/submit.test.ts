import { data } from 'react-router'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { problem } from '../pure/problem.ts'
import { count, day, line, listInput } from '../pure/schema.ts'
import { toProblem } from './problem.ts'
import { readNumber } from './read-number.ts'
import { readForm, readSearch, submit } from './submit.ts'

const form = (...fields: [string, string | File][]) => {
  const filled = new FormData()
  for (const [name, value] of fields) filled.append(name, value)
  return filled
}
const at = (address: string) => new Request(`http://nhip.test${address}`)

describe('numbers as they are typed', () => {
  test.each([
    ['1.350', 1350],
    ['1 350', 1350],
    ['4.681,5', 4681.5],
    ['1.250.000', 1250000],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['-12', -12],
    ['0', 0],
    ['1.35.0', null],
    ['mười', null],
    ['1e3', null],
  ])('«%s»', (text, value) => expect(readNumber(text)).toBe(value))
})

describe('a form becomes what the contract asks for', () => {
  const schema = z.object({
    code: line(20),
    opensOn: day,
    closesOn: day.nullable(),
    endsOn: day.optional(),
    seats: count,
    isFull: z.boolean().default(false),
    blocs: z.array(z.string()).default([]),
    note: z.string().optional(),
    place: z.string().nullable().optional(),
    lines: z.array(z.object({ programmeId: z.number(), opensOn: day.optional(), classes: count.default(0) })),
    decision: z.file().optional(),
    size: z.union([z.literal(20), z.literal(50)]).default(50),
  })

  test('days, numbers, lists and lines are read as offices write them', () => {
    const decision = new File(['%PDF'], 'quyết định.pdf')
    expect(
      readForm(
        form(
          ['code', '  K12/2026 '],
          ['opensOn', '5/9/2026'],
          ['closesOn', ''],
          ['endsOn', ''],
          ['seats', '1.350'],
          ['isFull', 'false'],
          ['isFull', 'true'],
          ['blocs', 'party'],
          ['blocs', 'state'],
          ['note', ''],
          ['place', ''],
          ['lines.0.programmeId', '7'],
          ['lines.0.opensOn', '01-02-2026'],
          ['lines.2.programmeId', '8'],
          ['lines.5.programmeId', ''],
          ['lines.5.classes', ''],
          ['decision', decision],
          ['size', '20'],
        ),
        schema,
      ),
    ).toEqual({
      code: 'K12/2026',
      opensOn: '2026-09-05',
      closesOn: null,
      seats: 1350,
      isFull: true,
      blocs: ['party', 'state'],
      place: null,
      lines: [{ programmeId: 7, opensOn: '2026-02-01' }, { programmeId: 8 }],
      decision,
      size: 20,
    })
  })

  test('what is not understood goes on as it was typed, so that the contract can refuse it', () => {
    const read = readForm(
      form(['opensOn', '31/02/2026'], ['seats', 'sáu mươi'], ['lines.0.programmeId', 'x']),
      schema,
    )
    expect(read).toEqual({ opensOn: '31/02/2026', seats: 'sáu mươi', lines: [{ programmeId: 'x' }] })
    expect(schema.safeParse(read).error?.issues.map((issue) => issue.path.join('.'))).toContain('opensOn')
  })

  test('letters that a Mac sends in parts become whole, and an unticked box says no', () => {
    expect(readForm(form(['code', 'Đại học'.normalize('NFD')], ['isFull', 'false']), schema)).toEqual({
      code: 'Đại học',
      isFull: false,
    })
  })

  test('an empty file field is no file', () => {
    expect(readForm(form(['decision', new File([], '')]), schema)).toEqual({})
  })

  test('of two kinds of input the one that is named is read', () => {
    const basis = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('line'), lineId: z.number() }),
      z.object({ kind: z.literal('policy'), document: z.string() }),
    ])
    expect(readForm(form(['basis.kind', 'line'], ['basis.lineId', '12']), z.object({ basis }))).toEqual({
      basis: { kind: 'line', lineId: 12 },
    })
  })
})

describe('an address is read without ever failing', () => {
  const schema = listInput(['code', 'opensOn'], 'code').extend({
    from: day.optional(),
    year: z.number().int(),
  })

  test('filters, page and sorting', () => {
    expect(
      readSearch(at('/lop?q=tr%C3%A2n&page=3&size=100&sort=opensOn&desc=true&from=05/09/2026'), schema, {
        year: 2026,
      }),
    ).toEqual({ q: 'trân', page: 3, size: 100, sort: 'opensOn', desc: true, from: '2026-09-05', year: 2026 })
  })

  test('nonsense falls back to the defaults and leaves the rest alone', () => {
    expect(
      readSearch(at('/lop?page=-1&size=7&sort=drop&from=31/02/2026&q=an&year=x'), schema, { year: 2026 }),
    ).toEqual({
      q: 'an',
      page: 1,
      size: 50,
      sort: 'code',
      desc: false,
      year: 2026,
    })
  })
})

describe('an action', () => {
  const schema = z.object({ name: line(), password: z.string() })
  const post = (...fields: [string, string][]) =>
    new Request('http://nhip.test/lop', { method: 'POST', body: form(...fields) })

  test('gives back what the work returns', async () => {
    expect(await submit(post(['name', 'An']), schema, async (input) => input.name)).toBe('An')
  })

  test('a refusal comes back with its status and what was typed, without the password', async () => {
    const answer = await submit(
      post(['_form', 'edit'], ['name', 'An'], ['code', 'K12'], ['password', 'bí mật']),
      schema,
      () => {
        throw data(toProblem(problem(409, 'plan.frozen', {}, [{ path: 'name', code: 'field.required' }])), {
          status: 409,
        })
      },
    )
    expect(answer).toMatchObject({
      data: {
        form: 'edit',
        values: { name: 'An', code: 'K12' },
        problem: { code: 'plan.frozen', status: 409 },
      },
      init: { status: 409 },
    })
    expect(JSON.stringify(answer)).not.toContain('bí mật')
  })

  test('a bug is not made to look like a refusal', async () => {
    const bug = new TypeError('x is undefined')
    await expect(
      submit(post(['name', 'An']), schema, () => {
        throw bug
      }),
    ).rejects.toBe(bug)
  })
})
