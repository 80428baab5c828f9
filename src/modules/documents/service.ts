import { problem } from '../../pure/problem.ts'
import { actorOf, type Ctx } from '../../server/ctx.ts'
import { fillTemplate, type TemplateData } from '../../server/files/docx.ts'
import { docxFile } from '../../server/files/send.ts'
import type { Service } from '../../server/service.ts'
import { sender } from '../access/index.ts'
import { fieldStudiesService } from '../fieldstudies/index.ts'
import { layouts } from '../files/contract.ts'
import { type Layout, letterTemplate, shippedTemplate } from '../files/index.ts'
import { dossierNames, lecturersService } from '../lecturers/index.ts'
import { nominationsService } from '../nominations/index.ts'
import { plansService } from '../plans/index.ts'
import { surveysService } from '../surveys/index.ts'
import { paymentOf, teachingService } from '../teaching/index.ts'
import { type documentsContract, templateKinds } from './contract.ts'
import { amendmentData, guestData, invitationData, planData, visitData } from './letters.ts'
import { listData, type Nominee, noticeData } from './nomination-letters.ts'
import { type Kind, sampleData, tagsOf } from './samples.ts'
import * as store from './store.ts'
import { isTaught, paymentData, surveyData, thanksData, timetableData } from './teaching-letters.ts'

/** What a template may weigh; a letter without pictures is a hundredth of it. */
const mostBytes = 2_000_000

export const documentsService: Service<typeof documentsContract> = {
  templates: (ctx) => templates(ctx),

  templateFile: async (ctx, { kind, layout, number }) =>
    docxFile(`mau-${fileNames[kind]}-${layout}`, await templateOf(ctx, kind, layout, number)),

  replace: async (ctx, { kind, layout, file }) => {
    if (file.size > mostBytes)
      throw problem(422, 'input.wrong', {}, [
        { path: 'file', code: 'file.tooLarge', params: { megabytes: mostBytes / 1_000_000 } },
      ])
    const content = new Uint8Array(await file.arrayBuffer())
    // Filled before it is used: a tag that nobody fills is found now, not on the day on which the letter must go out.
    await fillTemplate(content, sampleData(kind, layout, ctx.today))
    const madeBy = actorOf(ctx).accountId
    await store.addVersion(ctx.db, { kind, layout, content, fileName: file.name.slice(0, 300), madeBy })
    return oneTemplate(ctx, kind, layout)
  },

  restore: async (ctx, { kind, layout }) => {
    const { can } = await oneTemplate(ctx, kind, layout)
    if (!can.includes('restore')) throw problem(409, 'documents.shippedAlready')
    const madeBy = actorOf(ctx).accountId
    await store.addVersion(ctx.db, { kind, layout, content: null, fileName: null, madeBy })
    return oneTemplate(ctx, kind, layout)
  },

  planLetter: async (ctx, { versionId, kind, layout }) => {
    const { version, lines } = await plansService.get({ ...ctx, locale: 'vi' }, { versionId })
    const data = planData(await sender(ctx.db), ctx.today, layout, kind, version, lines)
    const bytes = await filled(ctx, kind, layout, data)
    return docxFile(`${fileNames[kind]}-${version.year}`, bytes)
  },

  admissionLetter: async (ctx, { noticeId, unitId, kind, layout }) => {
    // Under the right to the nominations themselves: whoever may read letters need not see who is nominated.
    const own = { ...(await ctx.under('nominations.read')), locale: 'vi' as const }
    const found = await nominationsService.notice(own, { noticeId })
    const quotas = found.quotas.filter((one) => unitId === undefined || one.unitId === unitId)
    if (unitId !== undefined && quotas.length === 0) throw problem(404, 'access.notFound')
    const notice = { ...found, quotas }
    const from = await sender(ctx.db)
    if (kind === 'admissionNotice')
      return docxFile(
        `${fileNames[kind]}-${found.classCode}`,
        await filled(ctx, kind, layout, noticeData(from, ctx.today, layout, notice)),
      )
    const people: Nominee[] = []
    for (let page = 1; ; page += 1) {
      const { rows, total } = await nominationsService.list(own, {
        noticeId,
        unitId,
        state: 'admitted',
        q: '',
        sort: 'name',
        desc: false,
        page,
        size: 100,
      })
      people.push(...rows)
      if (people.length >= total || rows.length === 0) break
    }
    if (people.length === 0) throw problem(409, 'documents.nobodyAdmitted', { code: found.classCode })
    return docxFile(
      `${fileNames[kind]}-${found.classCode}`,
      await filled(ctx, kind, layout, listData(from, ctx.today, layout, notice, people)),
    )
  },

  visitLetter: async (ctx, { fieldStudyId, layout }) => {
    // Under the right to the visit itself: whoever may read letters need not see every visit.
    const own = { ...(await ctx.under('fieldStudies.read')), locale: 'vi' as const }
    const visit = await fieldStudiesService.get(own, { fieldStudyId })
    const data = visitData(await sender(ctx.db), ctx.today, layout, visit)
    return docxFile(`cong-van-don-lop-${visit.classCode}`, await filled(ctx, 'visitRequest', layout, data))
  },

  invitationLetter: async (ctx, { invitationId, layout }) => {
    const own = { ...ctx, locale: 'vi' as const }
    const found = await teachingService.invitation(own, { invitationId })
    const { contact } = await teachingService.setting(own, undefined)
    const data = invitationData(await sender(ctx.db), ctx.today, layout, found, contact ?? '')
    return docxFile(
      `${fileNames.teachingInvitation}-${found.classCode}-${invitationId}`,
      await filled(ctx, 'teachingInvitation', layout, data),
    )
  },

  thanksLetter: async (ctx, { invitationId, layout }) => {
    const found = await teachingService.invitation({ ...ctx, locale: 'vi' }, { invitationId })
    if (found.state !== 'accepted' || !found.planned.some(isTaught))
      throw problem(409, 'documents.notTaughtYet')
    const data = thanksData(await sender(ctx.db), ctx.today, layout, found)
    return docxFile(
      `${fileNames.teachingThanks}-${found.classCode}-${invitationId}`,
      await filled(ctx, 'teachingThanks', layout, data),
    )
  },

  timetableLetter: async (ctx, { classId, layout }) => {
    const found = await teachingService.timetable({ ...ctx, locale: 'vi' }, { classId })
    const data = timetableData(await sender(ctx.db), ctx.today, layout, found)
    return docxFile(`${fileNames.timetable}-${found.code}`, await filled(ctx, 'timetable', layout, data))
  },

  paymentLetter: async (ctx, { layout, ...input }) => {
    const found = await paymentOf({ ...ctx, locale: 'vi' }, input)
    const data = paymentData(await sender(ctx.db), ctx.today, layout, input.month ?? null, found)
    return docxFile(
      `${fileNames.paymentList}${input.month ? `-${input.month}` : ''}`,
      await filled(ctx, 'paymentList', layout, data),
    )
  },

  surveyLetter: async (ctx, { campaignId, layout }) => {
    const own = { ...ctx, locale: 'vi' as const }
    const campaign = await surveysService.campaign(own, { campaignId })
    const result = await surveysService.results(own, { campaignId })
    const data = surveyData(await sender(ctx.db), ctx.today, layout, campaign, result)
    return docxFile(
      `${fileNames.surveyResults}-${campaign.classCode}`,
      await filled(ctx, 'surveyResults', layout, data),
    )
  },

  guestLetter: async (ctx, { dossierId, layout }) => {
    const own = { ...ctx, locale: 'vi' as const }
    const dossier = await lecturersService.dossier(own, { dossierId })
    const data = guestData(await sender(ctx.db), ctx.today, layout, dossier, await dossierNames(own))
    return docxFile(`to-trinh-thinh-giang-${dossierId}`, await filled(ctx, 'guestSubmission', layout, data))
  },

  amendmentLetter: async (ctx, { year, layout }) => {
    const own = { ...ctx, locale: 'vi' as const }
    const plan = await plansService.adjusted(own, { year })
    const { rows } = await plansService.changes(own, {
      year,
      state: 'proposed',
      q: '',
      page: 1,
      size: 100,
      sort: 'proposedAt',
      desc: false,
    })
    if (rows.length === 0) throw problem(409, 'documents.nothingProposed', { year })
    const { documentNumber, documentOn } = plan.assignedVersion ?? {}
    const data = amendmentData(
      await sender(ctx.db),
      ctx.today,
      layout,
      {
        year,
        document: documentNumber && documentOn ? { number: documentNumber, on: documentOn } : null,
        assigned: plan.assigned.classes,
        adjusted: plan.adjusted.classes,
      },
      rows,
    )
    return docxFile(`to-trinh-dieu-chinh-${year}`, await filled(ctx, 'planAmendment', layout, data))
  },
}

const fileNames: Record<Kind, string> = {
  plan: 'ke-hoach',
  planSubmission: 'to-trinh',
  planAmendment: 'to-trinh-dieu-chinh',
  guestSubmission: 'to-trinh-thinh-giang',
  visitRequest: 'cong-van-don-lop',
  teachingInvitation: 'giay-moi-giang',
  timetable: 'lich-hoc',
  teachingThanks: 'thu-cam-on',
  paymentList: 'bang-ke-giang',
  surveyResults: 'ket-qua-danh-gia',
  priorityMinutes: 'bien-ban-uu-tien',
  curriculumMinutes: 'bien-ban-tham-dinh',
  admissionNotice: 'thong-bao-chieu-sinh',
  sendingDecision: 'quyet-dinh-cu',
  classOpening: 'quyet-dinh-mo-lop',
}

async function filled(ctx: Ctx, kind: Kind, layout: Layout, data: TemplateData): Promise<Uint8Array> {
  return fillTemplate(await letterTemplate(ctx.db, kind, layout), data)
}

/** The template in use, or a version of it (0: the shipped one). */
async function templateOf(ctx: Ctx, kind: Kind, layout: Layout, number?: number): Promise<Uint8Array> {
  if (number === undefined) return letterTemplate(ctx.db, kind, layout)
  if (number === 0) return shippedTemplate(kind, layout)
  const content = await store.contentOf(ctx.db, { kind, layout, number })
  if (content === undefined) throw problem(404, 'documents.notFound')
  return content ?? shippedTemplate(kind, layout)
}

async function templates(ctx: Ctx) {
  const rows = await store.versionsOf(ctx.db)
  const mayEdit = actorOf(ctx).rights.includes('documents.edit')
  return templateKinds.flatMap((kind) =>
    layouts.map((layout) => {
      const versions = rows
        .filter((row) => row.kind === kind && row.layout === layout)
        .map(({ kind: _kind, layout: _layout, ...version }) => version)
      const [newest] = versions
      const current = newest && newest.fileName !== null ? newest : null
      return {
        kind,
        layout,
        current,
        versions,
        tags: tagsOf(kind),
        can: mayEdit ? ['replace' as const, ...(current ? ['restore' as const] : [])] : [],
      }
    }),
  )
}

async function oneTemplate(ctx: Ctx, kind: Kind, layout: Layout) {
  const found = (await templates(ctx)).find((one) => one.kind === kind && one.layout === layout)
  if (!found) throw problem(404, 'documents.notFound')
  return found
}
