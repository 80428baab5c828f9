import { toString as draw } from 'qrcode'
import type { Visit } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { MadeLink } from './link-panel.tsx'

/** What the officer gets of a link that was just made. The text is Vietnamese: it goes to the invited. */
export async function madeLink(
  here: Visit,
  request: Request,
  token: string,
  about: { lecturer: string; title: string; firstOn: string | null; deadlineOn: string },
  isMailed: boolean,
): Promise<MadeLink> {
  const w = here.locale === 'vi' ? vi : en
  const link = `${new URL(request.url).origin}/moi/${token}`
  const qr = `data:image/svg+xml,${encodeURIComponent(await draw(link, { type: 'svg', margin: 1 }))}`
  const { lecturer, title, firstOn: first, deadlineOn: deadline } = about
  return {
    link,
    qr,
    isMailed,
    text: w.shortTextOf({ lecturer, title, first, deadline, link, school: here.school?.name ?? '' }),
  }
}
