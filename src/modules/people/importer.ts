import type { Day } from '../../pure/day.ts'
import { fold, nameSortKey, searchKey, tidy } from '../../pure/vietnamese.ts'
import type { Ctx } from '../../server/ctx.ts'
import {
  readDay,
  readText,
  readWhole,
  type Table,
  type TableRow,
  type WantedColumn,
} from '../../server/files/table.ts'
import type { Importer, ImportRow } from '../../server/importer.ts'
import { unitFinder, unitsByCode } from '../units/index.ts'
import { type Birth, type ClosedUnits, printBirth, readBirth, type Stay, staysFrom } from './rules.ts'
import * as store from './store.ts'

type Doubt = ImportRow['problems'][number]
type Change = NonNullable<ImportRow['changes']>[number]

const columns = [
  { key: 'code', synonyms: ['Mã cán bộ', 'ma_can_bo', 'Mã hồ sơ', 'Mã CB'], required: false },
  // One column with the whole name, or «Họ đệm» beside a column «Tên».
  {
    key: 'fullName',
    synonyms: [
      'Họ và tên',
      'Họ tên',
      'ho_ten',
      'Họ và tên đệm',
      'Họ đệm',
      'Họ và đệm',
      'Họ lót',
      'Họ và chữ lót',
      'Họ, chữ đệm',
      'ho_dem',
    ],
    required: true,
  },
  { key: 'givenName', synonyms: ['Tên', 'ten'], required: false },
  {
    key: 'born',
    synonyms: [
      'Ngày sinh',
      'Ngày, tháng, năm sinh',
      'Ngày tháng năm sinh',
      'Năm sinh',
      'Sinh ngày',
      'ngay_sinh',
    ],
    required: false,
  },
  { key: 'sex', synonyms: ['Giới tính', 'Nam/Nữ', 'Nam, nữ', 'gioi_tinh'], required: false },
  {
    key: 'unit',
    synonyms: [
      'Mã đơn vị',
      'Mã tổ chức',
      'ma_to_chuc',
      'ma_don_vi',
      'Đơn vị',
      'Đơn vị công tác',
      'Cơ quan, đơn vị',
      'Cơ quan công tác',
      'Nơi công tác',
    ],
    required: true,
  },
  {
    key: 'title',
    synonyms: ['Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'Chức vụ hiện tại', 'chuc_vu'],
    required: false,
  },
  { key: 'rank', synonyms: ['Bậc chức vụ', 'Bậc', 'bac_chuc_vu'], required: false },
  {
    key: 'speciality',
    synonyms: ['Chuyên môn', 'Trình độ chuyên môn', 'Chuyên ngành', 'Ngành đào tạo', 'chuyen_mon'],
    required: false,
  },
  { key: 'workField', synonyms: ['Lĩnh vực công tác', 'Lĩnh vực', 'linh_vuc_cong_tac'], required: false },
  {
    key: 'party',
    synonyms: ['Ngày vào Đảng', 'Vào Đảng ngày', 'Ngày kết nạp Đảng', 'Ngày kết nạp', 'ngay_vao_dang'],
    required: false,
  },
  {
    key: 'cadreNumber',
    synonyms: ['Số hiệu cán bộ', 'Số hiệu cán bộ, công chức', 'Số hiệu', 'so_hieu_can_bo'],
    required: false,
  },
  { key: 'source', synonyms: ['Nguồn', 'Nguồn dữ liệu', 'nguon'], required: false },
] as const satisfies readonly WantedColumn[]

type Key = (typeof columns)[number]['key']

type ReadPerson = {
  row: ImportRow
  code: string | null
  fullName: string
  birth: Birth
  sex: 'female' | 'male' | null
  cadreNumber: string | null
  source: string | null
  unitId: number
  title: string
  rank: number | null
  workField: string | null
  speciality: string | null
  party: { partyAdmittedOn: Day } | { partyText: string } | null
  known: store.KnownPerson | null
  /** What is to be written of a person who is known already. */
  does: { values: boolean; post: 'same' | 'corrected' | 'new'; education: boolean }
}

/**
 * A list of people with their present posts. A row is known again by its code, else by its cadre number, else by name, birth
 * and unit; the same list again changes nothing, and an empty cell never clears anything. Whoever stands at a unit that has
 * ended meanwhile is led on to its successor.
 */
export const peopleImporter: Importer = {
  kind: 'people',
  can: 'people.import',
  holdsMasked: true,
  columns,
  template: {
    example: {
      code: 'CB10001',
      fullName: 'Nguyễn Minh Bình',
      born: '19/05/1974',
      sex: 'Nam',
      unit: 'Sở Nội vụ',
      title: 'Phó Trưởng phòng',
      rank: 1,
      speciality: 'Kinh tế',
      workField: 'Kinh tế',
      party: '19/05/1995',
      cadreNumber: 'SH101455',
      source: 'Báo cáo đơn vị',
    },
    choices: { sex: ['Nam', 'Nữ'], rank: ['0', '1', '2', '3'] },
    numbers: ['rank'],
  },
  check: async (ctx, found) => {
    const table = found as Table<Key>
    const findUnit = await unitReader(ctx)
    const closed = await store.closedUnits(ctx.db, ctx.today)
    const people = table.rows
      .filter((row) => row.kind === 'data')
      .map((row) => readPerson(ctx, table, row, findUnit))
    refuseTwice(table, people)
    await compare(ctx, table, people, closed)
    const doubts = people.flatMap(({ row }) => row.problems)
    const unread = doubts.filter((one) => one.code === 'people.birthKept').length
    return {
      report: {
        rows: people.map((one) => one.row),
        checks: [
          { code: 'people.birthsRead', params: { unread, total: people.length }, holds: unread === 0 },
        ],
      },
      apply: (ctx) => write(ctx, people, closed),
    }
  },
}

type UnitReader = (text: string) => number | 'none' | 'many'

/** Units by code (closed ones too), else by name: as they stand today, else as they stood before they were closed. */
async function unitReader(ctx: Ctx): Promise<UnitReader> {
  const byCode = new Map([...(await unitsByCode(ctx.db))].map(([code, id]) => [code.toLowerCase(), id]))
  const finders = [await unitFinder(ctx.db, ctx.today)]
  for (const day of await store.lastDaysOfUnits(ctx.db, ctx.today))
    finders.push(await unitFinder(ctx.db, day))
  const read = new Map<string, ReturnType<UnitReader>>()
  const look = (text: string): ReturnType<UnitReader> => {
    const coded = byCode.get(text.toLowerCase())
    if (coded !== undefined) return coded
    for (const find of finders) {
      const finding = find(text)
      if (finding.found === 'one') return finding.unitId
      if (finding.found === 'many') return 'many'
    }
    return 'none'
  }
  return (text) => {
    const known = read.get(text) ?? look(text)
    read.set(text, known)
    return known
  }
}

const sexes: Record<string, 'female' | 'male'> = { nam: 'male', nu: 'female', male: 'male', female: 'female' }

function readPerson(ctx: Ctx, table: Table<Key>, row: TableRow<Key>, findUnit: UnitReader): ReadPerson {
  const problems: Doubt[] = []
  const say = (key: Key | null, code: string, params: Record<string, unknown>, isError: boolean) =>
    problems.push({
      column: key === null ? null : (table.columns[key]?.title ?? null),
      code,
      params,
      isError,
    })
  const text = (key: Key, most: number): string | null => {
    const value = tidy(readText(row.cells[key]) ?? '')
    if (value.length > most) say(key, 'field.tooLong', { maximum: most }, true)
    return value === '' || /^[-–—]$/.test(value) ? null : value
  }

  const fullName = joinName(text('fullName', 120), text('givenName', 60))
  if (fullName === '') say('fullName', 'field.required', {}, true)

  const birth = readBirth(text('born', 60), ctx.today)
  if (birth.precision === 'unknown' && birth.text)
    say('born', 'people.birthKept', { text: birth.text }, false)

  const sexText = text('sex', 20)
  const sex = sexText === null ? null : (sexes[fold(sexText)] ?? null)
  if (sexText !== null && sex === null) say('sex', 'field.notInList', {}, true)

  const unitText = text('unit', 300)
  const unit = unitText === null ? null : findUnit(unitText)
  if (unit === null) say('unit', 'field.required', {}, true)
  else if (typeof unit === 'string')
    say('unit', unit === 'many' ? 'people.unitAmbiguous' : 'people.unitUnknown', { name: unitText }, true)

  const rank = readWhole(row.cells.rank)
  if (!rank.ok || (rank.value !== null && (rank.value < 0 || rank.value > 3)))
    say('rank', 'people.rankRange', {}, true)

  const partyText = text('party', 60)
  const partyDay = readDay(row.cells.party)
  const party =
    partyText === null
      ? null
      : partyDay.ok && partyDay.value
        ? { partyAdmittedOn: partyDay.value }
        : { partyText }
  // What stands in the cell is not repeated: the report is kept.
  if (party && 'partyText' in party) say('party', 'people.partyKept', {}, false)

  const code = text('code', 40)?.toUpperCase() ?? null
  const title = text('title', 200) ?? ''
  return {
    row: {
      rowNumber: row.rowNumber,
      action: problems.some((one) => one.isError) ? 'wrong' : 'add',
      understood: [
        code,
        fullName,
        birth.precision === 'unknown' ? null : printBirth(bornColumns(birth)),
        title,
        unitText,
      ]
        .filter(Boolean)
        .join(' · '),
      problems,
    },
    code,
    fullName,
    birth,
    sex,
    cadreNumber: text('cadreNumber', 40)?.toUpperCase() ?? null,
    source: text('source', 100),
    unitId: typeof unit === 'number' ? unit : 0,
    title,
    rank: rank.ok ? rank.value : null,
    workField: text('workField', 100),
    speciality: text('speciality', 100),
    party,
    known: null,
    does: { values: false, post: 'same', education: false },
  }
}

/** «Họ đệm» and «Tên» as one name; where the first column holds the whole name already, it stays. */
function joinName(first: string | null, given: string | null): string {
  if (first === null || given === null) return first ?? given ?? ''
  return first === given || first.endsWith(` ${given}`) ? first : `${first} ${given}`
}

const bornColumns = (birth: Birth) => ({
  birthPrecision: birth.precision,
  bornOn: birth.on,
  bornYear: birth.year,
  bornMonth: birth.month,
  bornText: birth.text,
})

const birthKey = (birth: Birth) =>
  `${birth.on ?? ''}|${birth.year ?? ''}|${birth.month ?? ''}|${birth.year === null ? (birth.text ?? '') : ''}`
const identityOf = (person: { fullName: string; birth: Birth; unitId: number }) =>
  `${person.fullName}|${birthKey(person.birth)}|${person.unitId}`

/** The same person twice in one file: the second row is refused, because nobody knows which of the two counts. */
function refuseTwice(table: Table<Key>, people: readonly ReadPerson[]): void {
  const seen = new Map<string, number>()
  for (const { row, ...person } of people) {
    if (row.action === 'wrong') continue
    const key = person.code ?? (person.cadreNumber === null ? identityOf(person) : `#${person.cadreNumber}`)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row.rowNumber)
    else {
      row.action = 'wrong'
      const column = person.code ? table.columns.code?.title : table.columns.fullName?.title
      row.problems.push({
        column: column ?? null,
        code: 'people.rowTwice',
        params: { rowNumber: first },
        isError: true,
      })
    }
  }
}

/** What the book knows already. */
async function compare(
  ctx: Ctx,
  table: Table<Key>,
  people: readonly ReadPerson[],
  closed: ClosedUnits,
): Promise<void> {
  const valid = people.filter(({ row }) => row.action !== 'wrong')
  const known = await store.knownPeople(ctx.db, ctx.today, {
    codes: valid.flatMap((one) => one.code ?? []),
    cadreNumbers: valid.flatMap((one) => (one.code === null ? (one.cadreNumber ?? []) : [])),
    names: [...new Set(valid.flatMap((one) => (one.code === null ? one.fullName : [])))],
  })
  const byCode = new Map(known.flatMap((one) => (one.code === null ? [] : [[one.code, one] as const])))
  const byNumber = Map.groupBy(
    known.filter((one) => one.cadreNumber !== null),
    (one) => one.cadreNumber,
  )
  const byIdentity = new Map(
    known.flatMap((one) =>
      one.posts.map(
        (post) =>
          [identityOf({ fullName: one.fullName, birth: birthOf(one), unitId: post.unitId }), one] as const,
      ),
    ),
  )
  for (const person of valid) {
    if (person.code !== null) person.known = byCode.get(person.code) ?? null
    else {
      const numbered = person.cadreNumber === null ? [] : (byNumber.get(person.cadreNumber) ?? [])
      person.known =
        (numbered.length === 1 ? numbered[0] : undefined) ?? byIdentity.get(identityOf(person)) ?? null
    }
  }
  const withParty = valid.filter((one) => one.known && one.party)
  const newParty = await store.putPrivate(
    ctx.db,
    withParty.map((one) => ({ personId: one.known?.id, ...one.party })),
    true,
  )
  for (const person of valid) if (person.known) compareOne(table, person, person.known, closed, newParty)
}

const birthOf = (one: store.KnownPerson): Birth => ({
  precision: one.birthPrecision,
  on: one.bornOn,
  year: one.bornYear,
  month: one.bornMonth,
  text: one.bornText,
})

function compareOne(
  table: Table<Key>,
  person: ReadPerson,
  known: store.KnownPerson,
  closed: ClosedUnits,
  newParty: ReadonlySet<number>,
): void {
  const changes: Change[] = []
  const differs = (key: Key, before: string | null, after: string | null): boolean => {
    if (after === null || after === before) return false
    changes.push({ column: table.columns[key]?.title ?? key, before: before ?? '', after })
    return true
  }
  const { does, row } = person
  // A worse birth (unread, or only the year of a known day) never replaces a better one.
  const hadBirth = birthOf(known)
  const isBetter =
    person.birth.precision !== 'unknown'
      ? !isWithin(hadBirth, person.birth)
      : hadBirth.precision === 'unknown'
  const birth =
    isBetter && (person.birth.text !== null || person.birth.year !== null) ? person.birth : hadBirth
  does.values = [
    differs('fullName', known.fullName, person.fullName),
    differs('born', printBirth(bornColumns(hadBirth)) || null, printBirth(bornColumns(birth)) || null),
    differs('sex', known.sex, person.sex),
    differs('cadreNumber', known.cadreNumber, person.cadreNumber),
    differs('source', known.source, person.source),
  ].includes(true)
  person.birth = birth

  const post = known.posts.find((one) => one.unitId === person.unitId)
  if (post) {
    const corrected = [
      differs('title', post.title || null, person.title || null),
      differs(
        'rank',
        post.rank === null ? null : String(post.rank),
        person.rank === null ? null : String(person.rank),
      ),
      differs('workField', post.workField, person.workField),
    ]
    if (corrected.includes(true)) does.post = 'corrected'
  } else if (closed.has(person.unitId)) {
    row.action = 'wrong'
    row.problems.push({
      column: table.columns.unit?.title ?? null,
      code: 'people.unitClosed',
      params: {},
      isError: true,
    })
    return
  } else {
    does.post = 'new'
    changes.push({
      column: table.columns.unit?.title ?? 'unit',
      before: known.unitName ?? '',
      after: row.understood.split(' · ').at(-1) ?? '',
    })
    row.problems.push({
      column: table.columns.unit?.title ?? null,
      code: 'people.movesToday',
      params: {},
      isError: false,
    })
  }
  if (person.speciality !== null && !known.specialities.includes(person.speciality)) {
    does.education = differs('speciality', known.specialities.join(', ') || null, person.speciality)
  }
  if (person.party && newParty.has(known.id))
    changes.push({ column: table.columns.party?.title ?? 'party', before: '•••', after: '•••' })
  row.action = changes.length === 0 ? 'same' : 'change'
  if (changes.length > 0) row.changes = changes
}

/** Whether a birth says nothing that the other does not say as exactly: 1974 within 19/05/1974. */
const isWithin = (exact: Birth, rough: Birth): boolean =>
  (rough.on === null || rough.on === exact.on) &&
  rough.year === exact.year &&
  (rough.month === null || rough.month === exact.month)

async function write(ctx: Ctx, people: readonly ReadPerson[], closed: ClosedUnits): Promise<void> {
  const added = people.filter((one) => one.row.action === 'add')
  const changed = people.filter((one) => one.row.action === 'change')
  const ids = await store.reserveIds(ctx.db, 'person', added.length)
  const idOf = new Map<ReadPerson, number>(added.map((one, i) => [one, ids[i] as number]))
  for (const one of changed) if (one.known) idOf.set(one, one.known.id)
  const id = (one: ReadPerson) => idOf.get(one) as number
  const moved = changed.filter((one) => one.does.post === 'new')
  const newcomer = (one: ReadPerson): Stay => ({
    unitId: one.unitId,
    fromOn: ctx.today,
    untilOn: null,
    isProposed: false,
    changeId: null,
  })
  const stays = [
    ...added.flatMap((one) => staysFrom(one.unitId, null, closed).map((stay) => ({ one, stay }))),
    ...moved.map((one) => ({ one, stay: newcomer(one) })),
  ]
  const postIds = await store.reserveIds(ctx.db, 'person_post', stays.length)
  const posts = stays.map(({ one, stay }, i) => postOf(postIds[i] as number, id(one), one, stay))
  // The last stay of each is where the person is now. The file belongs to the last that is no mere proposal: what was
  // divided stays with the school until somebody has decided.
  const present = new Map(posts.map((post) => [post.personId, post]))
  const decided = new Map(
    posts.filter((post) => post.placement === 'decided').map((post) => [post.personId, post]),
  )

  await store.addPeople(
    ctx.db,
    added.map((one) => ({
      id: id(one),
      ...valuesOf(one),
      source: one.source,
      unit_id: decided.get(id(one))?.unitId ?? one.unitId,
      post_id: present.get(id(one))?.id ?? 0,
      rank: one.rank,
      is_party_member: one.party !== null,
    })),
  )
  await store.setPeople(
    ctx.db,
    changed
      .filter((one) => one.does.values)
      .map((one) => ({ id: id(one), ...valuesOf(one), source: one.source ?? one.known?.source ?? null })),
  )
  await store.correctPosts(
    ctx.db,
    changed
      .filter((one) => one.does.post === 'corrected')
      .map((one) => ({
        personId: id(one),
        unitId: one.unitId,
        title: one.title || null,
        rank: one.rank,
        workField: one.workField,
      })),
  )
  await store.endMainPosts(ctx.db, moved.map(id), ctx.today)
  await store.addPosts(ctx.db, posts)
  if (changed.length > 0) await store.settlePosts(ctx.db, ctx.today, changed.map(id))

  const specialities = [...added, ...changed.filter((one) => one.does.education)]
  await store.addEducations(
    ctx.db,
    specialities.flatMap((one) =>
      one.speciality === null ? [] : [{ personId: id(one), field: one.speciality, source: one.source }],
    ),
  )
  const party = [...added, ...changed].filter((one) => one.party)
  await store.putPrivate(
    ctx.db,
    party.map((one) => ({ personId: id(one), ...one.party, source: one.source })),
    false,
  )
}

const postOf = (id: number, personId: number, person: ReadPerson, stay: Stay): store.NewPost => ({
  id,
  personId,
  unitId: stay.unitId,
  title: person.title,
  rank: person.rank,
  workField: person.workField,
  fromOn: stay.fromOn,
  untilOn: stay.untilOn,
  cause: person.known ? 'transfer' : stay.fromOn === null ? 'start' : 'reorganisation',
  endCause: stay.untilOn === null ? null : 'reorganisation',
  changeId: stay.changeId,
  placement: stay.isProposed ? 'proposed' : 'decided',
})

function valuesOf(person: ReadPerson): store.PersonValues {
  return {
    code: person.code ?? person.known?.code ?? null,
    full_name: person.fullName,
    given_name_override: person.known?.givenNameOverride ?? null,
    sort_key: nameSortKey(person.fullName, person.known?.givenNameOverride),
    search_key: searchKey(person.fullName),
    sex: person.sex ?? person.known?.sex ?? null,
    birth_precision: person.birth.precision,
    born_on: person.birth.on,
    born_year: person.birth.year,
    born_month: person.birth.month,
    born_text: person.birth.text,
    cadre_number: person.cadreNumber ?? person.known?.cadreNumber ?? null,
  }
}

const personColumns = [
  { key: 'code', synonyms: ['Mã cán bộ', 'ma_can_bo', 'Mã hồ sơ', 'Mã CB'], required: true },
  { key: 'fullName', synonyms: ['Họ và tên', 'Họ tên', 'ho_ten'], required: false },
] as const satisfies readonly WantedColumn[]

const planningColumns = [
  ...personColumns,
  { key: 'term', synonyms: ['Nhiệm kỳ', 'nhiem_ky', 'Giai đoạn'], required: true },
  {
    key: 'decidedOn',
    synonyms: ['Ngày đưa vào', 'Ngày đưa vào quy hoạch', 'Ngày quyết định', 'ngay_dua_vao'],
    required: true,
  },
  {
    key: 'removedOn',
    synonyms: ['Ngày đưa ra', 'Ngày đưa ra khỏi quy hoạch', 'ngay_dua_ra'],
    required: false,
  },
  {
    key: 'post',
    synonyms: ['Chức danh quy hoạch', 'Quy hoạch chức danh', 'chuc_danh_quy_hoach'],
    required: true,
  },
  { key: 'document', synonyms: ['Số quyết định', 'Quyết định', 'Văn bản'], required: false },
  { key: 'source', synonyms: ['Nguồn', 'Nguồn dữ liệu', 'nguon'], required: false },
] as const satisfies readonly WantedColumn[]

const ratingColumns = [
  ...personColumns,
  { key: 'year', synonyms: ['Năm', 'Năm xếp loại', 'Năm đánh giá', 'nam'], required: true },
  {
    key: 'level',
    synonyms: ['Mức xếp loại', 'Xếp loại', 'Kết quả xếp loại', 'muc_xep_loai'],
    required: true,
  },
  { key: 'document', synonyms: ['Số quyết định', 'Quyết định', 'Văn bản'], required: false },
  { key: 'source', synonyms: ['Nguồn', 'Nguồn dữ liệu', 'nguon'], required: false },
] as const satisfies readonly WantedColumn[]

type Entry = { row: ImportRow; code: string; values: Record<string, unknown>; identity: string }
type Say = (key: string, code: string, isError: boolean, params?: Record<string, unknown>) => void

/**
 * An importer of rows that hang on people by their code and go into a sensitive table as a set. The report names the person,
 * never the values: it is kept.
 */
function sensitiveImporter<K extends string>(how: {
  kind: string
  columns: readonly WantedColumn<K>[]
  template: NonNullable<Importer['template']>
  read(row: TableRow<K>, text: (key: K, most: number) => string | null, say: Say): Record<string, unknown>
  /** What makes two rows of a file the same one. */
  identity(values: Record<string, unknown>): string
  put(
    db: Ctx['db'],
    rows: readonly Record<string, unknown>[],
    isDry: boolean,
  ): Promise<(store.PutState | undefined)[]>
}): Importer {
  return {
    kind: how.kind,
    can: 'people.import',
    holdsMasked: true,
    columns: how.columns,
    template: how.template,
    check: async (ctx, found) => {
      const table = found as unknown as Table<K>
      const entries = table.rows
        .filter((row) => row.kind === 'data')
        .map((row): Entry => {
          const problems: Doubt[] = []
          const say: Say = (key, code, isError, params = {}) =>
            problems.push({ column: table.columns[key as K]?.title ?? null, code, params, isError })
          const text = (key: K, most: number): string | null => {
            const value = tidy(readText(row.cells[key]) ?? '')
            if (value.length > most) say(key, 'field.tooLong', true, { maximum: most })
            return value === '' || /^[-–—]$/.test(value) ? null : value
          }
          const code = text('code' as K, 40)?.toUpperCase() ?? ''
          if (code === '') say('code', 'field.required', true)
          const values = how.read(row, text, say)
          return {
            row: {
              rowNumber: row.rowNumber,
              action: problems.some((one) => one.isError) ? 'wrong' : 'add',
              understood: code,
              problems,
            },
            code,
            values,
            identity: `${code}|${how.identity(values)}`,
          }
        })
      await findPeople(ctx, table, entries)
      const ready = entries.filter((one) => one.row.action !== 'wrong')
      const states = await how.put(
        ctx.db,
        ready.map((one) => one.values),
        true,
      )
      for (const [i, one] of ready.entries()) {
        const state = states[i]
        if (state) one.row.action = state
      }
      return {
        report: { rows: entries.map((one) => one.row), checks: [] },
        apply: async (ctx) => {
          await how.put(
            ctx.db,
            ready
              .filter((one) => one.row.action === 'add' || one.row.action === 'change')
              .map((one) => one.values),
            false,
          )
        },
      }
    },
  }
}

async function findPeople<K extends string>(
  ctx: Ctx,
  table: Table<K>,
  entries: readonly Entry[],
): Promise<void> {
  const people = await store.peopleByCode(ctx.db, [
    ...new Set(entries.map((one) => one.code).filter(Boolean)),
  ])
  const seen = new Map<string, number>()
  for (const { row, code, values, identity } of entries) {
    const person = people.get(code)
    const column = table.columns['code' as K]?.title ?? null
    if (person) {
      values.personId = person.id
      row.understood = `${code} · ${person.fullName}`
    } else if (code !== '')
      row.problems.push({ column, code: 'people.codeUnknown', params: { personCode: code }, isError: true })
    const first = seen.get(identity)
    if (first !== undefined)
      row.problems.push({ column, code: 'people.rowTwice', params: { rowNumber: first }, isError: true })
    else seen.set(identity, row.rowNumber)
    if (row.problems.some((one) => one.isError)) row.action = 'wrong'
  }
}

/** Planning entries; one counts from the day of its decision. The same entry again, now with a removal, ends it. */
export const planningsImporter: Importer = sensitiveImporter({
  kind: 'plannings',
  columns: planningColumns,
  template: {
    example: {
      code: 'CB10001',
      fullName: 'Nguyễn Minh Bình',
      term: '2025-2030',
      decidedOn: '2025-08-20',
      post: 'Trưởng phòng',
      source: 'Báo cáo đơn vị',
    },
    days: ['decidedOn', 'removedOn'],
  },
  read: (row, text, say) => {
    const [term, post] = [text('term', 40), text('post', 200)]
    if (term === null) say('term', 'field.required', true)
    if (post === null) say('post', 'field.required', true)
    const [decided, removed] = [readDay(row.cells.decidedOn), readDay(row.cells.removedOn)]
    if (!decided.ok) say('decidedOn', 'field.day', true)
    else if (decided.value === null) say('decidedOn', 'field.required', true)
    if (!removed.ok) say('removedOn', 'field.day', true)
    const [decidedOn, removedOn] = [decided.ok ? decided.value : null, removed.ok ? removed.value : null]
    if (decidedOn && removedOn && removedOn < decidedOn) say('removedOn', 'people.planningPeriod', true)
    return {
      term,
      post,
      decidedOn,
      removedOn,
      document: text('document', 300),
      source: text('source', 100) ?? '',
    }
  },
  identity: (values) => [values.term, values.post, values.decidedOn, values.source].join('|'),
  put: store.putPlannings,
})

const levels: Record<string, number> = {
  'hoan thanh xuat sac': 4,
  'hoan thanh xuat sac nhiem vu': 4,
  'xuat sac': 4,
  'hoan thanh tot': 3,
  'hoan thanh tot nhiem vu': 3,
  tot: 3,
  'hoan thanh': 2,
  'hoan thanh nhiem vu': 2,
  'khong hoan thanh': 1,
  'khong hoan thanh nhiem vu': 1,
}

/** Yearly ratings, several sources side by side; another level from the same source is kept beside the earlier one. */
export const ratingsImporter: Importer = sensitiveImporter({
  kind: 'ratings',
  columns: ratingColumns,
  template: {
    example: {
      code: 'CB10001',
      fullName: 'Nguyễn Minh Bình',
      year: 2025,
      level: 'Hoàn thành tốt nhiệm vụ',
      source: 'Báo cáo đơn vị',
    },
    choices: {
      level: [
        'Hoàn thành xuất sắc nhiệm vụ',
        'Hoàn thành tốt nhiệm vụ',
        'Hoàn thành nhiệm vụ',
        'Không hoàn thành nhiệm vụ',
      ],
    },
    numbers: ['year'],
  },
  read: (row, text, say) => {
    const year = readWhole(row.cells.year)
    const yearText = text('year', 20)
    if (yearText === null) say('year', 'field.required', true)
    else if (!year.ok || year.value === null || year.value < 1990 || year.value > 2100)
      say('year', 'field.year', true)
    const levelText = text('level', 100)
    const level =
      levelText === null
        ? null
        : /^[1-4]$/.test(levelText)
          ? Number(levelText)
          : (levels[fold(levelText)] ?? null)
    if (levelText === null) say('level', 'field.required', true)
    else if (level === null) say('level', 'people.levelUnknown', true)
    return {
      year: year.ok ? year.value : null,
      level,
      document: text('document', 300),
      source: text('source', 100) ?? '',
    }
  },
  identity: (values) => [values.year, values.source].join('|'),
  put: store.putRatings,
})
