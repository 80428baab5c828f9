import { statfs } from 'node:fs/promises'

/** Under this, Nhịp only shows: PostgreSQL on a full disk stops and cannot start again until there is room. */
export const lowDiskBytes = 500 * 2 ** 20

export type DiskWatch = {
  /** Is so little free that nothing may be written? */
  isLow(): boolean
  /** Free bytes at the last look. */
  freeBytes(): number
  /** Looks now, and answers `isLow()`. */
  look(): Promise<boolean>
  stop(): void
}

export type DiskWatchOptions = {
  lowBytes?: number
  /** Milliseconds between two looks. */
  everyMs?: number
  /** Called when it becomes low and when it is no longer. */
  onChange?: (isLow: boolean, freeBytes: number) => void
}

/**
 * Watches the free space of the disk that holds a folder. Once low, it stays low until there is a fifth more than
 * the threshold, so that writing does not flicker on and off at the edge.
 */
export async function watchDisk(folder: string, options: DiskWatchOptions = {}): Promise<DiskWatch> {
  const { lowBytes = lowDiskBytes, everyMs = 10_000, onChange } = options
  let free = 0
  let low = false
  const look = async () => {
    const disk = await statfs(folder)
    free = disk.bavail * disk.bsize
    const was = low
    low = free < lowBytes * (was ? 1.2 : 1)
    if (low !== was) onChange?.(low, free)
    return low
  }
  await look()
  // A look that fails (folder on a drive that was taken away) leaves the last answer; the database will say more.
  const timer = setInterval(() => look().catch(() => {}), everyMs)
  timer.unref()
  return { isLow: () => low, freeBytes: () => free, look, stop: () => clearInterval(timer) }
}
