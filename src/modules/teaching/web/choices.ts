import type { Api } from '../../../api.ts'

/** Rooms and lecturers to choose from, all of them. */
export async function choicesOf(api: Api): Promise<{
  rooms: { id: number; name: string }[]
  lecturers: { id: number; name: string }[]
}> {
  const lecturers: { id: number; name: string }[] = []
  for (let page = 1; ; page += 1) {
    const { rows } = await api.lecturers.list({ page, size: 100 })
    lecturers.push(
      ...rows.map(({ id, name, isGuest, workplace }) => ({
        id,
        name: isGuest && workplace ? `${name} (${workplace})` : name,
      })),
    )
    if (rows.length < 100) break
  }
  const { rows } = await api.rooms.list({ size: 100, period: 'all' })
  return { rooms: rows.map(({ id, name }) => ({ id, name })), lecturers }
}
