import type * as z from 'zod'
import { printNumber } from '../../../pure/share.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { useLocale, useWords } from '../../../ui/locale.tsx'
import { Pulse } from '../../../ui/pulse.tsx'
import type { pulse } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

type PulseRead = z.infer<typeof pulse>
type Measure = PulseRead['timely']

/** The three measures as words: the share, from how much, and how sure. */
export function useMeasure(): (measure: Measure, isShort?: boolean) => string {
  const w = useWords(vi, en)
  const locale = useLocale()
  return (measure, isShort = false) => {
    const { share, low, high, events } = measure
    if (share === null || low === null || high === null) return w.page.tooFew({ events })
    const print = (value: number) => printNumber(Math.round(value * 100), locale)
    return isShort
      ? w.page.short({ share: print(share) })
      : w.page.measure({ share: print(share), low: print(low), high: print(high), events })
  }
}

/** A unit's pulse with all that it says: two years of beats under one another, and the three measures. */
export function PulseOfUnit({ pulse }: { pulse: PulseRead }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const says = useMeasure()
  const years = [pulse.months.slice(0, 12), pulse.months.slice(12)]
  return (
    <>
      <div className="pulse-years">
        {years.map((months, i) => (
          <div key={months[0]?.month}>
            <p className="quiet figures">
              {[months[0], months.at(-1)].map((one) => printMonth(one?.month ?? '')).join(' – ')}
            </p>
            <Pulse
              size="large"
              title={pulse.unitName}
              beats={months.map((one) => one.beat)}
              firstMonth={Number(months[0]?.month.slice(5) ?? 1)}
              hasKey={i === years.length - 1}
            />
          </div>
        ))}
      </div>
      <DescriptionList
        facts={[
          {
            term: w.page.timely,
            value: (
              <>
                {says(pulse.timely)}
                {pulse.daysLate !== null &&
                  `; ${w.page.daysLate({ days: printNumber(pulse.daysLate, locale) })}`}
                <span className="remark quiet">{w.page.timelyHint}</span>
              </>
            ),
          },
          {
            term: w.page.even,
            value: (
              <>
                {says(pulse.even)}
                <span className="remark quiet">{w.page.evenHint}</span>
              </>
            ),
          },
          {
            term: w.page.selfStarted,
            value: (
              <>
                {says(pulse.selfStarted)}
                <span className="remark quiet">{w.page.selfStartedHint}</span>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

const printMonth = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`
