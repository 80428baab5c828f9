import type { ReactNode } from 'react'
import { Form, Link, useLocation, useNavigation, useSubmit } from 'react-router'
import type { Actor } from '../pure/actor.ts'
import { locales } from '../pure/words.ts'
import { Mark } from './brand.tsx'
import { Kept } from './data-table.tsx'
import type { Frame } from './frame.ts'
import { BellIcon, DownIcon, MenuIcon, PersonIcon } from './icons.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { useFrame, useLocale, useShellWords } from './locale.tsx'
import { currentEntry, menuFor } from './menu.ts'
import { SearchDialog } from './search-dialog.tsx'

/** What stands around every page: menu, bar, notices. Signed out it is only the head. */
export function Shell({ children }: { children: ReactNode }) {
  const w = useShellWords()
  const frame = useFrame()
  const actor = frame?.actor ?? null
  return (
    <div className={actor ? 'shell' : 'shell shell-signed-out'}>
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <Running />
      {actor && <SideMenu actor={actor} />}
      <div className="shell-body">
        <Notices />
        <Bar frame={frame} actor={actor} />
        <main id="main" tabIndex={-1}>
          <LeaveGuard>{children}</LeaveGuard>
        </main>
      </div>
    </div>
  )
}

function Brand() {
  const w = useShellWords()
  const school = useFrame()?.school
  return (
    <Link to="/" className="brand">
      <Mark />
      <span className="brand-name">{w.product}</span>
      {school && <span className="brand-school">{school.name}</span>}
    </Link>
  )
}

function SideMenu({ actor }: { actor: Actor }) {
  const w = useShellWords()
  const groups = menuFor(actor)
  const { key, pathname } = useLocation()
  const current = currentEntry(
    pathname,
    groups.flatMap(({ entries }) => entries),
  )
  const entries = (
    <div className="menu">
      {groups.map(({ group, entries }) => (
        <section key={group} className="menu-group">
          <h2>{w.groups[group]}</h2>
          <ul>
            {entries.map((entry) => (
              <li key={entry.path}>
                <Link
                  to={entry.path}
                  prefetch="intent"
                  {...(entry === current && {
                    'aria-current': pathname === entry.path ? ('page' as const) : ('true' as const),
                  })}
                >
                  {w.menu[entry.label]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
  return (
    <nav className="side" aria-label={w.mainMenu}>
      <Brand />
      <div className="side-desk">{entries}</div>
      {/* On a phone the menu is a disclosure; a new page closes it. */}
      <details className="side-phone" key={key}>
        <summary>
          <MenuIcon />
          {w.menuTitle}
        </summary>
        {entries}
      </details>
    </nav>
  )
}

function Bar({ frame, actor }: { frame: Frame | undefined; actor: Actor | null }) {
  const w = useShellWords()
  const { pathname } = useLocation()
  // The way in leads nowhere from where one signs in, and while there is nobody who could.
  const isAtTheDoor = pathname === '/dang-nhap' || pathname === '/thiet-lap'
  return (
    <header className="bar">
      {!actor && <Brand />}
      {actor && frame && (
        <>
          <UnitOf actor={actor} />
          <YearChoice year={frame.year} thisYear={Number(frame.today.slice(0, 4))} />
        </>
      )}
      <span className="bar-space" />
      {actor && <SearchDialog />}
      {actor && <Bell unread={frame?.unread ?? 0} />}
      <LanguageSwitch />
      {actor ? (
        <AccountMenu actor={actor} />
      ) : isAtTheDoor ? null : (
        <Link className="bar-link" to="/dang-nhap">
          {w.signIn}
        </Link>
      )}
    </header>
  )
}

/** For whom the reader works: the unit, or the role when it is one for the whole school. */
function UnitOf({ actor }: { actor: Actor }) {
  const w = useShellWords()
  const names = [...new Set(actor.roles.map(({ role, unitName }) => unitName ?? w.roles[role] ?? role))]
  const [first, ...rest] = names
  if (!first) return null
  return (
    <p className="bar-unit" title={names.join(' · ')}>
      <span className="hidden-label">{w.unit}: </span>
      {rest.length === 0 ? first : w.units({ first, more: rest.length })}
    </p>
  )
}

/** The year lives in the address (`?nam=`) and is remembered. Works without script by its button. */
function YearChoice({ year, thisYear }: { year: number; thisYear: number }) {
  const w = useShellWords()
  const submit = useSubmit()
  const { pathname, search } = useLocation()
  const first = Math.min(year, thisYear - 4)
  const years = Array.from(
    { length: Math.max(year, thisYear + 1) - first + 1 },
    (_, i) => first + i,
  ).reverse()
  return (
    <Form
      method="get"
      action={pathname}
      className="bar-year"
      key={year}
      onChange={(event) => submit(event.currentTarget, { replace: true })}
    >
      <Kept address={new URLSearchParams(search)} except={['nam', 'page']} />
      <label>
        {w.year}{' '}
        <select name="nam" defaultValue={year}>
          {years.map((y) => (
            <option key={y}>{y}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="button without-script">
        {w.choose}
      </button>
    </Form>
  )
}

/** The way to one's reminders; the number of those unread stands beside the bell. */
function Bell({ unread }: { unread: number }) {
  const w = useShellWords()
  return (
    <Link to="/thong-bao" className="bar-link bar-bell" title={w.bell({ count: unread })}>
      <BellIcon />
      <span className="hidden-label">{w.bell({ count: unread })}</span>
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}

const ownName = { vi: 'Tiếng Việt', en: 'English' }

function LanguageSwitch() {
  const w = useShellWords()
  const here = useLocale()
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/ngon-ngu" className="bar-language" aria-label={w.language}>
      <input type="hidden" name="back" value={pathname + search} />
      {locales
        .filter((locale) => locale !== here)
        .map((locale) => (
          <button
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            title={ownName[locale]}
            type="submit"
          >
            <span aria-hidden="true">{locale.toUpperCase()}</span>
            <span className="hidden-label">{ownName[locale]}</span>
          </button>
        ))}
    </form>
  )
}

function AccountMenu({ actor }: { actor: Actor }) {
  const w = useShellWords()
  const { key } = useLocation()
  return (
    <details
      className="account"
      key={key}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null))
          event.currentTarget.open = false
      }}
    >
      <summary>
        <PersonIcon />
        <span className="account-name">{actor.name}</span>
        <DownIcon />
      </summary>
      <div className="account-panel">
        <p>
          <strong>{actor.name}</strong>
          <br />
          <span className="quiet">{actor.email}</span>
        </p>
        <ul className="plain">
          {actor.roles.map(({ role, unitId, unitName }) => {
            const name = w.roles[role] ?? role
            return (
              <li key={`${role} ${unitId}`} className="quiet">
                {unitName ? w.roleAt({ role: name, unit: unitName }) : name}
              </li>
            )
          })}
        </ul>
        {actor.personId !== null && <Link to="/toi">{w.menu.ownFile}</Link>}
        <Link to="/tai-khoan">{w.myAccount}</Link>
        <form method="post" action="/dang-xuat">
          <button type="submit" className="text-button">
            {w.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}

function Notices() {
  const w = useShellWords()
  const frame = useFrame()
  if (!frame || (!frame.school?.isSample && frame.notices.length === 0)) return null
  return (
    <aside aria-label={w.notices}>
      {frame.school?.isSample && <p className="strip strip-sample">{w.sample}</p>}
      {frame.notices.map((notice) =>
        notice.code === 'readOnly' ? (
          <p key="readOnly" className="strip strip-stop" role="alert">
            {w.readOnly}
          </p>
        ) : (
          <p key={notice.sentence} className="strip">
            {notice.sentence}
          </p>
        ),
      )}
    </aside>
  )
}

/** A thin line while the next page is being fetched; nothing moves. */
function Running() {
  const w = useShellWords()
  const isRunning = useNavigation().state !== 'idle'
  return (
    <div className="running" data-on={isRunning || undefined} role="status">
      {isRunning && <span className="hidden-label">{w.loading}</span>}
    </div>
  )
}
