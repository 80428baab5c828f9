import { useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

export type MadeLink = { link: string; qr: string; text: string; isMailed: boolean }

/** A link that was just made, shown this once: to click, as a picture, and as a short text to send. */
export function LinkPanel({ made }: { made: MadeLink }) {
  const w = useWords(vi, en)
  return (
    <Panel title={w.link}>
      {made.isMailed && <p role="status">{w.wasMailed}</p>}
      <p className="quiet">{w.linkText}</p>
      <img src={made.qr} alt={w.link} width={180} height={180} />
      <p>
        <a href={made.link} style={{ overflowWrap: 'anywhere' }}>
          {made.link}
        </a>
      </p>
      <label>
        {w.shortText}
        <textarea readOnly rows={4} style={{ width: '100%' }} defaultValue={made.text} />
      </label>
    </Panel>
  )
}
