import { createHash } from 'node:crypto'
import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { isZip, zipEntries } from '../../server/files/zip.ts'
import { mediaTypes, mostFiles, mostMegabytes, nameOf, type Seen, typeOf } from './rules.ts'
import * as store from './store.ts'

/**
 * Keeps a file at a thing; its id. The same content under the same name again changes nothing, so a press too many does no harm.
 * Call with the thing locked. Throws 422 `input.wrong` at `file` (`files.tooLarge`, `file.empty`, `files.notAllowed`,
 * `files.hasMacros`, `files.locked`) and 409 `files.alreadyKept` (the same content under another name), `files.tooMany`.
 */
export async function keepFile(ctx: Ctx, subject: store.Subject, file: File): Promise<number> {
  const refuse = (code: string, params = {}) =>
    problem(422, 'input.wrong', {}, [{ path: 'file', code, params }])
  if (file.size > mostMegabytes * 1_000_000)
    throw refuse('files.tooLarge', { megabytes: mostMegabytes, size: file.size })
  if (file.size === 0) throw refuse('file.empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const verdict = typeOf(seenIn(bytes))
  if ('refusal' in verdict) throw refuse(verdict.refusal)
  const name = nameOf(file.name, verdict.type)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const present = await store.filesOf(ctx.db, subject, false)
  const same = present.find((one) => one.sha256 === sha256)
  if (same?.name === name) return same.id
  if (same) throw problem(409, 'files.alreadyKept', { name: same.name })
  if (present.length >= mostFiles) throw problem(409, 'files.tooMany', { most: mostFiles })
  return store.addFile(ctx.db, subject, {
    name,
    type: verdict.type,
    sha256,
    bytes,
    madeBy: actorOf(ctx).accountId,
  })
}

/** A file of a thing, to take home under the name that was typed. Throws 404 `files.notFound`. */
export async function takeFile(ctx: Ctx, subject: store.Subject, fileId: number): Promise<File> {
  const found = await store.contentOf(ctx.db, subject, fileId)
  if (!found) throw problem(404, 'files.notFound')
  return new File([found.bytes as Uint8Array<ArrayBuffer>], found.name, { type: mediaTypes[found.type] })
}

/** Takes a file away from a thing; row and content stay for the record. Taking it away again changes nothing. */
export async function dropFile(ctx: Ctx, subject: store.Subject, fileId: number): Promise<void> {
  if (await store.removeFile(ctx.db, subject, fileId, actorOf(ctx).accountId)) return
  const known = await store.filesOf(ctx.db, subject, true)
  if (!known.some((one) => one.id === fileId)) throw problem(404, 'files.notFound')
}

/** The files of a thing as its page shows them: to the school also those that were taken away. */
export const filesOf = (ctx: Ctx, subject: store.Subject): Promise<store.FileRow[]> =>
  store.filesOf(ctx.db, subject, ctx.scope.all)

function seenIn(bytes: Uint8Array): Seen {
  return { head: bytes.subarray(0, 16), entries: zipNames(bytes), streams: streamNames(bytes) }
}

function zipNames(bytes: Uint8Array): string[] | null {
  if (!isZip(bytes)) return null
  try {
    return zipEntries(bytes).map((entry) => entry.name)
  } catch {
    // Cut off or not a zip after all: it has no names, and is refused as what is not on the list.
    return null
  }
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Names in the directory of a compound file ([MS-CFB] 2.6: entries of 128 bytes, the name in UTF-16, its length in bytes with the
 * closing zero at 64). Every entry begins at a multiple of 128, so all of them are looked at without following the chain.
 */
function streamNames(bytes: Uint8Array): string[] | null {
  if (!compound.every((byte, i) => bytes[i] === byte)) return null
  const names: string[] = []
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) + 256 * (bytes[at + 65] ?? 0)
    const kind = bytes[at + 66] ?? 0
    if (length < 4 || length > 64 || length % 2 === 1 || ![1, 2, 5].includes(kind)) continue
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at, length - 2).toString('utf16le')
    names.push(name)
  }
  return names
}
