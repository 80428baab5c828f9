import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { RightIcon } from './icons.tsx'
import { useShellWords } from './locale.tsx'

/** One unit and those under it. */
export type TreeNode = {
  id: string | number
  title: string
  to?: string
  detail?: ReactNode
  isOpen?: boolean
  children?: readonly TreeNode[]
}

/**
 * Units under units, as nested lists that open and close natively: with the keyboard, without script, and found by the
 * browser's own search on the page. The name comes first, as a link of its own; what opens it stands before it only
 * for the eye.
 */
export function Tree({ label, nodes }: { label: string; nodes: readonly TreeNode[] }) {
  return (
    <nav aria-label={label}>
      <Branch nodes={nodes} isTop />
    </nav>
  )
}

function Branch({ nodes, isTop }: { nodes: readonly TreeNode[]; isTop?: boolean }) {
  const w = useShellWords()
  return (
    <ul {...(isTop && { className: 'tree' })}>
      {nodes.map((node) => (
        <li key={node.id}>
          <span className="tree-unit">
            <Unit node={node} />
          </span>
          {node.children && node.children.length > 0 && (
            <details open={node.isOpen}>
              <summary>
                <RightIcon />
                <span className="hidden-label">{w.tree.under({ title: node.title })}</span>
              </summary>
              <Branch nodes={node.children} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Unit({ node }: { node: TreeNode }) {
  const { pathname } = useLocation()
  return (
    <>
      {node.to ? (
        <Link to={node.to} {...(pathname === node.to.split('?')[0] && { 'aria-current': 'page' as const })}>
          {node.title}
        </Link>
      ) : (
        <span>{node.title}</span>
      )}
      {node.detail && <span className="quiet figures">{node.detail}</span>}
    </>
  )
}
