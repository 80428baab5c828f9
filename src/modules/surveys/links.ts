import { createHash, randomBytes } from 'node:crypto'

/** 192 bits: nobody guesses one. */
export const newKey = () => randomBytes(24).toString('base64url')
export const hashOf = (key: string) => createHash('sha256').update(key).digest()

/** A new link for a whole class. */
export function sharedLink(): { key: string; hash: Buffer } {
  const key = newKey()
  return { key, hash: hashOf(key) }
}
