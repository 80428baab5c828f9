import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { Button } from './button.tsx'
import { useShellWords } from './locale.tsx'

/** The forms of this page that hold something unsaved. One guard for all: the router knows only one. */
const UnsavedContext = createContext<Set<string>>(new Set())

export const useUnsaved = (): Set<string> => useContext(UnsavedContext)

/** Asks before a page with unsaved input is left, by a link or by closing the window. */
export function LeaveGuard({ children }: { children: ReactNode }) {
  const w = useShellWords()
  const unsaved = useRef(new Set<string>()).current
  const dialog = useRef<HTMLDialogElement>(null)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  )

  useEffect(() => {
    const beforeClosing = (event: BeforeUnloadEvent) => {
      if (unsaved.size > 0) event.preventDefault()
    }
    addEventListener('beforeunload', beforeClosing)
    return () => removeEventListener('beforeunload', beforeClosing)
  }, [unsaved])

  useEffect(() => {
    if (blocker.state === 'blocked') dialog.current?.showModal()
    else dialog.current?.close()
  }, [blocker.state])

  return (
    <UnsavedContext.Provider value={unsaved}>
      {children}
      <dialog
        ref={dialog}
        className="dialog"
        aria-labelledby="leave-title"
        onCancel={() => blocker.reset?.()}
      >
        <h2 id="leave-title">{w.form.unsavedTitle}</h2>
        <p>{w.form.unsaved}</p>
        <div className="dialog-actions">
          <Button
            kind="grave"
            onClick={() => {
              unsaved.clear()
              blocker.proceed?.()
            }}
          >
            {w.form.leave}
          </Button>
          <Button kind="main" onClick={() => blocker.reset?.()}>
            {w.form.stay}
          </Button>
        </div>
      </dialog>
    </UnsavedContext.Provider>
  )
}
