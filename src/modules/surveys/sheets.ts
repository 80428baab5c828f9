import { writeSheets } from '../../server/files/xlsx.ts'
import type { SurveyResult } from './contract.ts'
import type { Campaign } from './store.ts'
import type { en } from './words.en.ts'
import type { vi } from './words.vi.ts'

type Of = { className: string; classCode: string; programmeName: string; opensOn: Campaign['opensOn'] }

/** A result as a workbook: figures, and what was written. It is made of the kept result, so what is hidden there is not in it. */
export function resultSheets(
  w: typeof vi | typeof en,
  campaign: Of & Pick<Campaign, 'closesOn'>,
  result: SurveyResult,
): Promise<Uint8Array> {
  const titleLines = [
    { text: w.results.toUpperCase(), isBold: true },
    `${campaign.classCode} ${campaign.className}`,
    w.until({ from: campaign.opensOn, to: campaign.closesOn }),
  ]
  const footnotes = result.isHidden ? [w.hiddenAll(result)] : [w.answersIn(result)]
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
  ])
}
