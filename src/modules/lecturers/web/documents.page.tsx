import { redirect } from 'react-router'
import * as z from 'zod'
import { ConfirmButton } from '../../../ui/dialog.tsx'
import { FileInput, Hidden, Select, TextInput } from '../../../ui/fields.tsx'
import { Form, FormActions, SubmitButton } from '../../../ui/form.tsx'
import { useCan, usePrintInstant, useShellWords, useWords } from '../../../ui/locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import { documentInput, documentKinds } from '../contract/profile.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/documents.page.ts'
import { LecturerFrame } from './corps-parts.tsx'

export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { lecturers } = api(context)
  const [lecturer, categories] = await Promise.all([
    lecturers.get({ lecturerId: Number(params.lecturerId) }),
    lecturers.categories(),
  ])
  return { lecturer, categories }
}

const acts = z.discriminatedUnion('act', [
  documentInput.extend({ act: z.literal('attach') }),
  z.object({ act: z.literal('detach'), fileId: z.number() }),
])

export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, acts, async (input) => {
    const { lecturers } = api(context)
    const lecturerId = Number(params.lecturerId)
    if (input.act === 'attach') await lecturers.attach({ ...input, lecturerId })
    else await lecturers.detach({ ...input, lecturerId })
    return redirect(`/giang-vien/${lecturerId}/tai-lieu`)
  })

export default function DocumentsPage({
  loaderData: { lecturer, categories },
  actionData,
}: Route.ComponentProps) {
  const w = useWords(vi, en)
  const shell = useShellWords()
  const printAt = usePrintInstant()
  const mayLoad = useCan('lecturers.load')
  const mayEdit = lecturer.can.includes('edit')
  return (
    <LecturerFrame lecturer={lecturer} categories={categories} mayEdit={mayEdit} mayLoad={mayLoad}>
      <Panel title={w.page.documents}>
        {lecturer.documents.length === 0 ? (
          <p className="quiet">{w.page.noDocuments}</p>
        ) : (
          <ul className="kept-files">
            {lecturer.documents.map((one) => (
              <li key={one.id} className="kept-file">
                <div className="kept-file-name">
                  {one.removedAt === null ? (
                    <a href={`/api/lecturers/${lecturer.id}/documents/${one.id}`} download={one.name}>
                      {one.title}
                    </a>
                  ) : (
                    <s>{one.title}</s>
                  )}
                  <span className="quiet">
                    {[
                      w.documentKinds[one.kind],
                      one.topic,
                      shell.files.size({ bytes: one.sizeBytes }),
                      printAt(one.madeAt),
                      one.madeBy,
                      one.removedAt !== null &&
                        shell.files.removed({ by: one.removedBy, at: printAt(one.removedAt) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
                {mayEdit && one.removedAt === null && (
                  <Form name={`detach-${one.id}`} refused={actionData} guards={false}>
                    <Hidden name="act" value="detach" />
                    <Hidden name="fileId" value={one.id} />
                    <ConfirmButton
                      title={`${w.page.removeDocument}: ${one.title}`}
                      text={w.page.removeText}
                      confirm={w.page.removeDocument}
                    >
                      {w.page.removeDocument}
                    </ConfirmButton>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {mayEdit && (
        <Panel title={w.page.addDocument}>
          <Form name="attach" refused={actionData} hasFiles>
            <Hidden name="act" value="attach" />
            <TextInput name="title" label={w.field.documentTitle} maxLength={200} required />
            <Select
              name="kind"
              label={w.field.documentKind}
              options={documentKinds.map((one) => ({ value: one, label: w.documentKinds[one] }))}
            />
            {lecturer.topics.length > 0 && (
              <Select
                name="lineageId"
                label={w.field.topic}
                none={w.page.noTopicOfDocument}
                options={lecturer.topics.map((one) => ({ value: one.lineageId, label: one.title }))}
              />
            )}
            <FileInput name="file" label={w.field.file} hint={w.page.fileHint} required />
            <FormActions>
              <SubmitButton>{w.page.addDocument}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      )}
    </LecturerFrame>
  )
}
