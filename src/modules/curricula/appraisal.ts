import type * as z from 'zod'
import { problem } from '../../pure/problem.ts'
import { tidy } from '../../pure/vietnamese.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { fillTemplate } from '../../server/files/docx.ts'
import { docxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { sender } from '../access/index.ts'
import { letterTemplate } from '../files/index.ts'
import * as councils from './appraisal-store.ts'
import type { appraisalContract, memberInput } from './contract/appraisal.ts'
import { minutesData } from './minutes.ts'
import { itemsOf, rowOf } from './read.ts'
import { remarksOf } from './rules/appraisal.ts'
import { sumsOf } from './rules.ts'

export const appraisalService: Service<typeof appraisalContract> = {
  appraisals: async (ctx, { curriculumId }) => all(ctx, curriculumId),

  setAppraisal: async (ctx, { curriculumId, appraisalId, version, ...input }) => {
    await open(ctx, curriculumId, appraisalId)
    const isSet = await councils.setAppraisal(
      ctx.db,
      { appraisalId, version },
      {
        councilNumber: input.councilNumber ?? null,
        councilOn: input.councilOn ?? null,
        meetsOn: input.meetsOn ?? null,
        place: tidy(input.place),
        conclusion: input.conclusion,
        result: input.result ?? null,
      },
    )
    if (!isSet) throw problem(409, 'curricula.stale')
    return all(ctx, curriculumId)
  },

  addMember: async (ctx, { curriculumId, appraisalId, ...member }) => {
    await open(ctx, curriculumId, appraisalId)
    await councils.addMember(ctx.db, appraisalId, await linked(ctx, member))
    return all(ctx, curriculumId)
  },

  editMember: async (ctx, { curriculumId, appraisalId, memberId, version, ...member }) => {
    await open(ctx, curriculumId, appraisalId)
    const at = { appraisalId, memberId, version }
    if (!(await councils.setMember(ctx.db, at, await linked(ctx, member))))
      throw problem(409, 'curricula.stale')
    return all(ctx, curriculumId)
  },

  giveOpinion: async (ctx, { curriculumId, appraisalId, version, ...said }) => {
    const found = await open(ctx, curriculumId, appraisalId)
    if (!found.members.some((one) => one.isOwn)) throw problem(409, 'curricula.notInCouncil')
    const at = { appraisalId, accountId: actorOf(ctx).accountId, version }
    if (!(await councils.setOpinion(ctx.db, at, said))) throw problem(409, 'curricula.stale')
    return all(ctx, curriculumId)
  },

  dropMember: async (ctx, { curriculumId, appraisalId, memberId }) => {
    await open(ctx, curriculumId, appraisalId)
    await councils.dropMember(ctx.db, appraisalId, memberId)
    return all(ctx, curriculumId)
  },

  minutes: async (ctx, { curriculumId, appraisalId, layout }) => {
    const row = await rowOf(ctx, curriculumId)
    const found = (await all(ctx, curriculumId)).find((one) => one.id === appraisalId)
    if (!found) throw problem(404, 'curricula.notFound')
    const sums = sumsOf(await itemsOf(ctx, curriculumId))
    const data = minutesData(await sender(ctx.db), row, sums, found, ctx.today, layout)
    const bytes = await fillTemplate(await letterTemplate(ctx.db, 'curriculumMinutes', layout), data)
    return docxFile(`bien-ban-tham-dinh-${curriculumId}-lan-${found.round}`, bytes)
  },
}

async function all(ctx: Ctx, curriculumId: number) {
  const row = await rowOf(ctx, curriculumId)
  const found = await councils.appraisalsOf(ctx.db, curriculumId, actorOf(ctx).accountId)
  return found.map((one, i) => ({
    ...one,
    remarks: remarksOf(one),
    isOpen: i === 0 && row.state === 'submitted',
  }))
}

/** The appraisal that is under way: what a council said about an earlier submission, or an approved version, stays as it is. */
async function open(ctx: Ctx, curriculumId: number, appraisalId: number) {
  const found = (await all(ctx, curriculumId)).find((one) => one.id === appraisalId)
  if (!found) throw problem(404, 'curricula.notFound')
  if (!found.isOpen) throw problem(409, 'curricula.appraisalOver')
  return found
}

/** A member as it is to be stored; refused where nobody has an account with that e-mail. */
async function linked(ctx: Ctx, { accountEmail = '', ...member }: z.infer<typeof memberInput>) {
  const accountId = accountEmail === '' ? null : await councils.accountOf(ctx.db, accountEmail)
  if (accountEmail !== '' && accountId === null)
    throw problem(422, 'input.wrong', {}, [
      { path: 'accountEmail', code: 'curricula.noAccount', params: { email: accountEmail } },
    ])
  return { ...member, name: tidy(member.name), accountId }
}
