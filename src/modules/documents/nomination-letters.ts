import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'
import { printNumber } from '../../pure/share.ts'
import type { TemplateData } from '../../server/files/docx.ts'
import { type Layout, letterHead } from '../files/index.ts'
import type { notice } from '../nominations/contract/notices.ts'
import type { nominationRow } from '../nominations/contract.ts'
import { vi } from './words.vi.ts'

type Sender = { school: string; province: string }
export type Notice = Pick<
  z.infer<typeof notice>,
  | 'classCode'
  | 'className'
  | 'programme'
  | 'mode'
  | 'opensOn'
  | 'closesOn'
  | 'deadlineOn'
  | 'sendsOn'
  | 'standards'
  | 'note'
> & { quotas: readonly { unit: string; seats: number }[] }
export type Nominee = Pick<z.infer<typeof nominationRow>, 'fullName' | 'postTitle' | 'unit'>

const n = (value: number) => printNumber(value)

/** What every letter on an admission says of the class. */
const classOf = (one: Notice) => ({
  class: `${one.className} (${one.classCode})`,
  programme: one.programme,
  mode: vi.modes[one.mode],
  days: one.closesOn ? vi.span({ fromOn: one.opensOn, lastOn: one.closesOn }) : printDay(one.opensOn),
})

/** What an admission notice is filled with: to one unit, or to all with their seats as a table. */
export function noticeData(sender: Sender, on: Day, layout: Layout, one: Notice): TemplateData {
  const [only, ...more] = one.quotas
  return {
    ...letterHead(sender, on, layout),
    ...classOf(one),
    recipients: ['Như trên', 'Ban Tổ chức Tỉnh ủy'],
    addressee: only && more.length === 0 ? only.unit : vi.unitsAsked,
    deadline: printDay(one.deadlineOn),
    sendsOn: printDay(one.sendsOn),
    standards: one.standards === '' ? [vi.standardsByRule] : one.standards.split('\n'),
    note: one.note,
    seats: n(one.quotas.reduce((sum, quota) => sum + quota.seats, 0)),
    rows: one.quotas.map((quota, i) => ({ order: String(i + 1), unit: quota.unit, seats: n(quota.seats) })),
  }
}

/** What a decision on sending people, or on opening their class, is filled with: one row a person. */
export function listData(
  sender: Sender,
  on: Day,
  layout: Layout,
  one: Notice,
  people: readonly Nominee[],
): TemplateData {
  return {
    ...letterHead(sender, on, layout),
    ...classOf(one),
    recipients: ['Như Điều 3', 'Ban Tổ chức Tỉnh ủy'],
    sendsOn: printDay(one.sendsOn),
    count: n(people.length),
    rows: people.map((person, i) => ({
      order: String(i + 1),
      name: person.fullName,
      post: person.postTitle,
      unit: person.unit,
    })),
  }
}
