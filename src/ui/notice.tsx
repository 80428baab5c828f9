import type { ReactNode } from 'react'

/** A remark on the page. `good`: something was done. `wrong`: something needs attention. It says so in words too. */
export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  tone?: 'plain' | 'good' | 'wrong'
  title?: string
  children?: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  )
}
