/** The mark: a line with beats. Decorative; the name stands beside it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" focusable="false">
      <path d="M0 16.5h4M8 16.5h3M15 16.5h3M22 16.5h6" />
      <circle cx="6" cy="16.5" r="2" />
      <path d="M11 16.5 13 4l2 12.5" />
      <path d="M18 16.5 20 9l2 7.5" />
    </svg>
  )
}
