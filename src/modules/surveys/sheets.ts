import type * as z from 'zod'
import type { Day } from '../../pure/day.ts'
import { writeSheets } from '../../server/files/xlsx.ts'
import type { acrossRow, qualityIndex, ratedLecturer, ratings, SurveyResult } from './contract.ts'
import type { Campaign } from './store.ts'
import type { en } from './words.en.ts'
import type { vi } from './words.vi.ts'

type Of = { className: string; classCode: string; programmeName: string; opensOn: Campaign['opensOn'] }

/** A result as a workbook: figures, and what was written. It is made of the kept result, so what is hidden there is not in it. */
export function resultSheets(
  w: typeof vi | typeof en,
  campaign: Of & Pick<Campaign, 'closesOn' | 'title'>,
  result: SurveyResult,
  parts: readonly z.infer<typeof acrossRow>[],
  quality: z.infer<typeof qualityIndex> | null,
): Promise<Uint8Array> {
  const titleLines = [
    { text: w.results.toUpperCase(), isBold: true },
    [`${campaign.classCode} ${campaign.className}`, campaign.title].filter(Boolean).join(': '),
    w.until({ from: campaign.opensOn, to: campaign.closesOn }),
  ]
  const footnotes = [
    result.isHidden ? w.hiddenAll(result) : w.answersIn(result),
    ...(result.invalid > 0 ? [`${w.invalid}: ${w.invalidCount(result)}`] : []),
  ]
  const figures = result.items.filter((item) => item.comments.length === 0)
  const written = result.items.filter((item) => item.comments.length > 0)
  return writeSheets([
    {
      sheetName: w.results,
      titleLines,
      isLandscape: true,
      columns: [
        { key: 'item', title: w.item, kind: 'text' },
        { key: 'subject', title: w.subject, kind: 'text' },
        { key: 'n', title: w.n, kind: 'number' },
        { key: 'mean', title: w.mean, kind: 'number', decimals: 2 },
        { key: 'spread', title: w.spread, kind: 'number', decimals: 2 },
        { key: 'counts', title: w.counts, kind: 'text' },
      ],
      rows: figures.map((item) => ({
        item: item.text,
        subject: item.subject ?? '',
        n: item.isHidden ? w.hiddenShort : item.n,
        mean: item.mean,
        spread: item.spread,
        counts: item.isHidden ? w.hidden : item.counts.map((one) => `${one.label}: ${one.count}`).join(' · '),
      })),
      footnotes,
    },
    {
      sheetName: w.comments,
      titleLines: [{ text: w.comments.toUpperCase(), isBold: true }],
      columns: [
        { key: 'item', title: w.item, kind: 'text' },
        { key: 'comment', title: w.comments, kind: 'text' },
      ],
      rows: written.flatMap((item) =>
        item.comments.map((comment) => ({
          item: item.subject ? `${item.text} ${item.subject}` : item.text,
          comment,
        })),
      ),
      footnotes: [w.commentsLead],
    },
    ...(parts.length > 0
      ? [
          {
            sheetName: w.byPart,
            titleLines: [{ text: w.byPart.toUpperCase(), isBold: true }],
            isLandscape: true,
            columns: [{ key: 'label', title: w.byPart, kind: 'text' as const }, ...mergedColumns(w)],
            rows: parts.map((row) => ({ label: row.label, ...mergedCells(w, row) })),
            footnotes: [w.byPartNote],
          },
        ]
      : []),
    ...(quality ? [qualitySheet(w, quality)] : []),
  ])
}

/** Criteria and index as the page shows them. */
const qualitySheet = (w: typeof vi | typeof en, { set, criteria, index }: z.infer<typeof qualityIndex>) => ({
  sheetName: w.criterion,
  titleLines: [{ text: w.quality(set), isBold: true }],
  columns: [
    { key: 'text', title: w.criterion, kind: 'text' as const },
    { key: 'shown', title: w.indicators, kind: 'text' as const },
    { key: 'mean', title: w.mean, kind: 'number' as const, decimals: 2 },
    { key: 'band', title: w.bands, kind: 'text' as const },
  ],
  rows: [
    ...criteria.map((one) => ({ ...one, shown: `${one.shown}/${one.of}` })),
    { text: w.overall, shown: '', ...index },
  ].map(({ text, shown, mean, band }) => ({ text, shown, mean, band: band?.vi ?? '' })),
  footnotes: set.bandsSource ? [set.bandsSource] : [],
})

const periodLine = (w: typeof vi | typeof en, { fromOn, untilOn }: Period) =>
  w.endedIn({ from: fromOn ?? null, until: untilOn ?? null })
type Period = { fromOn?: Day | undefined; untilOn?: Day | undefined }

/** The columns of merged figures, and a row of them. */
const mergedColumns = (w: typeof vi | typeof en) =>
  [
    { key: 'form', title: w.form, kind: 'text' },
    { key: 'question', title: w.item, kind: 'text' },
    { key: 'marks', title: w.marks, kind: 'text' },
    { key: 'mean', title: w.mean, kind: 'number', decimals: 2 },
    { key: 'spread', title: w.spread, kind: 'number', decimals: 2 },
    { key: 'n', title: w.n, kind: 'number' },
    { key: 'campaigns', title: w.campaignsCount, kind: 'number' },
  ] as const

const mergedCells = (w: typeof vi | typeof en, row: Omit<z.infer<typeof acrossRow>, 'label'>) => ({
  form: row.formTitle,
  question: row.text,
  marks: w.marksOf(row),
  mean: row.mean,
  spread: row.spread,
  n: row.n,
  campaigns: row.campaigns,
})

/** Results over several classes, as filtered. */
export function acrossSheet(
  w: typeof vi | typeof en,
  filter: Period & { by: keyof typeof vi.by },
  rows: readonly z.infer<typeof acrossRow>[],
): Promise<Uint8Array> {
  return writeSheets([
    {
      sheetName: w.across,
      titleLines: [{ text: w.across.toUpperCase(), isBold: true }, periodLine(w, filter)],
      isLandscape: true,
      columns: [{ key: 'label', title: w.by[filter.by], kind: 'text' }, ...mergedColumns(w)],
      rows: rows.map((row) => ({ label: row.label, ...mergedCells(w, row) })),
      footnotes: [filter.by === 'part' || filter.by === 'module' ? w.byPartNote : w.acrossNote],
    },
  ])
}

/** Lecturers who have results: how many answers, and no mark. */
export function lecturersSheet(
  w: typeof vi | typeof en,
  rows: readonly z.infer<typeof ratedLecturer>[],
): Promise<Uint8Array> {
  return writeSheets([
    {
      sheetName: w.by.lecturer,
      titleLines: [{ text: w.ratedLecturers.toUpperCase(), isBold: true }],
      columns: [
        { key: 'label', title: w.by.lecturer, kind: 'text' },
        { key: 'campaigns', title: w.campaignsCount, kind: 'number' },
        { key: 'n', title: w.n, kind: 'number' },
      ],
      rows,
      footnotes: [w.noRanking],
    },
  ])
}

/** What one lecturer was rated, and what was written. */
export function ratingsSheets(
  w: typeof vi | typeof en,
  name: string,
  period: Period,
  { rows, comments }: z.infer<typeof ratings>,
): Promise<Uint8Array> {
  return writeSheets([
    {
      sheetName: w.results,
      titleLines: [{ text: name, isBold: true }, periodLine(w, period)],
      isLandscape: true,
      columns: [{ key: 'topic', title: w.by.topic, kind: 'text' }, ...mergedColumns(w)],
      rows: rows.map((row) => ({ topic: row.topic ?? '', ...mergedCells(w, row) })),
      footnotes: [w.acrossNote],
    },
    {
      sheetName: w.comments,
      titleLines: [{ text: w.comments.toUpperCase(), isBold: true }],
      columns: [{ key: 'comment', title: w.comments, kind: 'text' }],
      rows: comments.map((comment) => ({ comment })),
      footnotes: [w.commentsLead],
    },
  ])
}

/** One-time links to be handed out; which goes to whom nobody notes. */
export function linksSheet(
  w: typeof vi | typeof en,
  campaign: Of,
  links: readonly string[],
): Promise<Uint8Array> {
  return writeSheets([
    {
      sheetName: w.links,
      titleLines: [{ text: w.links.toUpperCase(), isBold: true }, campaign.className],
      columns: [
        { key: 'number', title: w.slip, kind: 'number' },
        { key: 'link', title: w.link, kind: 'text' },
      ],
      rows: links.map((link, i) => ({ number: i + 1, link })),
      footnotes: [w.linksOnce],
    },
  ])
}
