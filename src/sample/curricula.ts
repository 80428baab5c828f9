import type { Api } from '../api.ts'

const invented = 'Dữ liệu mẫu, cần nhà trường xác nhận'

/** Five parts, thirteen modules, 1,056 lesson hours: the sizes are known (domain.md §2.3), titles of topics and hours are invented. */
const parts: [string, [string, string][]][] = [
  [
    'Những vấn đề cơ bản của chủ nghĩa Mác – Lênin, tư tưởng Hồ Chí Minh',
    [
      ['Triết học Mác – Lênin', 'LLCS'],
      ['Kinh tế chính trị Mác – Lênin', 'LLCS'],
      ['Chủ nghĩa xã hội khoa học', 'LLCS'],
      ['Tư tưởng Hồ Chí Minh', 'LLCS'],
    ],
  ],
  [
    'Xây dựng Đảng và hệ thống chính trị',
    [
      ['Lịch sử Đảng Cộng sản Việt Nam', 'XDĐ'],
      ['Xây dựng Đảng', 'XDĐ'],
      ['Nhà nước và pháp luật', 'NNPL'],
      ['Quản lý hành chính nhà nước', 'NNPL'],
    ],
  ],
  [
    'Quan điểm, đường lối, chính sách trên các lĩnh vực',
    [
      ['Đường lối kinh tế, văn hóa, xã hội', 'LLCS'],
      ['Quốc phòng, an ninh, đối ngoại', 'NNPL'],
    ],
  ],
  [
    'Thực tiễn và kinh nghiệm xây dựng, phát triển địa phương',
    [['Thực tiễn và kinh nghiệm của tỉnh', 'XDĐ']],
  ],
  [
    'Kiến thức bổ trợ',
    [
      ['Kỹ năng lãnh đạo, quản lý ở cơ sở', 'XDĐ'],
      ['Công tác Mặt trận và đoàn thể', 'XDĐ'],
    ],
  ],
]

const topics = ['Những vấn đề chung', 'Nội dung chủ yếu', 'Vận dụng ở cơ sở', 'Tình huống và thảo luận']

/** Six cases of the bank, all of them invented. */
const cases = [
  [
    'Người dân không đồng ý phương án đền bù',
    'Xã mở rộng đường liên ấp; ba hộ không nhận tiền và căng bạt giữ đất. Đồng chí là chủ tịch xã mới nhận nhiệm vụ hai tuần.',
  ],
  [
    'Đơn tố cáo nặc danh trước ngày bầu cử',
    'Mười ngày trước đại hội chi bộ có đơn không ký tên về một người được giới thiệu. Chi ủy họp chiều nay.',
  ],
  [
    'Sáp nhập ấp, hai nhà văn hóa',
    'Sau sắp xếp một ấp có hai nhà văn hóa, kinh phí chỉ đủ sửa một. Hai nhóm cử tri đều đã gửi kiến nghị.',
  ],
  [
    'Cán bộ một cửa trả hồ sơ ba lần',
    'Người dân quay clip và đăng lên mạng. Buổi chiều báo chí gọi cho đồng chí.',
  ],
  ['Chi bộ không đủ người dự họp', 'Hơn nửa đảng viên đi làm xa. Nghị quyết quý phải ra trong tuần này.'],
  [
    'Vận động đoàn viên khi tổ chức thay đổi',
    'Đoàn thể vừa sắp xếp lại, nhiều người thôi giữ chức. Phong trào phải tiếp tục.',
  ],
] as const

/**
 * A frame of the intermediate programme, a version of the school that is approved and carries the classes, and the next one that the
 * school and a unit are drafting together. All of it is invented and says so.
 */
export async function makeCurricula(who: {
  office: Api
  rector: Api
  unit: Api
  unitId: number
}): Promise<void> {
  const { office, rector, unit, unitId } = who
  const { rows } = await office.programmes.list({ q: 'TC-LLCT' })
  const programmeId = rows.find((one) => one.code === 'TC-LLCT')?.id
  if (programmeId === undefined) throw new Error('the sample has no intermediate programme')
  const frame = await office.curricula.make({
    programmeId,
    kind: 'frame',
    title: 'Chương trình khung trung cấp lý luận chính trị (mẫu)',
    source: `${invented}; 1.056 tiết, 5 khối kiến thức`,
    needsConfirmation: true,
  })
  const add = (more: object) =>
    office.curricula.addItem({ curriculumId: frame.id, ...more } as Parameters<
      typeof office.curricula.addItem
    >[0])
  let local = 0
  for (const [title, modules] of parts) {
    const part = await add({ kind: 'part', title })
    if (modules.length === 1) local = part.lineageId
    for (const [name, fieldCode] of modules) {
      const module = await add({ kind: 'module', parentId: part.id, title: name, fieldCode })
      for (const [i, topic] of topics.entries())
        await add({
          kind: 'topic',
          parentId: module.id,
          title: `${name}: ${topic.toLowerCase()} (mẫu)`,
          fieldCode,
          hours:
            i < 3
              ? { theory: 12, discussion: 4, selfStudy: 2 }
              : { theory: 4, discussion: 4, practice: 8, selfStudy: 2 },
          ...(i === 2 && { outcomes: 'Nêu được cách vận dụng vào một việc đang làm ở đơn vị.' }),
        })
    }
  }
  const end = await add({ kind: 'module', title: 'Nghiên cứu thực tế, ôn tập và thi tốt nghiệp' })
  await add({ kind: 'topic', parentId: end.id, title: 'Nghiên cứu thực tế', hours: { field: 64, report: 8 } })
  await add({
    kind: 'topic',
    parentId: end.id,
    title: 'Ôn tập và thi tốt nghiệp',
    hours: { discussion: 32, exam: 16 },
  })
  for (const limit of [
    { kind: 'drop', allows: false },
    { kind: 'add', allows: false },
    { kind: 'rename', allows: false },
    { kind: 'add', allows: true, lineageId: local },
    { kind: 'drop', allows: true, lineageId: local },
    { kind: 'rename', allows: true, lineageId: local },
    { kind: 'hours', maximum: 4 },
    { kind: 'hours', maximum: 40, lineageId: local },
    { kind: 'practice', minimum: 15 },
    { kind: 'total', minimum: 1056, maximum: 1056 },
  ] as const)
    await office.curricula.setLimit({
      curriculumId: frame.id,
      source: invented,
      needsConfirmation: true,
      ...limit,
    })
  await office.curricula.adopt({
    curriculumId: frame.id,
    version: frame.version,
    documentNumber: '01-QĐ/HV (mẫu)',
    documentOn: '2023-12-04',
    documentBy: 'Học viện (hư cấu)',
  })

  const own = await office.curricula.make({
    programmeId,
    kind: 'school',
    startsFromId: frame.id,
    title: 'Trung cấp lý luận chính trị, phiên bản 1 (mẫu)',
    source: invented,
  })
  await rewriteLocal(office, own.id)
  const submitted = await office.curricula.submit({ curriculumId: own.id, version: own.version })
  const [first] = await office.curricula.appraisals({ curriculumId: own.id })
  if (first) {
    const at = { curriculumId: own.id, appraisalId: first.id }
    for (const [name, role, post] of [
      ['Nguyễn Thị Hiệu Trưởng', 'chair', 'Hiệu trưởng'],
      ['Hoàng Văn Giảng', 'reviewer', 'Giảng viên'],
      ['Lê Văn Đào Tạo', 'secretary', 'Phòng Quản lý đào tạo'],
    ] as const)
      await office.curricula.addMember({
        ...at,
        name,
        role,
        post,
        verdict: role === 'reviewer' ? 'agreeWithChanges' : 'agree',
        opinion: role === 'reviewer' ? 'Tăng thực hành ở phần địa phương. (mẫu)' : '',
      })
    await office.curricula.setAppraisal({
      ...at,
      version: first.version,
      councilNumber: '10-QĐ/TCT (mẫu)',
      councilOn: '2023-12-11',
      meetsOn: '2023-12-20',
      place: 'Phòng họp 1',
      result: 'passWithChanges',
      conclusion: 'Đồng ý thông qua sau khi bổ sung thực hành. (mẫu)',
    })
  }
  await rector.curricula.approve({
    curriculumId: own.id,
    version: submitted.version,
    documentNumber: '12-QĐ/TCT (mẫu)',
    documentOn: '2023-12-25',
    documentBy: 'Hiệu trưởng',
  })
  await runOn(office, programmeId, own.id)

  const next = await office.curricula.make({
    programmeId,
    kind: 'school',
    startsFromId: own.id,
    title: 'Trung cấp lý luận chính trị, phiên bản 2 (mẫu)',
    source: invented,
  })
  const curriculumId = next.id
  await office.curricula.invite({ curriculumId, unitId, mayEdit: true })
  const { items } = await office.curricula.get({ curriculumId })
  const find = (text: string) => {
    const found = items.find((one) => one.title.includes(text))
    if (!found) throw new Error(`the sample's outline has no «${text}»`)
    return found
  }
  const skill = find('Kỹ năng lãnh đạo, quản lý ở cơ sở: tình huống')
  await unit.curricula.editItem({
    curriculumId,
    itemId: skill.id,
    version: skill.version,
    title: 'Kỹ năng xử lý tình huống của cán bộ xã sau sắp xếp (mẫu)',
    outcomes: skill.outcomes,
    ...(skill.fieldCode && { fieldCode: skill.fieldCode }),
    hours: { ...skill.hours, theory: 2, practice: 10 },
    reasonKind: 'need',
    reason: 'Cán bộ xã mới nhận thêm việc của cấp huyện (mẫu)',
  })
  const { id: threadId } = await unit.curricula.comment({
    curriculumId,
    lineageId: skill.lineageId,
    text: 'Xã gặp nhiều nhất là đất đai và một cửa. Xin thêm tình huống về hai việc này. (mẫu)',
  })
  await office.curricula.comment({
    curriculumId,
    threadId,
    text: 'Nhà trường đang tìm hai tình huống, tuần sau gửi xã xem. (mẫu)',
  })
  const law = find('Quản lý hành chính nhà nước: vận dụng')
  await unit.curricula.propose({
    curriculumId,
    itemId: law.id,
    version: law.version,
    title: 'Quản lý hành chính nhà nước ở cấp xã mới (mẫu)',
    outcomes: law.outcomes,
    hours: { ...law.hours, theory: 10, practice: 2 },
    reasonKind: 'regulation',
    reason: 'Mô hình chính quyền địa phương hai cấp từ 01/07/2025',
  })
  const lineages = [skill.lineageId, law.lineageId]
  for (const [i, [title, text]] of cases.entries())
    await (i % 3 === 2 ? unit : office).situations.make({
      title: `${title} (mẫu)`,
      text,
      kind: i === 5 ? 'exercise' : 'situation',
      ...(i % 3 === 2 && { unitId }),
      lineageIds: [lineages[i % 2] ?? 0],
    })
}

/** The local part as the school teaches it: other titles and practice in the place of theory. */
async function rewriteLocal(office: Api, curriculumId: number): Promise<void> {
  const { items } = await office.curricula.get({ curriculumId })
  const own = items.filter((one) => one.title.startsWith('Thực tiễn và kinh nghiệm của tỉnh:'))
  const titles = [
    'Kinh tế Bình Hà mười năm qua',
    'Sắp xếp đơn vị hành chính ở Bình Hà',
    'Xây dựng nông thôn mới ở Bình Hà',
  ]
  for (const [i, title] of titles.entries()) {
    const item = own[i]
    if (item)
      await office.curricula.editItem({
        curriculumId,
        itemId: item.id,
        version: item.version,
        title: `${title} (mẫu)`,
        outcomes: item.outcomes,
        hours: { ...item.hours, theory: 8, practice: 4 },
        ...(item.fieldCode && { fieldCode: item.fieldCode }),
      })
  }
}

/** The classes of the programme that opened since the version is in use run on it. */
async function runOn(office: Api, programmeId: number, curriculumId: number): Promise<void> {
  for (const year of [2024, 2025, 2026]) {
    const { rows } = await office.classes.list({ year, programmeId, size: 100 })
    for (const { id } of rows) {
      const found = await office.classes.get({ classId: id })
      if (found.curriculumId !== null || found.opensOn < '2023-12-25') continue
      await office.classes.edit({
        classId: id,
        version: found.version,
        code: found.code,
        name: found.name,
        programmeId,
        mode: found.mode,
        opensOn: found.opensOn,
        place: found.place,
        partner: found.partner,
        basis: found.basis,
        note: found.note,
        curriculumId,
        ...(found.closesOn && { closesOn: found.closesOn }),
        ...(found.hostUnitId && { hostUnitId: found.hostUnitId }),
        ...(found.partnerUnitId && { partnerUnitId: found.partnerUnitId }),
        ...(found.planLineKey && { planLineKey: found.planLineKey }),
        ...(found.policy?.issuer && { policyIssuer: found.policy.issuer }),
        ...(found.policy?.number && { policyNumber: found.policy.number }),
        ...(found.policy?.on && { policyOn: found.policy.on }),
        ...(found.policy?.title && { policyTitle: found.policy.title }),
        ...(found.learners !== null && { learners: found.learners }),
      })
    }
  }
}
