import { type ReactNode, useId, useRef } from 'react'
import { useNavigation } from 'react-router'
import { Button, type ButtonKind } from './button.tsx'
import { useShellWords } from './locale.tsx'

/**
 * A submit button that asks first. It stands inside the form that it sends; without script it sends at once, so the
 * server still has the last word.
 */
export function ConfirmButton({
  title,
  text,
  confirm,
  kind = 'plain',
  name,
  value,
  children,
}: {
  title: string
  text: ReactNode
  /** The word on the button that does it: «Xóa lớp», not «OK». */
  confirm: string
  kind?: ButtonKind
  name?: string
  value?: string
  children: ReactNode
}) {
  const w = useShellWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isRunning = useNavigation().state === 'submitting'
  return (
    <>
      <button
        ref={button}
        type="submit"
        className={`button button-${kind}`}
        aria-disabled={isRunning || undefined}
        {...(name !== undefined && { name, value })}
        onClick={(event) => {
          event.preventDefault()
          if (!isRunning) dialog.current?.showModal()
        }}
      >
        {children}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <div>{text}</div>
        <div className="dialog-actions">
          <Button onClick={() => dialog.current?.close()}>{w.dialog.cancel}</Button>
          <Button
            kind={kind === 'grave' ? 'grave' : 'main'}
            onClick={() => {
              dialog.current?.close()
              button.current?.form?.requestSubmit(button.current)
            }}
          >
            {confirm}
          </Button>
        </div>
      </dialog>
    </>
  )
}
