import { mkdir, writeFile } from 'node:fs/promises'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  type ITableCellOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

// Makes the starting templates in templates/: `node src/server/files/make-templates.ts`. A school replaces them with
// its own in Word; so this runs once, by a developer, and `docx` is no dependency of the server.

/**
 * The report of a year, plan against result, in the layout of a State document (Nghị định 30/2020, phụ lục I): A4, margins
 * 20, 20, 30 and 15 mm, Times New Roman, two-column head, page number in the middle of the top from page 2.
 *
 * Filled with: superior, school, number, place, date (as `printLongDay`), year, summary, rows[] { order, group, planned,
 * held, carriedOver, opened, byMode, learners, share }, total { planned, held, carriedOver, opened, byMode, learners,
 * share }, beyond (null, or { classes, learners }), roundingNote, recipients[], signerTitle, signerName.
 */
export async function makePlanProgress(): Promise<Uint8Array> {
  return pack('Kết quả thực hiện kế hoạch đào tạo, bồi dưỡng', [
    letterHead(),
    centered({ spacing: { before: 360, after: 60 }, children: [bold('BÁO CÁO', 28)] }),
    centered({
      children: [bold('Kết quả thực hiện kế hoạch đào tạo, bồi dưỡng cán bộ năm {year}', 28)],
    }),
    rule(55, 240),
    body('{summary}'),
    progressTable(),
    new Paragraph({
      spacing: { before: 60, after: 60 },
      children: [new TextRun({ text: '{roundingNote}', italics: true, size: 24 })],
    }),
    new Paragraph('{#beyond}'),
    body('Ngoài kế hoạch, nhà trường mở thêm {classes} lớp với {learners} lượt học viên.'),
    new Paragraph('{/beyond}'),
    new Paragraph({ keepNext: true, spacing: { before: 120 } }),
    signatures(),
  ])
}

/**
 * The sums of a round of needs, by programme; the last row is the total. Filled with: superior, school, number, place, date,
 * round, summary, rows[] { order, programme, heads, units, before, lacking, unknown }, note, recipients[], signerTitle,
 * signerName.
 */
export async function makeNeedSums(): Promise<Uint8Array> {
  return pack('Tổng hợp nhu cầu đào tạo, bồi dưỡng', [
    letterHead(),
    centered({ spacing: { before: 360, after: 60 }, children: [bold('BÁO CÁO', 28)] }),
    centered({ children: [bold('Tổng hợp nhu cầu đào tạo, bồi dưỡng cán bộ', 28)] }),
    centered({ children: [bold('{round}', 28)] }),
    rule(55, 240),
    body('{summary}'),
    listTable(
      [10, 62, 19, 19, 19, 18, 18],
      ['TT', 'Chương trình', 'Đăng ký', 'Đơn vị', 'Đợt trước', 'Còn thiếu', 'Chưa rõ'],
      ['{#rows}{order}', '{programme}', '{heads}', '{units}', '{before}', '{lacking}', '{unknown}{/rows}'],
    ),
    new Paragraph({
      spacing: { before: 60, after: 60 },
      children: [new TextRun({ text: '{note}', italics: true, size: 24 })],
    }),
    new Paragraph({ keepNext: true, spacing: { before: 120 } }),
    signatures(),
  ])
}

/** Letters of a plan come in two layouts: State (Nghị định 30/2020) and Party (Hướng dẫn 05-HD/VPTW), one template each. */
type Layout = 'state' | 'party'

/** The head, type and subject of a letter. In the Party's layout: «Số» without a colon, a star under the issuer. */
const beginning = (layout: Layout, type: string, subject: string): (Paragraph | Table)[] => [
  layout === 'state' ? letterHead() : partyHead(),
  centered({ spacing: { before: 360, after: 60 }, children: [bold(type, layout === 'state' ? 28 : 30)] }),
  centered({ children: [bold(subject, 28)] }),
  layout === 'state' ? rule(55, 240) : centered({ spacing: { after: 200 }, children: [plain('-----', 28)] }),
]

const ending = (layout: Layout): (Paragraph | Table)[] => [
  new Paragraph({ keepNext: true, spacing: { before: 120 } }),
  layout === 'state' ? signatures() : signatures('- Lưu.'),
]

const planTable = () =>
  listTable(
    [10, 50, 22, 15, 15, 15, 18, 20],
    ['TT', 'Nội dung', 'Hệ', 'Số lớp', 'Chuyển tiếp', 'Mở mới', 'Học viên', 'Tháng'],
    [
      '{#rows}{order}',
      '{content}',
      '{mode}',
      '{classes}',
      '{carriedOver}',
      '{opened}',
      '{learners}',
      '{months}{/rows}',
    ],
  )

/**
 * The plan with its table. Filled with: superior, school, number, place, date, title, period, addressee, summary, basis, rows[]
 * { order, group, content, mode, classes, carriedOver, opened, learners, months, place, partner }, total { classes, carriedOver,
 * opened, learners }, recipients[], signerTitle, signerName.
 */
export const makePlan = (layout: Layout): Promise<Uint8Array> =>
  pack('Kế hoạch đào tạo, bồi dưỡng', [
    ...beginning(layout, 'KẾ HOẠCH', 'Đào tạo, bồi dưỡng cán bộ {period}'),
    body('{basis}'),
    body('1. Nội dung kế hoạch'),
    planTable(),
    body(
      'Tổng cộng: {total.classes} lớp, {total.carriedOver} lớp chuyển tiếp, {total.opened} lớp mở mới, {total.learners} học viên dự kiến.',
    ),
    body('2. Tổ chức thực hiện'),
    body(
      'Các cơ quan, đơn vị, địa phương cử cán bộ đi học đúng đối tượng, đủ tiêu chuẩn và bố trí thời gian để học viên học tập.',
    ),
    ...ending(layout),
  ])

/** The letter that submits the plan; filled as the plan itself. */
export const makePlanSubmission = (layout: Layout): Promise<Uint8Array> =>
  pack('Tờ trình phê duyệt kế hoạch đào tạo, bồi dưỡng', [
    ...beginning(layout, 'TỜ TRÌNH', 'Về việc phê duyệt kế hoạch đào tạo, bồi dưỡng cán bộ {period}'),
    centered({ spacing: { after: 120 }, children: [plain('Kính gửi: {addressee}', 28)] }),
    body('{school} kính trình xem xét, phê duyệt «{title}», gồm {summary}, cụ thể như sau:'),
    planTable(),
    body(layout === 'state' ? 'Kính trình xem xét, quyết định./.' : 'Kính trình xem xét, quyết định.'),
    ...ending(layout),
  ])

/**
 * The letter that submits changes within the year. Filled with: superior, school, number, place, date, period, addressee, basis,
 * summary, rows[] { order, kind, content, before, after, reason, proposer }, recipients[], signerTitle, signerName.
 */
export const makePlanAmendment = (layout: Layout): Promise<Uint8Array> =>
  pack('Tờ trình điều chỉnh kế hoạch đào tạo, bồi dưỡng', [
    ...beginning(layout, 'TỜ TRÌNH', 'Về việc điều chỉnh kế hoạch đào tạo, bồi dưỡng cán bộ {period}'),
    centered({ spacing: { after: 120 }, children: [plain('Kính gửi: {addressee}', 28)] }),
    body('{basis} {summary}, cụ thể như sau:'),
    listTable(
      [10, 22, 40, 28, 28, 37],
      ['TT', 'Loại', 'Nội dung', 'Đã giao', 'Đề nghị', 'Lý do'],
      ['{#rows}{order}', '{kind}', '{content}', '{before}', '{after}', '{reason} ({proposer}){/rows}'],
    ),
    body(layout === 'state' ? 'Kính trình xem xét, quyết định./.' : 'Kính trình xem xét, quyết định.'),
    ...ending(layout),
  ])

/**
 * The letter (công văn) that asks a host to receive a class. Filled with: superior, school, schoolName, number, place, date, about,
 * addressee, class, title, days, people, leader, programme[], answerBy, recipients[], signerTitle, signerName.
 */
export const makeVisitRequest = (layout: Layout): Promise<Uint8Array> =>
  pack('Công văn đề nghị đón lớp nghiên cứu thực tế', [
    layout === 'state' ? letterHead() : partyHead(),
    centered({ spacing: { before: 200, after: 200 }, children: [plain('V/v đón lớp đến {about}', 24)] }),
    centered({ spacing: { after: 120 }, children: [plain('Kính gửi: {addressee}', 28)] }),
    body('{schoolName} đề nghị {addressee} đón lớp {class} đến {about}, cụ thể như sau:'),
    body('1. Nội dung: {title}.'),
    body('2. Thời gian: {days}. Số người: {people}. Người phụ trách đoàn: {leader}.'),
    body('3. Chương trình làm việc:'),
    new Paragraph('{#programme}'),
    body('{.}'),
    new Paragraph('{/programme}'),
    body('{schoolName} trân trọng đề nghị {addressee} cho ý kiến {answerBy}, hoặc gợi ý thời gian khác.'),
    ...ending(layout),
  ])

/**
 * The letter (giấy mời) that invites a lecturer to teach. Filled with: superior, school, schoolName, number, place, date, addressee,
 * class, title, rows[] { order, day, part, hours, content, place }, message, answerBy, contact, recipients[], signerTitle, signerName.
 */
export const makeTeachingInvitation = (layout: Layout): Promise<Uint8Array> =>
  pack('Giấy mời giảng', [
    ...beginning(layout, 'GIẤY MỜI', 'Giảng dạy, báo cáo chuyên đề'),
    body(
      '{schoolName} trân trọng kính mời đồng chí {addressee} giảng dạy, báo cáo cho lớp {class}, cụ thể như sau:',
    ),
    body('1. Chuyên đề: {title}.'),
    body('2. Thời gian, địa điểm:'),
    listTable(
      [12, 28, 18, 15, 52, 40],
      ['TT', 'Ngày', 'Buổi', 'Số tiết', 'Nội dung', 'Địa điểm'],
      ['{#rows}{order}', '{day}', '{part}', '{hours}', '{content}', '{place}{/rows}'],
    ),
    body('{message}'),
    body('{schoolName} trân trọng đề nghị đồng chí trả lời {answerBy}. Liên hệ: {contact}.'),
    ...ending(layout),
  ])

/**
 * The letter that submits guest lecturers to the Standing Committee, with its list. Filled with: superior, school, schoolName,
 * number, place, date, title, addressee, summary, rows[] { order, name, post, category, degrees, fields, period, remark },
 * recipients[], signerTitle, signerName.
 */
export const makeGuestSubmission = (layout: Layout): Promise<Uint8Array> =>
  pack('Tờ trình phê duyệt giảng viên thỉnh giảng', [
    ...beginning(layout, 'TỜ TRÌNH', '{title}'),
    centered({ spacing: { after: 120 }, children: [plain('Kính gửi: {addressee}', 28)] }),
    body('{schoolName} kính trình xem xét, phê duyệt {summary}, theo danh sách sau:'),
    listTable(
      [9, 30, 42, 30, 28, 26],
      ['TT', 'Họ và tên', 'Chức vụ, nơi công tác', 'Chuyên môn', 'Thời hạn', 'Ghi chú'],
      ['{#rows}{order}', '{name} {degrees}', '{post}', '{fields}', '{period}', '{remark}{/rows}'],
    ),
    body(layout === 'state' ? 'Kính trình xem xét, quyết định./.' : 'Kính trình xem xét, quyết định.'),
    ...ending(layout),
  ])

/**
 * The minutes of an order of priority; in both layouts. Filled with: superior, school, number, place, date,
 * title, draft (empty when agreed), basis, method, criteria[] { order, name, measure, weight }, rows[] { order, demand, heads,
 * score, why }, recipients[], signerTitle, signerName.
 */
export async function makePriorityMinutes(layout: Layout): Promise<Uint8Array> {
  return pack('Biên bản xếp thứ tự ưu tiên', [
    ...beginning(layout, 'BIÊN BẢN', '{title}'),
    centered({ spacing: { after: 120 }, children: [italic('{draft}', 26)] }),
    body('{basis}'),
    body('1. Tiêu chí và trọng số'),
    listTable(
      [12, 128, 25],
      ['TT', 'Tiêu chí', 'Trọng số (0–10)'],
      ['{#criteria}{order}', '{name}. {measure}', '{weight}{/criteria}'],
    ),
    body('2. Thứ tự ưu tiên'),
    listTable(
      [12, 45, 18, 18, 72],
      ['TT', 'Nhu cầu', 'Số người', 'Điểm', 'Vì sao'],
      ['{#rows}{order}', '{demand}', '{heads}', '{score}', '{why}{/rows}'],
    ),
    new Paragraph({
      spacing: { before: 60, after: 60 },
      children: [new TextRun({ text: '{method}', italics: true, size: 24 })],
    }),
    ...ending(layout),
  ])
}

/**
 * The minutes of the appraisal of a programme; in both layouts. Filled with: superior, school, number, place, date,
 * title, council, meeting, summary, members[] { order, name, post, role }, opinions[] { order, name, verdict, opinion }, conclusion,
 * recipients[], signerTitle, signerName.
 */
export async function makeCurriculumMinutes(layout: Layout): Promise<Uint8Array> {
  return pack('Biên bản thẩm định chương trình', [
    ...beginning(layout, 'BIÊN BẢN', 'Thẩm định chương trình {title}'),
    body('Căn cứ: {council}. Hội đồng họp: {meeting}.'),
    body('{summary}'),
    body('1. Thành phần'),
    listTable(
      [12, 60, 60, 33],
      ['TT', 'Họ và tên', 'Chức vụ', 'Trong hội đồng'],
      ['{#members}{order}', '{name}', '{post}', '{role}{/members}'],
    ),
    body('2. Ý kiến'),
    listTable(
      [12, 45, 33, 75],
      ['TT', 'Họ và tên', 'Ý kiến', 'Nội dung'],
      ['{#opinions}{order}', '{name}', '{verdict}', '{opinion}{/opinions}'],
    ),
    body('3. Kết luận'),
    body('{conclusion}'),
    ...ending(layout),
  ])
}

/**
 * The timetable of a class. Filled with: superior, school, schoolName, number, place, date, class, programme, days, summary, rows[]
 * { order, weekday, day, part, content, hours, kind, lecturer, place, note }, visits[], recipients[], signerTitle, signerName.
 */
export const makeTimetable = (layout: Layout): Promise<Uint8Array> =>
  pack('Lịch học', [
    ...beginning(layout, 'LỊCH HỌC', 'Lớp {class}'),
    body('Chương trình: {programme}. Thời gian: {days}. Tổng số: {summary}.'),
    listTable(
      [9, 29, 15, 54, 12, 28, 18],
      ['TT', 'Ngày', 'Buổi', 'Nội dung', 'Số tiết', 'Giảng viên', 'Địa điểm'],
      [
        '{#rows}{order}',
        '{weekday}, {day}',
        '{part}',
        '{content} ({kind})',
        '{hours}',
        '{lecturer}',
        '{place}{/rows}',
      ],
    ),
    new Paragraph('{#visits}'),
    body('Nghiên cứu thực tế: {.}'),
    new Paragraph('{/visits}'),
    ...ending(layout),
  ])

/**
 * The letter that thanks a lecturer. Filled with: superior, school, schoolName, number, place, date, addressee, class, title, summary,
 * rows[] { order, day, part, hours, content }, recipients[], signerTitle, signerName.
 */
export const makeTeachingThanks = (layout: Layout): Promise<Uint8Array> =>
  pack('Thư cảm ơn', [
    ...beginning(layout, 'THƯ CẢM ƠN', 'Giảng dạy, báo cáo chuyên đề'),
    centered({ spacing: { after: 120 }, children: [plain('Kính gửi: Đồng chí {addressee}', 28)] }),
    body(
      '{schoolName} trân trọng cảm ơn đồng chí đã dành thời gian giảng dạy, báo cáo chuyên đề «{title}» cho lớp {class}: {summary}.',
    ),
    listTable(
      [12, 30, 20, 18, 85],
      ['TT', 'Ngày', 'Buổi', 'Số tiết', 'Nội dung'],
      ['{#rows}{order}', '{day}', '{part}', '{hours}', '{content}{/rows}'],
    ),
    body(
      'Sự tham gia của đồng chí góp phần gắn nội dung bồi dưỡng với thực tiễn của tỉnh. {schoolName} mong tiếp tục nhận được sự cộng tác của đồng chí.',
    ),
    body(layout === 'state' ? 'Trân trọng./.' : 'Trân trọng.'),
    ...ending(layout),
  ])

/**
 * What is paid for teaching, on a page that lies. Filled with: superior, school, number, place, date, period, rows[] { order, lecturer,
 * workplace, class, content, days, sessions, hours, rate, amount, tax, net }, total { sessions, hours, amount, tax, net }, inWords,
 * notes[], recipients[], signerTitle, signerName.
 */
export const makePaymentList = (layout: Layout): Promise<Uint8Array> =>
  pack(
    'Bảng kê thanh toán giảng',
    [
      ...beginning(layout, 'BẢNG KÊ', 'Thanh toán giảng dạy, báo cáo chuyên đề {period}'),
      listTable(
        [9, 34, 20, 52, 28, 13, 22, 24, 22, 24],
        [
          'TT',
          'Họ và tên',
          'Lớp',
          'Nội dung',
          'Ngày',
          'Số tiết',
          'Mức chi',
          'Thành tiền',
          'Thuế',
          'Thực nhận',
        ],
        [
          '{#rows}{order}',
          '{lecturer}',
          '{class}',
          '{content}',
          '{days}',
          '{hours}',
          '{rate}',
          '{amount}',
          '{tax}',
          '{net}{/rows}',
        ],
      ),
      body(
        'Tổng cộng: {total.hours} tiết; thành tiền {total.amount} đồng; thuế {total.tax} đồng; thực nhận {total.net} đồng.',
      ),
      body('Bằng chữ: {inWords}.'),
      new Paragraph('{#notes}'),
      body('{.}'),
      new Paragraph('{/notes}'),
      ...ending(layout),
    ],
    true,
  )

/**
 * The results of an evaluation at the end of a class. Filled with: superior, school, schoolName, number, place, date, class, programme,
 * days, summary, rows[] { order, content, answers, mean, spread, counts }, comments[] { content, texts[] }, note, recipients[],
 * signerTitle, signerName.
 */
export const makeSurveyResults = (layout: Layout): Promise<Uint8Array> =>
  pack('Kết quả đánh giá khóa học', [
    ...beginning(layout, 'BÁO CÁO', 'Kết quả đánh giá khóa học, lớp {class}'),
    body('Chương trình: {programme}. Lấy ý kiến: {days}. {summary}.'),
    body('1. Kết quả từng nội dung'),
    listTable(
      [10, 64, 18, 16, 16, 41],
      ['TT', 'Nội dung', 'Số trả lời', 'Điểm', 'Độ lệch', 'Phân bố'],
      ['{#rows}{order}', '{content}', '{answers}', '{mean}', '{spread}', '{counts}{/rows}'],
    ),
    new Paragraph({
      spacing: { before: 60, after: 60 },
      children: [new TextRun({ text: '{note}', italics: true, size: 24 })],
    }),
    body('2. Ý kiến'),
    new Paragraph('{#comments}'),
    body('{content}:'),
    new Paragraph('{#texts}'),
    body('- {.}'),
    new Paragraph('{/texts}'),
    new Paragraph('{/comments}'),
    ...ending(layout),
  ])

/** A document of A4 pages with margins 20, 20, 30 and 15 mm and the page number at the top from page 2; `lies`: across. */
async function pack(title: string, children: (Paragraph | Table)[], lies = false): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Nhịp',
    title,
    styles: {
      default: {
        document: {
          run: { font, size: 28, language: { value: 'vi-VN' } },
          paragraph: { spacing: { line: 264 } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              ...(lies && { orientation: PageOrientation.LANDSCAPE }),
            },
            margin: {
              top: mm(20),
              bottom: mm(20),
              left: mm(30),
              right: mm(15),
              header: mm(10),
              footer: mm(10),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph('')] }),
          default: new Header({
            children: [centered({ children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] })],
          }),
        },
        footers: { default: new Footer({ children: [new Paragraph('')] }) },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A table with one row of heads, repeated on each page, and one row of tags, which is the loop. Widths in mm. */
function listTable(widths: readonly number[], heads: readonly string[], tags: readonly string[]): Table {
  const cell = (column: number, paragraph: Paragraph) =>
    new TableCell({
      width: { size: mm(widths[column]!), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: mm(1), right: mm(1), top: 40, bottom: 40 },
      children: [paragraph],
    })
  const row = (children: TableCell[], isHead: boolean) =>
    new TableRow({ children, cantSplit: true, tableHeader: isHead })
  return layout(widths, [
    row(
      heads.map((text, column) => cell(column, centered({ children: [bold(text, 24)] }))),
      true,
    ),
    row(
      tags.map((text, column) => cell(column, new Paragraph({ children: [plain(text, 24)] }))),
      false,
    ),
  ])
}

const font = 'Times New Roman'

/** Twips; the library's own function cuts instead of rounding, which makes A4 a hair too small. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

const plain = (text: string, size: number) => new TextRun({ text, size })
const bold = (text: string, size: number) => new TextRun({ text, size, bold: true })
const italic = (text: string, size: number) => new TextRun({ text, size, italics: true })
const centered = (options: IParagraphOptions) =>
  new Paragraph({ alignment: AlignmentType.CENTER, ...options })

/** First line in by 1 cm, 6 points between paragraphs. */
const body = (text: string) =>
  new Paragraph({
    text,
    alignment: AlignmentType.BOTH,
    indent: { firstLine: mm(10) },
    spacing: { before: 120, after: 120 },
  })

/** The short line under a name: a paragraph of no height with a border, in by so many millimetres on both sides. */
const rule = (indent: number, after = 120) =>
  new Paragraph({
    indent: { left: mm(indent), right: mm(indent) },
    spacing: { before: 20, after, line: 20, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })

function layout(widths: readonly number[], rows: TableRow[], borders?: typeof noBorders): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    ...(borders ? { borders } : {}),
    rows,
  })
}

/** The head of a Party letter: superior, issuer and a star at the left, the Party's name at the right; «Số» has no colon. */
function partyHead(): Table {
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: mm(width), type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children,
    })
  return layout(
    [75, 90],
    [
      new TableRow({
        children: [
          cell(75, [
            centered({ children: [plain('{superior}', 28)] }),
            centered({ children: [bold('{school}', 28)] }),
            centered({ children: [bold('*', 28)] }),
            centered({ children: [plain('Số {number}', 28)] }),
          ]),
          cell(90, [
            centered({ children: [bold('ĐẢNG CỘNG SẢN VIỆT NAM', 30)] }),
            rule(15),
            centered({ children: [italic('{place}, {date}', 28)] }),
          ]),
        ],
      }),
    ],
    noBorders,
  )
}

/** 62 and 103 mm: with less on the right, the name of the State at 13 points bold breaks into two lines. */
function letterHead(): Table {
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: mm(width), type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children,
    })
  return layout(
    [62, 103],
    [
      new TableRow({
        children: [
          cell(62, [
            centered({ children: [plain('{superior}', 26)] }),
            centered({ children: [bold('{school}', 26)] }),
            rule(20),
            centered({ children: [plain('Số: {number}', 26)] }),
          ]),
          cell(103, [
            centered({ children: [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 26)] }),
            centered({ children: [bold('Độc lập - Tự do - Hạnh phúc', 28)] }),
            rule(20),
            centered({ children: [italic('{place}, {date}', 28)] }),
          ]),
        ],
      }),
    ],
    noBorders,
  )
}

const tableWidths = [10, 38, 14, 15, 17, 16, 24, 17, 14]

function progressTable(): Table {
  const cell = (column: number, paragraph: Paragraph, options: Partial<ITableCellOptions> = {}) =>
    new TableCell({
      width: { size: mm(tableWidths[column]!), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: mm(1), right: mm(1), top: 40, bottom: 40 },
      children: [paragraph],
      ...options,
    })
  const head = (column: number, text: string, options: Partial<ITableCellOptions> = {}) =>
    cell(column, centered({ children: [bold(text, 24)] }), options)
  const figures = (texts: readonly string[], run: (text: string, size: number) => TextRun) =>
    texts.map((text, column) =>
      cell(
        column,
        new Paragraph({
          alignment:
            column === 0
              ? AlignmentType.CENTER
              : column === 1 || column === 6
                ? AlignmentType.LEFT
                : AlignmentType.RIGHT,
          children: [run(text, 24)],
        }),
      ),
    )
  const row = (children: TableCell[], isHead = false) =>
    new TableRow({
      children,
      cantSplit: true,
      tableHeader: isHead,
      height: { value: mm(6), rule: HeightRule.ATLEAST },
    })
  return layout(tableWidths, [
    row(
      [
        head(0, 'TT', { rowSpan: 2 }),
        head(1, 'Nội dung', { rowSpan: 2 }),
        head(2, 'Kế hoạch (lớp)', { rowSpan: 2 }),
        head(3, 'Thực hiện (lớp)', {
          columnSpan: 3,
          width: { size: mm(tableWidths[3]! + tableWidths[4]! + tableWidths[5]!), type: WidthType.DXA },
        }),
        head(6, 'Khai giảng theo hệ', { rowSpan: 2 }),
        head(7, 'Học viên (lượt)', { rowSpan: 2 }),
        head(8, 'Tỷ lệ (%)', { rowSpan: 2 }),
      ],
      true,
    ),
    row([head(3, 'Tổng số'), head(4, 'Chuyển tiếp'), head(5, 'Khai giảng')], true),
    row(
      figures(
        [
          '{#rows}{order}',
          '{group}',
          '{planned}',
          '{held}',
          '{carriedOver}',
          '{opened}',
          '{byMode}',
          '{learners}',
          '{share}{/rows}',
        ],
        plain,
      ),
    ),
    row(
      figures(
        [
          '',
          'Tổng cộng',
          '{total.planned}',
          '{total.held}',
          '{total.carriedOver}',
          '{total.opened}',
          '{total.byMode}',
          '{total.learners}',
          '{total.share}',
        ],
        bold,
      ),
    ),
  ])
}

/** Recipients at the left, signature at the right with room for the stamp; kept on one page. */
function signatures(archive = '- Lưu: VT.'): Table {
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: mm(width), type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children,
    })
  const kept = (run: TextRun) => centered({ keepNext: true, children: [run] })
  return layout(
    [82, 83],
    [
      new TableRow({
        cantSplit: true,
        children: [
          cell(82, [
            new Paragraph({
              keepNext: true,
              children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: 24 })],
            }),
            new Paragraph({ children: [plain('{#recipients}', 22)] }),
            new Paragraph({ children: [plain('- {.};', 22)] }),
            new Paragraph({ children: [plain('{/recipients}', 22)] }),
            new Paragraph({ children: [plain(archive, 22)] }),
          ]),
          cell(83, [
            kept(bold('{signerTitle}', 28)),
            ...Array.from({ length: 4 }, () => kept(plain('', 28))),
            centered({ children: [bold('{signerName}', 28)] }),
          ]),
        ],
      }),
    ],
    noBorders,
  )
}

/**
 * The admission notice (thông báo chiêu sinh). Filled with: superior, school, schoolName, number, place, date, addressee, class,
 * programme, mode, days, deadline, sendsOn, standards[], note, seats, rows[] { order, unit, seats }, recipients[], signerTitle, signerName.
 */
export const makeAdmissionNotice = (layout: Layout): Promise<Uint8Array> =>
  pack('Thông báo chiêu sinh', [
    ...beginning(layout, 'THÔNG BÁO', 'Chiêu sinh lớp {class}'),
    centered({ spacing: { after: 120 }, children: [plain('Kính gửi: {addressee}', 28)] }),
    body('{schoolName} thông báo chiêu sinh như sau:'),
    body('1. Lớp: {class}. Chương trình: {programme}. Hệ: {mode}. Thời gian: {days}.'),
    body('2. Đối tượng, tiêu chuẩn, hồ sơ:'),
    new Paragraph('{#standards}'),
    body('{.}'),
    new Paragraph('{/standards}'),
    body('3. Ngày cử đi học: {sendsOn}. Danh sách gửi trước ngày {deadline}.'),
    body('4. Chỉ tiêu: {seats} người.'),
    listTable([12, 118, 35], ['TT', 'Đơn vị', 'Chỉ tiêu'], ['{#rows}{order}', '{unit}', '{seats}{/rows}']),
    body('{note}'),
    ...ending(layout),
  ])

const people = () =>
  listTable(
    [12, 48, 55, 50],
    ['TT', 'Họ và tên', 'Chức vụ', 'Đơn vị'],
    ['{#rows}{order}', '{name}', '{post}', '{unit}{/rows}'],
  )

/**
 * The decision that sends people to study. Filled with: superior, school, schoolName, number, place, date, class, programme, mode, days,
 * sendsOn, count, rows[] { order, name, post, unit }, recipients[], signerTitle, signerName.
 */
export const makeSendingDecision = (layout: Layout): Promise<Uint8Array> =>
  pack('Quyết định cử cán bộ đi học', [
    ...beginning(layout, 'QUYẾT ĐỊNH', 'Cử cán bộ đi học lớp {class}'),
    body(
      'Điều 1. Cử {count} người có tên trong danh sách dưới đây học lớp {class}, hệ {mode}, thời gian {days}, kể từ ngày {sendsOn}.',
    ),
    body(
      'Điều 2. Người được cử đi học thực hiện quy chế học tập; đơn vị bố trí công việc, thời gian để học đủ chương trình.',
    ),
    body(
      'Điều 3. Các đơn vị liên quan và người có tên trong danh sách chịu trách nhiệm thi hành quyết định này.',
    ),
    people(),
    ...ending(layout),
  ])

/** The decision that opens a class with its list. Filled like the sending decision. */
export const makeClassOpening = (layout: Layout): Promise<Uint8Array> =>
  pack('Quyết định mở lớp', [
    ...beginning(layout, 'QUYẾT ĐỊNH', 'Mở lớp {class} và công nhận học viên'),
    body('Điều 1. Mở lớp {class}, chương trình {programme}, hệ {mode}, thời gian {days}.'),
    body('Điều 2. Công nhận {count} học viên của lớp, theo danh sách dưới đây.'),
    body(
      'Điều 3. Các phòng, khoa của {schoolName}, các đơn vị và học viên chịu trách nhiệm thi hành quyết định này.',
    ),
    people(),
    ...ending(layout),
  ])

/** A page of guidance that the sample hangs on its round of needs. Filled with: title, lines[]. */
export const makeNeedGuide = (): Promise<Uint8Array> =>
  pack('Hướng dẫn đăng ký nhu cầu', [
    centered({ spacing: { after: 60 }, children: [bold('HƯỚNG DẪN (MẪU)', 28)] }),
    centered({ children: [bold('{title}', 28)] }),
    rule(55, 240),
    new Paragraph('{#lines}'),
    body('{.}'),
    new Paragraph('{/lines}'),
  ])

/** Every kind of letter by the name of its file. */
const letters: Record<string, (layout: Layout) => Promise<Uint8Array>> = {
  plan: makePlan,
  'plan-submission': makePlanSubmission,
  'plan-amendment': makePlanAmendment,
  'visit-request': makeVisitRequest,
  'teaching-invitation': makeTeachingInvitation,
  'guest-submission': makeGuestSubmission,
  timetable: makeTimetable,
  'teaching-thanks': makeTeachingThanks,
  'payment-list': makePaymentList,
  'survey-results': makeSurveyResults,
  'priority-minutes': makePriorityMinutes,
  'curriculum-minutes': makeCurriculumMinutes,
  'admission-notice': makeAdmissionNotice,
  'sending-decision': makeSendingDecision,
  'class-opening': makeClassOpening,
}

if (import.meta.main) {
  const folder = new URL('../../../templates/', import.meta.url)
  await mkdir(folder, { recursive: true })
  await writeFile(new URL('plan-progress.docx', folder), await makePlanProgress())
  await writeFile(new URL('need-sums.docx', folder), await makeNeedSums())
  await writeFile(new URL('need-guide.docx', folder), await makeNeedGuide())
  for (const layout of ['state', 'party'] as const) {
    for (const [name, make] of Object.entries(letters))
      await writeFile(new URL(`${name}-${layout}.docx`, folder), await make(layout))
  }
}
