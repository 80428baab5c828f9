import { useActor, useShellWords } from '../locale.tsx'
import { Page } from '../page.tsx'

export default function StartPage() {
  const w = useShellWords()
  const actor = useActor()
  return (
    <Page title={w.start.title} lead={actor ? w.start.lead({ name: actor.name }) : w.start.leadSignedOut} />
  )
}
