import type { ReactNode } from 'react'

// Our own: 16 × 16, one stroke. They stand beside a word or inside a labelled button and say nothing by themselves.
const icon = (drawing: ReactNode) =>
  function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
    )
  }

export const SearchIcon = icon(<path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.3 7.8 3.2 3.2" />)
export const MenuIcon = icon(<path d="M2 4h12M2 8h12M2 12h12" />)
export const DownIcon = icon(<path d="m4 6.5 4 4 4-4" />)
export const RightIcon = icon(<path d="m6.5 4 4 4-4 4" />)
export const LeftIcon = icon(<path d="m9.5 4-4 4 4 4" />)
export const UpDownIcon = icon(<path d="m5 6.2 3-3 3 3m-6 3.6 3 3 3-3" />)
export const UpIcon = icon(<path d="M8 13V3M4.5 6.5 8 3l3.5 3.5" />)
export const DownArrowIcon = icon(<path d="M8 3v10m-3.5-3.5L8 13l3.5-3.5" />)
export const SheetIcon = icon(<path d="M3 2.5h10v11H3zM3 6.2h10M3 9.8h10M6.5 6.2v7.3" />)
export const CalendarIcon = icon(<path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3m5-3v3" />)
export const BellIcon = icon(<path d="M4 11V7a4 4 0 0 1 8 0v4l1.2 1.6H2.8zM6.6 14.4h2.8" />)
export const CheckIcon = icon(<path d="m3 8.5 3.2 3.2L13 4.8" />)
export const CrossIcon = icon(<path d="m4 4 8 8m0-8-8 8" />)
export const QuestionIcon = icon(<path d="M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.9m0 2.4v.6" />)
export const PersonIcon = icon(
  <path d="M8 2.8a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2ZM2.8 13.5c.6-2.6 2.6-3.9 5.2-3.9s4.6 1.3 5.2 3.9" />,
)
