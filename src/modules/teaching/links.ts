import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits: nobody guesses one. */
export const newToken = () => randomBytes(16).toString('base64url')

/** What is kept of a link. The purpose is hashed with it: what opens a survey or a calendar opens no invitation, and the other way round. */
export const hashOf = (purpose: 'invitation' | 'feed', token: string) =>
  createHash('sha256').update(`teaching ${purpose} ${token}`).digest()
