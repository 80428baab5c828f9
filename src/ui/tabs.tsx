import { NavLink } from 'react-router'

/** The sides of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { title: string; to: string }[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end preventScrollReset>
          {tab.title}
        </NavLink>
      ))}
    </nav>
  )
}
