import { useWords } from '../../../ui/locale.tsx'
import { Page } from '../../../ui/page.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { api } from '../../../ui/visit.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import type { Route } from './+types/mine.page.ts'
import { OpenParts, PersonTabs, SensitiveFacts } from './person-parts.tsx'

export const loader = ({ context }: Route.LoaderArgs) => api(context).people.mine()

export default function MyFilePage({ loaderData: file }: Route.ComponentProps) {
  const w = useWords(vi, en)
  return (
    <Page title={w.file.mine} lead={w.file.mineLead}>
      <PersonTabs personId={file.id} />
      <OpenParts file={file} />
      <Panel title={w.file.sensitive} flush>
        <SensitiveFacts shown={file} />
      </Panel>
    </Page>
  )
}
