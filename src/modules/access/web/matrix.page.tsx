import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/matrix.page.ts'
import './access.css'

export const loader = ({ context }: Route.LoaderArgs) => api(context).access.matrix()

export default function MatrixPage({ loaderData: { roles, rights } }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.matrix.title} lead={w.matrix.lead}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="matrix-box" aria-label={w.matrix.title} tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{w.matrix.right}</th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  {w.roles[role as keyof typeof w.roles]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.map(({ right, roles: held }) => (
              <tr key={right}>
                <th scope="row">{w.rights[right] ?? right}</th>
                {roles.map((role) => (
                  <td key={role}>
                    {held.includes(role) ? '✓' : ''}
                    <span className="hidden-label">{held.includes(role) ? w.matrix.yes : w.matrix.no}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  )
}
