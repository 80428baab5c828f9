import type { Api } from '../../../api.ts'
import type { Option } from '../../../ui/fields.tsx'

export type Choices = { hosts: Option[]; lecturers: Option[] }

/** Hosts and lecturers to choose from, all of them. */
export async function choicesOf({ fieldStudies, lecturers }: Api): Promise<Choices> {
  const found: Choices = { hosts: [], lecturers: [] }
  for (let page = 1; ; page += 1) {
    const { rows } = await fieldStudies.hosts({ page, size: 100, period: 'all' })
    found.hosts.push(
      ...rows.map(({ id, name, place }) => ({ value: id, label: place ? `${name}, ${place}` : name })),
    )
    if (rows.length < 100) break
  }
  for (let page = 1; ; page += 1) {
    const { rows } = await lecturers.list({ page, size: 100 })
    found.lecturers.push(...rows.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` })))
    if (rows.length < 100) break
  }
  return found
}
