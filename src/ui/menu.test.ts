import type { RouteConfigEntry } from '@react-router/dev/routes'
import { expect, test } from 'vitest'
import routes from '../routes.ts'
import { menu, menuFor } from './menu.ts'

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
  const groups = menuFor(['audit.read'])
  expect(
    groups.flatMap(({ entries }) => entries).every(({ right }) => right === null || right === 'audit.read'),
  ).toBe(true)
  expect(groups.every(({ entries }) => entries.length > 0)).toBe(true)
})
