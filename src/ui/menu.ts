import type { vi } from './words.vi.ts'

/** One entry of the left menu. `right` null: for everybody, also signed out. */
export type MenuEntry = {
  group: keyof typeof vi.groups
  path: string
  label: keyof typeof vi.menu
  right: string | null
}

/** The stages of the work, in the order of the year. Only what exists: a test compares it with the routes. */
export const menu: MenuEntry[] = [
  { group: 'today', path: '/', label: 'start', right: null },
  { group: 'plan', path: '/ke-hoach', label: 'plans', right: 'plans.read' },
  { group: 'plan', path: '/chuong-trinh', label: 'programmes', right: 'programmes.read' },
  { group: 'plan', path: '/nhap', label: 'imports', right: 'imports.use' },
  { group: 'classes', path: '/lop', label: 'classes', right: 'classes.read' },
  { group: 'people', path: '/don-vi', label: 'units', right: 'units.read' },
  { group: 'people', path: '/sap-xep', label: 'reorganisations', right: 'reorganisations.read' },
  { group: 'people', path: '/can-bo', label: 'people', right: 'people.read' },
  { group: 'people', path: '/can-bo/trung', label: 'duplicates', right: 'people.edit' },
  { group: 'reports', path: '/bao-cao/ke-hoach', label: 'progress', right: 'reports.read' },
  { group: 'system', path: '/quan-tri/tai-khoan', label: 'accounts', right: 'accounts.read' },
  { group: 'system', path: '/quan-tri/quyen', label: 'rights', right: 'access.matrix' },
  { group: 'system', path: '/nhat-ky', label: 'audit', right: 'audit.read' },
]

/** The entries that this reader may open, by group, in the order of the menu. */
export function menuFor(rights: readonly string[]): { group: MenuEntry['group']; entries: MenuEntry[] }[] {
  const groups: { group: MenuEntry['group']; entries: MenuEntry[] }[] = []
  for (const entry of menu) {
    if (entry.right !== null && !rights.includes(entry.right)) continue
    const group = groups.find((g) => g.group === entry.group)
    if (group) group.entries.push(entry)
    else groups.push({ group: entry.group, entries: [entry] })
  }
  return groups
}
