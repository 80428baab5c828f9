import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import type { Service } from '../../server/service.ts'
import { dropFile, filesOf, keepFile, takeFile } from '../files/index.ts'
import { nameOn } from '../units/index.ts'
import type { profileContract } from './contract/profile.ts'
import type { lecturerDetail } from './contract.ts'
import * as profiles from './profile-store.ts'
import * as store from './store.ts'

const mostTopics = 50
const at = (lecturerId: number) => ({ kind: 'lecturer' as const, id: lecturerId })

export const profileService: Service<ReturnType<typeof profileContract<typeof lecturerDetail>>> = {
  categories: (ctx) => profiles.categories(ctx.db),

  makeCategory: async (ctx, { code, ...input }) => {
    await profiles.addCategory(ctx.db, code, soundCategory(input))
    return categoryOf(ctx, code)
  },

  editCategory: async (ctx, { code, version, ...input }) => {
    const known = await categoryOf(ctx, code)
    if (!(await profiles.changeCategory(ctx.db, code, version, soundCategory(input))))
      throw problem(409, 'lecturers.stale', { current: known })
    return categoryOf(ctx, code)
  },

  addPost: async (ctx, { lecturerId, ...input }) => {
    await readLecturer(ctx, lecturerId)
    await profiles.lockLecturer(ctx.db, lecturerId)
    const workplace = tidy(input.workplace ?? '')
    if (input.unitId === undefined && workplace === '') throw refused('unitId', 'lecturers.postNowhere')
    if (input.unitId !== undefined && (await nameOn(ctx.db, input.unitId, input.fromOn)) === null)
      throw refused('unitId', 'lecturers.unitUnknown')
    if (input.isMain) await profiles.endMainPost(ctx.db, lecturerId, input.fromOn)
    await profiles.addPost(
      ctx.db,
      lecturerId,
      { ...input, title: tidy(input.title), workplace },
      actorOf(ctx).accountId,
    )
    return readLecturer(ctx, lecturerId)
  },

  endPost: async (ctx, { lecturerId, postId, untilOn }) => {
    const { posts } = await readLecturer(ctx, lecturerId)
    const post = posts.find((one) => one.id === postId)
    if (!post) throw problem(404, 'access.notFound')
    if (untilOn <= post.fromOn) throw refused('untilOn', 'lecturers.postEndsBeforeItBegins')
    if (!(await profiles.endPost(ctx.db, lecturerId, postId, untilOn)))
      throw problem(409, 'lecturers.postEnded')
    return readLecturer(ctx, lecturerId)
  },

  withdrawPost: async (ctx, { lecturerId, postId, reason }) => {
    await readLecturer(ctx, lecturerId)
    if (!(await profiles.withdrawPost(ctx.db, lecturerId, postId, reason)))
      throw problem(404, 'access.notFound')
    return readLecturer(ctx, lecturerId)
  },

  addDegree: async (ctx, { lecturerId, ...input }) => {
    await readLecturer(ctx, lecturerId)
    if (input.grantedOn && input.grantedOn > ctx.today) throw refused('grantedOn', 'lecturers.inFuture')
    await profiles.addDegree(ctx.db, lecturerId, { ...input, name: tidy(input.name) })
    return readLecturer(ctx, lecturerId)
  },

  withdrawDegree: async (ctx, { lecturerId, degreeId }) => {
    await readLecturer(ctx, lecturerId)
    if (!(await profiles.withdrawDegree(ctx.db, lecturerId, degreeId))) throw problem(404, 'access.notFound')
    return readLecturer(ctx, lecturerId)
  },

  setContact: async (ctx, { lecturerId, ...input }) => {
    await readLecturer(ctx, lecturerId)
    await profiles.putContact(ctx.db, lecturerId, input)
    return readLecturer(ctx, lecturerId)
  },

  contact: async (ctx, { lecturerId }) => {
    await readLecturer(ctx, lecturerId)
    return profiles.readContact(ctx.db, lecturerId)
  },

  topicChoices: (ctx, { q }) => profiles.topicsNamed(ctx.db, q, mostTopics),

  setTopics: async (ctx, { lecturerId, lineageIds }) => {
    const known = await readLecturer(ctx, lecturerId)
    await refuseTopics(
      ctx,
      lineageIds.filter((one) => !known.topics.some((topic) => topic.lineageId === one)),
    )
    await profiles.setTopics(ctx.db, lecturerId, lineageIds)
    return readLecturer(ctx, lecturerId)
  },

  attach: async (ctx, { lecturerId, file, ...input }) => {
    await readLecturer(ctx, lecturerId)
    await refuseTopics(ctx, input.lineageId === undefined ? [] : [input.lineageId])
    await profiles.lockLecturer(ctx.db, lecturerId)
    const fileId = await keepFile(ctx, at(lecturerId), file)
    await profiles.addDocument(ctx.db, lecturerId, fileId, { ...input, title: tidy(input.title) })
    return readLecturer(ctx, lecturerId)
  },

  detach: async (ctx, { lecturerId, fileId }) => {
    await readLecturer(ctx, lecturerId)
    await dropFile(ctx, at(lecturerId), fileId)
    return readLecturer(ctx, lecturerId)
  },

  file: async (ctx, { lecturerId, fileId }) => {
    await readLecturer(ctx, lecturerId)
    return takeFile(ctx, at(lecturerId), fileId)
  },

  mine: async (ctx) => {
    const lecturerId = await profiles.lecturerOfAccount(ctx.db, actorOf(ctx).accountId)
    if (lecturerId === undefined) throw problem(404, 'lecturers.noFileOfYours')
    const lecturer = await readLecturer(ctx, lecturerId)
    return { lecturer, contact: await profiles.ownContact(ctx.db) }
  },
}

const refused = (path: string, code: string, params: Record<string, unknown> = {}) =>
  problem(422, 'input.wrong', {}, [{ path, code, params }])

function soundCategory<I extends { isGuest: boolean; needsApproval: boolean }>(input: I): I {
  if (!input.isGuest && input.needsApproval) throw refused('needsApproval', 'lecturers.ownNeedsNone')
  return input
}

async function categoryOf(ctx: Ctx, code: string) {
  const found = (await profiles.categories(ctx.db)).find((one) => one.code === code)
  if (!found) throw problem(404, 'lecturers.unknownCategory', { code })
  return found
}

async function refuseTopics(ctx: Ctx, lineageIds: readonly number[]): Promise<void> {
  if (lineageIds.length === 0) return
  const known = await profiles.knownTopics(ctx.db, lineageIds)
  if (new Set(lineageIds).size > known.length) throw refused('lineageIds', 'lecturers.unknownTopic')
}

/** One lecturer as the page shows it. @throws 404 */
export async function readLecturer(ctx: Ctx, lecturerId: number): Promise<z.infer<typeof lecturerDetail>> {
  const found = await store.lecturerById(ctx.db, lecturerId, ctx.today)
  if (!found) throw problem(404, 'access.notFound')
  const about = await profiles.documentsOf(ctx.db, lecturerId)
  const files = await filesOf(ctx, at(lecturerId))
  return {
    ...found,
    topics: await profiles.topicsOf(ctx.db, lecturerId),
    documents: files.map((file) => {
      const document = about.get(file.id)
      return {
        ...file,
        title: document?.title ?? file.name,
        kind: document?.kind ?? 'other',
        topic: document?.topic ?? null,
      }
    }),
    can: verbsOf(ctx),
  }
}

/** What the reader may do with lecturers. */
export const verbsOf = (ctx: Ctx): ('edit' | 'contact' | 'record')[] => {
  const { rights } = actorOf(ctx)
  const verbs = { edit: 'lecturers.edit', contact: 'lecturers.contact', record: 'corps.record' } as const
  return (Object.keys(verbs) as (keyof typeof verbs)[]).filter((verb) => rights.includes(verbs[verb]))
}
