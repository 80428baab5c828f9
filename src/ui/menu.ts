import type { Actor } from '../pure/actor.ts'
import type { vi } from './words.vi.ts'

/** One entry of the left menu. `right` null: for everybody. `isOwnFile`: only for whoever has a file among the people. */
export type MenuEntry = {
  group: keyof typeof vi.groups
  path: string
  label: keyof typeof vi.menu
  right: string | null
  isOwnFile?: true
}

/** The stages of the work, in the order of the year. Only what exists: a test compares it with the routes. */
export const menu: MenuEntry[] = [
  { group: 'today', path: '/', label: 'start', right: null },
  { group: 'today', path: '/thong-bao', label: 'notices', right: null },
  { group: 'today', path: '/toi', label: 'ownFile', right: null, isOwnFile: true },
  { group: 'today', path: '/viec-hoc', label: 'ownStudy', right: 'attendance.read', isOwnFile: true },
  { group: 'today', path: '/gio-giang', label: 'ownTeaching', right: 'teaching.answer' },
  { group: 'plan', path: '/nhu-cau', label: 'needs', right: 'needs.read' },
  { group: 'plan', path: '/uu-tien', label: 'priorities', right: 'priorities.read' },
  { group: 'plan', path: '/phuong-an', label: 'planner', right: 'planner.read' },
  { group: 'plan', path: '/ke-hoach', label: 'plans', right: 'plans.read' },
  { group: 'plan', path: '/chuong-trinh', label: 'programmes', right: 'programmes.read' },
  { group: 'plan', path: '/tinh-huong', label: 'situations', right: 'situations.read' },
  { group: 'plan', path: '/quy-dinh', label: 'regulations', right: 'regulations.read' },
  { group: 'plan', path: '/nhap', label: 'imports', right: 'imports.use' },
  { group: 'classes', path: '/lop', label: 'classes', right: 'classes.read' },
  { group: 'classes', path: '/chieu-sinh', label: 'nominations', right: 'nominations.read' },
  { group: 'classes', path: '/diem-danh', label: 'attendance', right: 'attendance.record' },
  { group: 'classes', path: '/vang-mat', label: 'absences', right: 'attendance.ask' },
  { group: 'classes', path: '/hoc-vien', label: 'studying', right: 'enrolments.read' },
  { group: 'classes', path: '/lich', label: 'calendar', right: 'calendar.read' },
  { group: 'classes', path: '/phong', label: 'rooms', right: 'rooms.read' },
  { group: 'classes', path: '/giang-vien', label: 'lecturers', right: 'lecturers.read' },
  { group: 'classes', path: '/giang-vien/thinh-giang', label: 'corps', right: 'corps.read' },
  { group: 'today', path: '/giang-vien/cua-toi', label: 'ownLecturer', right: 'lecturers.own' },
  { group: 'classes', path: '/thuc-te', label: 'fieldStudies', right: 'fieldStudies.read' },
  { group: 'classes', path: '/lich-giang', label: 'teachingWeek', right: 'teaching.read' },
  { group: 'classes', path: '/moi-giang', label: 'invitations', right: 'teaching.read' },
  { group: 'classes', path: '/thanh-toan-giang', label: 'teachingPayment', right: 'teaching.read' },
  { group: 'classes', path: '/danh-gia', label: 'surveys', right: 'surveys.read' },
  { group: 'classes', path: '/danh-gia-ve-toi', label: 'myRatings', right: 'surveys.own' },
  { group: 'people', path: '/phoi-hop', label: 'coordination', right: 'coordination.read' },
  { group: 'people', path: '/phoi-hop/lich', label: 'coordinationCalendar', right: 'coordination.read' },
  { group: 'people', path: '/vu-viec', label: 'cases', right: 'cases.read' },
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
export function menuFor({
  rights,
  personId,
}: Pick<Actor, 'rights' | 'personId'>): { group: MenuEntry['group']; entries: MenuEntry[] }[] {
  const groups: { group: MenuEntry['group']; entries: MenuEntry[] }[] = []
  for (const entry of menu) {
    if (entry.right !== null && !rights.includes(entry.right)) continue
    if (entry.isOwnFile && personId === null) continue
    const group = groups.find((g) => g.group === entry.group)
    if (group) group.entries.push(entry)
    else groups.push({ group: entry.group, entries: [entry] })
  }
  return groups
}

/** The entry under which a page stands: of those whose address begins the page's, the longest. Null: under none. */
export function currentEntry(pathname: string, entries: readonly MenuEntry[] = menu): MenuEntry | null {
  const holds = ({ path }: MenuEntry) =>
    path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
  return entries.filter(holds).toSorted((a, b) => b.path.length - a.path.length)[0] ?? null
}
