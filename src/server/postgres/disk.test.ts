import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { lowDiskBytes, watchDisk } from './disk.ts'

test('the disk is low when less than the threshold is free', async () => {
  const roomy = await watchDisk(tmpdir(), { lowBytes: 1 })
  const tight = await watchDisk(tmpdir(), { lowBytes: Number.MAX_SAFE_INTEGER })
  expect([roomy.isLow(), tight.isLow()]).toEqual([false, true])
  expect(roomy.freeBytes()).toBeGreaterThan(1)
  roomy.stop()
  tight.stop()
})

test('becoming low is told once, with what is left', async () => {
  const told: [boolean, number][] = []
  const watch = await watchDisk(tmpdir(), {
    lowBytes: Number.MAX_SAFE_INTEGER,
    onChange: (isLow, free) => told.push([isLow, free]),
  })
  await watch.look()
  watch.stop()
  expect(told).toEqual([[true, watch.freeBytes()]])
})

test('half a gigabyte is the least', () => {
  expect(lowDiskBytes).toBe(524_288_000)
})
