import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'

/** `main`: the one thing that this page is for. `plain`: everything else. `grave`: cannot be taken back. */
export type ButtonKind = 'main' | 'plain' | 'grave'

export function Button({
  kind = 'plain',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind }) {
  return <button type={type} className={`button button-${kind}`} {...rest} />
}

/** Looks like a button and leads to a page. */
export function ButtonLink({ kind = 'plain', ...rest }: LinkProps & { kind?: ButtonKind }) {
  return <Link className={`button button-${kind}`} {...rest} />
}

/** A file to take home: a real request, not one of the router's. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="button button-plain" href={href} download>
      {children}
    </a>
  )
}
