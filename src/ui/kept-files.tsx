import { ConfirmButton } from './dialog.tsx'
import { FileInput, Hidden } from './fields.tsx'
import { Form, FormActions, type Refused, SubmitButton } from './form.tsx'
import { usePrintInstant, useShellWords } from './locale.tsx'
import { Panel } from './panel.tsx'

/** A file that hangs on the thing of a page, as the contract tells of it. */
export type ShownFile = {
  id: number
  name: string
  sizeBytes: number
  madeBy: string | null
  madeAt: string
  removedBy: string | null
  removedAt: string | null
}

const endings = '.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.png,.jpg,.jpeg'
const megabytes = 20

/**
 * The files of a thing, each to be taken home from `address/id`. Who may change them sends one more (`act=attach`, `file`) or takes
 * one away (`act=detach`, `fileId`), with and without script. Without files and without the right to add one nothing is shown.
 */
export function KeptFiles({
  title,
  files,
  address,
  mayChange = false,
  mayRemove = mayChange,
  refused,
}: {
  title: string
  files: readonly ShownFile[]
  address: string
  mayChange?: boolean
  mayRemove?: boolean
  refused?: Refused | undefined
}) {
  const w = useShellWords()
  const printAt = usePrintInstant()
  if (files.length === 0 && !mayChange) return null
  return (
    <Panel title={title}>
      {files.length === 0 ? (
        <p className="quiet">{w.files.none}</p>
      ) : (
        <ul className="kept-files">
          {files.map((file) => (
            <li key={file.id} className="kept-file">
              <div className="kept-file-name">
                {file.removedAt === null ? (
                  <a href={`${address}/${file.id}`} download={file.name}>
                    {file.name}
                  </a>
                ) : (
                  <s>{file.name}</s>
                )}
                <span className="quiet">
                  {[w.files.size({ bytes: file.sizeBytes }), printAt(file.madeAt), file.madeBy]
                    .filter(Boolean)
                    .join(' · ')}
                  {file.removedAt !== null &&
                    ` · ${w.files.removed({ by: file.removedBy, at: printAt(file.removedAt) })}`}
                </span>
              </div>
              {mayRemove && file.removedAt === null && (
                <Form name={`detach-${file.id}`} refused={refused} guards={false}>
                  <Hidden name="act" value="detach" />
                  <Hidden name="fileId" value={file.id} />
                  <ConfirmButton
                    title={`${w.files.remove}: ${file.name}`}
                    text={w.files.removeText}
                    confirm={w.files.remove}
                  >
                    {w.files.remove}
                  </ConfirmButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Form name="attach" refused={refused} hasFiles>
          <Hidden name="act" value="attach" />
          <FileInput
            name="file"
            label={w.files.file}
            hint={w.files.hint({ megabytes })}
            accept={endings}
            required
          />
          <FormActions>
            <SubmitButton kind="plain">{w.files.send}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Panel>
  )
}
