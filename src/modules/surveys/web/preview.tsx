import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useFrame, useLocale, useWords } from '../../../ui/locale.tsx'
import css from '../../../ui/public-page.css?inline'
import type { Definition } from '../contract.ts'
import { subjectKinds } from '../contract.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { Sheet } from './sheet.tsx'

// The sheet's own rules, as if its phone were this box; the page's rules stay outside of it.
const ownCss = css.replace(':root', ':host').replace(/(^|[}\n])(body|main)\b/g, '$1.$2')

/** A form as the phone shows it: the public sheet itself, in a box that the rules of this page do not reach. Nothing is sent. */
export function Preview({ title, definition }: { title: string; definition: Definition }) {
  const w = useWords(vi, en)
  const locale = useLocale()
  const frame = useFrame()
  const box = useRef<HTMLDivElement>(null)
  const [inside, setInside] = useState<ShadowRoot | null>(null)

  useEffect(() => {
    if (!box.current) return
    const shadow = box.current.shadowRoot ?? box.current.attachShadow({ mode: 'open' })
    const rules = new CSSStyleSheet()
    rules.replaceSync(ownCss)
    shadow.adoptedStyleSheets = [rules]
    setInside(shadow)
  }, [])

  const subjects = subjectKinds.map((kind, i) => ({
    id: i + 1,
    kind,
    label: w.sample[kind],
    lecturerId: null,
    lineageId: null,
  }))
  const today = frame?.today ?? '2026-01-01'
  return (
    <div className="phone" ref={box}>
      {inside &&
        createPortal(
          <div className="body" onSubmit={(event) => event.preventDefault()}>
            <div className="main">
              <Sheet
                sheet={{
                  state: 'open',
                  title,
                  campaignTitle: '',
                  sheet: 0,
                  sheets: 1,
                  className: w.sample.class,
                  programme: w.sample.class,
                  school: frame?.school?.name ?? '',
                  isAnonymous: true,
                  opensOn: today,
                  closesOn: today,
                  definition: bounded(definition),
                  subjects,
                }}
                locale={locale}
                typed={{ form: null, problems: [], sentence: null, press: '' }}
              />
            </div>
          </div>,
          inside,
        )}
    </div>
  )
}

/** While somebody types, marks may be out of bounds for a moment: drawn are no more than a sheet can have. */
const bounded = (form: Definition): Definition => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.kind === 'likert'
        ? { ...question, points: Math.min(10, Math.max(0, question.points)) }
        : question,
    ),
  })),
})
