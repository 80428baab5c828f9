import { beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../../../tests/world.ts'
import { searchKey, sortKey } from '../../pure/vietnamese.ts'
import { readSheets } from '../../server/files/xlsx.ts'
import { blocNamed, matchGroup, matchMode, matchProgramme, yearPeriod } from './rules.ts'
import { catalogue, groups, modes } from './store.ts'

let world: World
type Client = Awaited<ReturnType<World['as']>>
let officer: Client
let learner: Client
beforeAll(async () => {
  world = await aWorld()
  officer = await world.as('trainingOffice')
  learner = await world.as('learner')
})

const course = {
  name: 'Tập huấn chuyển đổi số',
  groupCode: 'other',
  kind: 'briefing' as const,
  modes: ['none'],
}

describe('the catalogue', () => {
  test('ships with every kind of class of the article', async () => {
    const { rows } = await learner.programmes.list({ size: 100, period: 'all' })
    expect(rows.map((row) => row.code).sort()).toEqual(
      [
        'TC-LLCT',
        'CC-LLCT',
        'SC-LLCT',
        'BD-CTD',
        'BD-BTCB',
        'BD-CV',
        'BD-CVC',
        'BD-LDP',
        'BD-MTTQ',
        'BD-PN',
        'BD-ND',
        'BD-TN',
        'BD-CCB',
        'BD-QHCU',
        'BD-HDND',
        'BD-CUX',
        'CN-DT4',
        'CN-N3',
      ].sort(),
    )
    expect(rows[0]).toMatchObject({
      code: 'TC-LLCT',
      groupName: 'Trung cấp lý luận chính trị',
      modes: ['fullTime', 'partTime'],
      can: [],
    })
  })

  test('has the keys for search and order that the house makes', async () => {
    const rows = await world.rows<{
      code: string
      name: string
      synonyms: string[]
      search_key: string
      sort_key: string
    }>('select code, name, synonyms, search_key, sort_key from programme')
    for (const row of rows) {
      expect(row.search_key).toBe(searchKey([row.code, row.name, ...row.synonyms].join(' ')))
      expect(row.sort_key).toBe(sortKey(row.name))
    }
  })

  test('is found by name, code and other names, without diacritics', async () => {
    for (const [q, code] of [
      ['nong dan', 'BD-ND'],
      ['bd-cvc', 'BD-CVC'],
      ['HĐND', 'BD-HDND'],
    ] as const) {
      expect(
        (await officer.programmes.list({ q })).rows.map((row) => row.code),
        q,
      ).toEqual([code])
    }
  })

  test('knows the old target groups for old years and the new ones from 10 May 2024', async () => {
    const { rows } = await officer.programmes.list({ kind: 'knowledgeUpdate' })
    expect(rows.map((row) => row.code)).toEqual(['CN-N3'])
    const { rows: all } = await officer.programmes.list({ kind: 'knowledgeUpdate', period: 'all' })
    expect(all.map(({ code, scheme, fromOn, untilOn }) => [code, scheme, fromOn, untilOn])).toEqual([
      ['CN-DT4', 'UPD-164', '2013-02-01', '2024-05-10'],
      ['CN-N3', 'UPD-145', '2024-05-10', null],
    ])
  })

  test('takes a new programme; its code is taken once and never changes', async () => {
    const made = await officer.programmes.make({ ...course, code: 'th-cds', synonyms: ['Chuyển đổi  số'] })
    expect(made).toMatchObject({ code: 'TH-CDS', synonyms: ['Chuyển đổi số'], can: ['edit', 'retire'] })
    await expect(officer.programmes.make({ ...course, code: 'TH-CDS' })).rejects.toMatchObject({
      code: 'programmes.codeTaken',
    })
    await expect(world.rows(`update programme set code = 'X1' where id = $1`, [made.id])).rejects.toThrow(
      /does not change/,
    )
    await expect(world.rows('delete from programme where id = $1', [made.id])).rejects.toThrow(
      /does not change/,
    )

    const changed = await officer.programmes.edit({
      ...course,
      programmeId: made.id,
      name: 'Tập huấn AI',
      version: made.version,
    })
    await expect(
      officer.programmes.edit({ ...course, programmeId: made.id, version: made.version }),
    ).rejects.toMatchObject({
      code: 'programmes.stale',
      params: { current: { name: 'Tập huấn AI' } },
    })
    const retired = await officer.programmes.retire({
      programmeId: made.id,
      untilOn: '2026-11-01',
      version: changed.version,
      reason: 'Không còn mở lớp',
    })
    expect(retired).toMatchObject({ untilOn: '2026-11-01', can: ['edit'] })
    expect((await officer.programmes.list({ q: 'tap huan ai' })).total).toBe(0)
  })

  test('refuses a group or a mode that the school does not have, and an end before the beginning', async () => {
    await expect(
      officer.programmes.make({ ...course, code: 'TH-X', groupCode: 'none', modes: ['evening'] }),
    ).rejects.toMatchObject({
      answer: { fields: [{ path: 'groupCode' }, { path: 'modes', code: 'programmes.unknownMode' }] },
    })
    await expect(
      officer.programmes.make({ ...course, code: 'TH-X', fromOn: '2026-05-01', untilOn: '2026-05-01' }),
    ).rejects.toMatchObject({
      code: 'programmes.endsBeforeItBegins',
    })
  })

  test('a school adds a group of its own', async () => {
    await officer.programmes.makeGroup({
      code: 'defence',
      name: 'Quốc phòng, an ninh',
      nameEn: 'Defence and security',
      sortOrder: 45,
      synonyms: ['Kiến thức QP-AN'],
    })
    expect((await officer.programmes.groups()).map((group) => group.code)).toEqual([
      'intermediate',
      'fostering',
      'advanced',
      'elementary',
      'defence',
      'other',
    ])
  })

  test('only the training office writes it, also when only the database guards', async () => {
    await expect(learner.programmes.make({ ...course, code: 'TH-Y' })).rejects.toMatchObject({ status: 403 })
    const [unit] = await world.rows<{ id: number }>('insert into unit default values returning id')
    const client = await world.pool.connect()
    try {
      await client.query(
        `begin; set local role nhip_app; set local app.account='1'; set local app.units='{${unit?.id}}'`,
      )
      await expect(client.query(`update programme set name = 'X' returning id`)).resolves.toMatchObject({
        rowCount: 0,
      })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('goes home as an Excel file with the same filter', async () => {
    const file = await officer.programmes.xlsx({ groupCode: 'advanced' })
    const [sheet] = await readSheets(new Uint8Array(await file.arrayBuffer()))
    expect(sheet!.rows.map((row) => row.cells[0])).toMatchObject([
      { text: 'DANH MỤC CHƯƠNG TRÌNH ĐÀO TẠO, BỒI DƯỠNG' },
      { text: 'Mã' },
      { text: 'CC-LLCT' },
    ])
  })
})

describe('a name in a file', () => {
  const match = async (written: string, on: Parameters<typeof matchProgramme>[2] = yearPeriod(2023)) =>
    world.inside(async (db) => {
      const found = matchProgramme(await catalogue(db), written, on)
      if (found.kind === 'one') return [found.programme.code, found.by, found.bloc]
      return found.kind === 'several'
        ? found.candidates.map((one) => one.code)
        : [found.kind, found.isAlmost, found.outOfPeriod.map((one) => one.code)]
    })

  test.each([
    ['Trung cấp lý luận chính trị', ['TC-LLCT', 'exact', null]],
    ['TRUNG CẤP LÍ LUẬN  CHÍNH TRỊ', ['TC-LLCT', 'exact', null]],
    ['trung cap ly luan chinh tri - hanh chinh', ['TC-LLCT', 'synonym', null]],
    ['Bồi dưỡng nghiệp vụ công tác đảng (khối đảng)', ['BD-CTD', 'exact', 'party']],
    ['Bồi dưỡng ngạch chuyên viên chính (khối Nhà nước)', ['BD-CVC', 'exact', 'state']],
    ['Bồi dưỡng cán bộ Hội Nông dân (khối đoàn thể)', ['BD-ND', 'exact', 'front']],
    ['Bồi dưỡng quy hoạch cấp ủy cấp tỉnh, cấp huyện nhiệm kỳ 2025-2030', ['BD-QHCU', 'exact', null]],
    ['Lớp Trung cấp LLCT khóa 30 tại Đức Hòa', ['TC-LLCT', 'contained', null]],
    ['Bồi dưỡng ngạch chuyên viên chính đợt 2', ['BD-CVC', 'contained', null]],
    ['Trung cấp lý luận chính trị và Cao cấp lý luận chính trị', ['TC-LLCT', 'CC-LLCT']],
    ['Bồi dưỡng, cập nhật kiến thức nhóm 3', ['none', false, ['CN-N3']]],
    ['Bồi dưỡng ngạch chuyên viênn', ['none', true, []]],
    ['Lớp lái xe', ['none', false, []]],
  ])('«%s» of 2023', async (written, expected) => {
    expect(await match(written)).toEqual(expected)
  })

  test('of 2024 may name the old scheme and the new one; on a day only the one in force', async () => {
    expect(await match('Bồi dưỡng, cập nhật kiến thức đối tượng 4', yearPeriod(2024))).toEqual([
      'CN-DT4',
      'exact',
      null,
    ])
    expect(await match('Bồi dưỡng, cập nhật kiến thức nhóm 3', yearPeriod(2024))).toEqual([
      'CN-N3',
      'exact',
      null,
    ])
    expect(await match('Bồi dưỡng, cập nhật kiến thức đối tượng 4', '2024-05-09')).toEqual([
      'CN-DT4',
      'exact',
      null,
    ])
    expect(await match('Bồi dưỡng, cập nhật kiến thức đối tượng 4', '2024-05-10')).toEqual([
      'none',
      false,
      ['CN-DT4'],
    ])
  })

  test('says the mode, whatever the office calls it', async () => {
    const known = await world.inside((db) => modes(db))
    const read = (written: string | null) => matchMode(known, written)
    expect(
      ['Vừa làm vừa học', 'Vừa học vừa làm', 'KHÔNG TẬP TRUNG', 'Tại chức', 'Hệ không tập trung', 'VLVH'].map(
        read,
      ),
    ).toEqual(Array(6).fill('partTime'))
    expect(['Tập trung', 'chính quy tập trung', 'Hệ tập trung tại trường'].map(read)).toEqual(
      Array(3).fill('fullTime'),
    )
    expect(['-', '–', '', null].map(read)).toEqual(Array(4).fill('none'))
    expect(read('Ban đêm')).toBeNull()
  })

  test('says the group of a section', async () => {
    const known = await world.inside((db) => groups(db))
    const read = (written: string) => matchGroup(known, written)?.group.code ?? null
    expect(
      [
        'ĐÀO TẠO TRUNG CẤP LÝ LUẬN CHÍNH TRỊ',
        'Bồi dưỡng khối Đảng, khối Nhà nước, đoàn thể',
        'III. Đào tạo cao cấp LLCT năm 2023',
      ].map(read),
    ).toEqual(['intermediate', 'fostering', 'advanced'])
    expect(read('LỚP MỞ THÊM TẠI CÁC HUYỆN')).toBeNull()
    expect(read('Trung cấp lý luận chính trị và bồi dưỡng')).toBeNull()
  })

  test('says the bloc, or none when it names several', () => {
    expect([
      blocNamed('(khối Đảng)'),
      blocNamed('Khối đoàn thể'),
      blocNamed('khối Đảng, khối Nhà nước, đoàn thể'),
    ]).toEqual(['party', 'front', null])
  })
})
