import type { ProblemAnswer } from '../../pure/problem.ts'
import type { Locale } from '../../pure/words.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

const words = { vi, en }

/**
 * What a browser shows when a request was refused before a page could be made: the sentence, the way back, the code.
 * `nonce`: of this answer's policy, for its one sheet.
 */
export function refusalPage(answer: ProblemAnswer, locale: Locale, nonce: string): string {
  const w = words[locale].refusalPage
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${w.title} · Nhịp</title>
<style nonce="${nonce}">body{margin:0;background:#f7f6f1;color:#1d2b28;font:16px/1.5 system-ui,sans-serif}
main{max-width:36rem;margin:12vh auto;padding:0 1.25rem}h1{font-size:1.4rem}a{color:#1d5a47}small{color:#4d5a56}</style>
</head>
<body><main>
<h1>${w.title}</h1>
<p>${plain(answer.title)}</p>
<p><a href="/">${w.home}</a></p>
<p><small>${w.code}: ${plain(answer.requestId)}</small></p>
</main></body>
</html>`
}

const plain = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
