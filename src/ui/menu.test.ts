import type { RouteConfigEntry } from '@react-router/dev/routes'
import { expect, test } from 'vitest'
import routes from '../routes.ts'
import { currentEntry, menu, menuFor } from './menu.ts'

const addresses = (entries: RouteConfigEntry[], above = ''): string[] =>
  entries.flatMap((entry) => {
    const own = entry.path ? `${above}/${entry.path}` : above
    return [own || '/', ...addresses(entry.children ?? [], own)]
  })

test('the menu offers only pages that exist', () => {
  const known = addresses(routes)
  expect(menu.map((entry) => entry.path).filter((path) => !known.includes(path))).toEqual([])
})

test('a reader sees no entry whose right is missing, and no empty stage of work', () => {
  const groups = menuFor({ rights: ['audit.read'], personId: null })
  expect(
    groups.flatMap(({ entries }) => entries).every(({ right }) => right === null || right === 'audit.read'),
  ).toBe(true)
  expect(groups.every(({ entries }) => entries.length > 0)).toBe(true)
})

test('whoever has a file among the people finds it in the menu, others are not led to an empty page', () => {
  const paths = (personId: number | null) =>
    menuFor({ rights: [], personId }).flatMap(({ entries }) => entries.map(({ path }) => path))
  expect(paths(7)).toContain('/toi')
  expect(paths(null)).not.toContain('/toi')
})

test.each([
  ['/', 'start'],
  ['/can-bo', 'people'],
  ['/can-bo/17/lich-su', 'people'],
  ['/can-bo/sap-xep', 'people'],
  ['/can-bo/trung', 'duplicates'],
  ['/lop/3/sua', 'classes'],
  ['/tai-khoan', undefined],
  ['/lophoc', undefined],
])('%s stands under one entry of the menu at most, the closest: %s', (path, label) => {
  expect(currentEntry(path)?.label).toBe(label)
})
