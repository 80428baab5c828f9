import { createInflateRaw } from 'node:zlib'

/** One file inside a zip archive, not yet unpacked. */
export type ZipEntry = { name: string; method: number; packed: Uint8Array }

/** The archive ends before its directory, or the directory points outside of it. */
export class BrokenZip extends Error {}

/** More came out of the archive than was allowed. */
export class ZipTooLarge extends Error {}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** The directory of an archive (APPNOTE 4.3.12 and 4.3.16). Archives beyond 4 GB are none of ours. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new BrokenZip('directory')
    const packedSize = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > end || view.getUint32(local, true) !== 0x04034b50) throw new BrokenZip('entry')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + packedSize > end) throw new BrokenZip('entry')
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + packedSize),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * Unpacks an entry piece by piece, never trusting the size that the archive claims. Gives the number of bytes; throws
 * ZipTooLarge as soon as more than `limit` have come out, so that a bomb costs no memory.
 */
export async function unpack(
  entry: ZipEntry,
  limit: number,
  onChunk: (chunk: Buffer) => void = () => {},
): Promise<number> {
  if (entry.method === 0) {
    if (entry.packed.length > limit) throw new ZipTooLarge(entry.name)
    onChunk(Buffer.from(entry.packed))
    return entry.packed.length
  }
  if (entry.method !== 8) throw new BrokenZip(`method ${entry.method}`)
  let size = 0
  const inflate = createInflateRaw({ chunkSize: 1 << 16 })
  inflate.end(entry.packed)
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) throw new ZipTooLarge(entry.name)
      onChunk(chunk)
    }
  } catch (error) {
    if (error instanceof ZipTooLarge) throw error
    throw new BrokenZip(entry.name, { cause: error })
  }
  return size
}

function endOfDirectory(view: DataView): number {
  // 22 bytes, then a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new BrokenZip('no directory')
}
