import type { ContractProcedure, InferSchemaInput } from '@orpc/contract'
import type { Contract } from '../../src/contract.ts'
import type { Ids } from './school.ts'

// biome-ignore lint/suspicious/noExplicitAny: output, errors and meta play no part here
type InputOf<P> = P extends ContractProcedure<infer I, any, any, any> ? InferSchemaInput<I> : never

/**
 * Whose rows a procedure deals with, which is what the checker expects of its answers:
 * `units`: a unit's or a person's; the school sees both marks, a unit its own, and a foreign id is one that does not exist.
 * `school`: the school's only; who reaches only units or a person sees nothing of them.
 * `everybody`: known to all who are signed in (units, programmes, classes, published plans).
 * `oneself`: the caller's own affairs. `nobody`: no row at all.
 */
export type Holds = 'units' | 'school' | 'everybody' | 'oneself' | 'nobody'

export type Example<I = unknown> = { holds: Holds; input: (ids: Ids) => I }

export type Examples = {
  [M in keyof Contract]: { [P in keyof Contract[M]]: Example<InputOf<Contract[M][P]>> }
}

const reason = 'Kiểm tra phạm vi dữ liệu'
const document = { documentNumber: '77-QĐ/TU', documentOn: '2026-01-05', documentIssuer: 'Tỉnh ủy' }
const nothing = () => undefined

/** A list is asked for without any filter (own), and filtered by what is foreign. */
const unlessOwn = <F>(ids: Ids, filter: F): F | Record<string, never> => (ids.which === 'own' ? {} : filter)
const page = { size: 100 } as const
const decision = {
  documentNumber: '99-QĐ/TU',
  documentOn: '2026-11-20',
  signedBy: 'Phó Bí thư Thường trực',
  fromOn: '2027-01-01',
  lastOn: '2029-12-31',
} as const
const guest = {
  name: 'Người được đề nghị',
  categoryCode: 'department',
  title: 'Giám đốc',
  titleFromOn: '2025-07-01',
  fields: ['LLCS'],
  grounds: 'Phụ trách lĩnh vực',
}
const promise = { side: 'unit', title: 'Gửi danh sách', dueKind: 'fixed', dueMonth: 12, dueDay: 20 } as const

/** What is asked of every procedure, once with the ids of unit A, once with foreign ones. A new procedure needs a line. */
export const examples: Examples = {
  access: {
    me: { holds: 'oneself', input: nothing },
    installation: { holds: 'nobody', input: nothing },
    setUp: {
      holds: 'nobody',
      input: () => ({
        schoolName: 'Trường khác',
        provinceName: 'Tỉnh khác',
        name: 'Người lạ',
        email: 'la@thu-nghiem.vn',
        password: 'mat-khau-dai',
      }),
    },
    matrix: { holds: 'nobody', input: nothing },
    accounts: {
      holds: 'units',
      input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.parentUnitId }) }),
    },
    account: { holds: 'units', input: ({ accountId }) => ({ accountId }) },
    makeAccount: {
      holds: 'units',
      input: ({ unitId }) => ({
        name: 'Người mới',
        email: 'moi@thu-nghiem.vn',
        role: 'unitCoordinator',
        unitId,
      }),
    },
    grant: {
      holds: 'units',
      input: ({ accountId, unitId }) => ({ accountId, unitId, role: 'unitHead', fromOn: '2026-11-24' }),
    },
    endGrant: {
      holds: 'units',
      input: ({ accountId, grantId }) => ({ accountId, grantId, untilOn: '2026-12-01', reason }),
    },
    disable: { holds: 'units', input: ({ accountId }) => ({ accountId, reason }) },
    enable: { holds: 'units', input: ({ accountId }) => ({ accountId, reason }) },
    invite: { holds: 'units', input: ({ accountId }) => ({ accountId, stopsFactor: true, reason }) },
    tokens: { holds: 'oneself', input: nothing },
    makeToken: { holds: 'oneself', input: () => ({ name: 'Phần mềm', rights: ['access.matrix'], days: 1 }) },
    revokeToken: { holds: 'oneself', input: ({ tokenId }) => ({ tokenId }) },
  },

  people: {
    list: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }) },
    xlsx: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }) },
    mine: { holds: 'oneself', input: nothing },
    get: { holds: 'units', input: ({ personId }) => ({ personId }) },
    unmask: { holds: 'units', input: ({ personId }) => ({ personId, reason }) },
    history: { holds: 'units', input: ({ personId }) => ({ personId }) },
    make: {
      holds: 'units',
      input: ({ unitId }) => ({ fullName: 'Lê Thị Mới', unitId, title: 'Chuyên viên' }),
    },
    edit: {
      holds: 'units',
      input: ({ personId, personVersion }) => ({ personId, version: personVersion, cadreNumber: 'SH1' }),
    },
    addPost: {
      holds: 'units',
      input: ({ personId, unitId }) => ({ personId, unitId, title: 'Phó phòng', fromOn: '2026-10-01' }),
    },
    endPost: {
      holds: 'units',
      input: ({ personId, postId }) => ({ personId, postId, untilOn: '2026-10-01', endCause: 'retirement' }),
    },
    addEducation: {
      holds: 'units',
      input: ({ personId }) => ({ personId, kind: 'speciality', level: 'Đại học' }),
    },
    withdrawEducation: {
      holds: 'units',
      input: ({ personId, educationId }) => ({ personId, educationId, reason }),
    },
    setPrivate: { holds: 'units', input: ({ personId }) => ({ personId, religion: 'Không', reason }) },
    addPlanning: {
      holds: 'units',
      input: ({ personId }) => ({
        personId,
        term: '2025-2030',
        post: 'Giám đốc',
        decidedOn: '2026-01-05',
        reason,
      }),
    },
    endPlanning: {
      holds: 'units',
      input: ({ personId, planningId }) => ({ personId, planningId, removedOn: '2026-02-03', reason }),
    },
    addRating: { holds: 'units', input: ({ personId }) => ({ personId, year: 2024, level: 4, reason }) },
    duplicates: { holds: 'units', input: () => page },
    tellApart: {
      holds: 'units',
      input: ({ personId, otherPersonId }) => ({ firstId: personId, secondId: otherPersonId, reason }),
    },
    placements: { holds: 'units', input: () => page },
    place: { holds: 'units', input: ({ proposedPostId }) => ({ postIds: [proposedPostId] }) },
    placeAfterReorganisation: { holds: 'units', input: () => ({}) },
  },

  record: {
    list: {
      holds: 'school',
      input: (ids) => ({ ...page, ...unlessOwn(ids, { tableName: 'person', rowId: String(ids.personId) }) }),
    },
    verify: { holds: 'nobody', input: nothing },
  },

  units: {
    list: {
      holds: 'everybody',
      input: (ids) => ({ ...page, ...unlessOwn(ids, { parentId: ids.unitId }), state: 'all' }),
    },
    listXlsx: { holds: 'everybody', input: () => ({ state: 'all' }) },
    tree: { holds: 'everybody', input: (ids) => unlessOwn(ids, { parentId: ids.unitId }) },
    get: { holds: 'everybody', input: ({ unitId }) => ({ unitId }) },
    make: {
      holds: 'everybody',
      input: ({ unitId }) => ({
        name: 'Phòng mới',
        kind: 'office',
        level: 'province',
        bloc: 'state',
        parentId: unitId,
        reason,
      }),
    },
    rename: {
      holds: 'everybody',
      input: ({ unitId, unitVersion }) => ({
        unitId,
        version: unitVersion,
        name: 'Sở có tên mới',
        effectiveOn: '2026-11-01',
        ...document,
        reason,
      }),
    },
    move: {
      holds: 'everybody',
      input: ({ unitId, unitVersion }) => ({
        unitId,
        version: unitVersion,
        effectiveOn: '2026-11-01',
        ...document,
        reason,
      }),
    },
    dissolve: {
      holds: 'everybody',
      input: ({ leafUnitId }) => ({
        unitId: leafUnitId,
        version: 1,
        effectiveOn: '2026-11-01',
        ...document,
        reason,
      }),
    },
    reorganisations: { holds: 'school', input: () => page },
    reorganisation: { holds: 'school', input: ({ reorganisationId }) => ({ reorganisationId }) },
    preview: { holds: 'school', input: ({ reorganisationId }) => ({ reorganisationId }) },
    enter: {
      holds: 'school',
      input: ({ leafUnitId }) => ({
        title: 'Đợt mới',
        ...document,
        effectiveOn: '2026-12-01',
        acts: [{ act: 'dissolve', unit: { unitId: leafUnitId } }],
      }),
    },
    enterFromFile: {
      holds: 'school',
      input: ({ resolution }) => ({
        title: 'Theo nghị quyết',
        ...document,
        effectiveOn: '2026-12-01',
        file: resolution,
      }),
    },
    change: {
      holds: 'school',
      input: ({ reorganisationId, leafUnitId }) => ({
        reorganisationId,
        version: 1,
        title: 'Đợt đã sửa',
        ...document,
        effectiveOn: '2026-12-01',
        acts: [{ act: 'dissolve', unit: { unitId: leafUnitId } }],
      }),
    },
    withdraw: {
      holds: 'school',
      input: ({ reorganisationId }) => ({ reorganisationId, version: 1, reason }),
    },
    confirm: { holds: 'school', input: ({ reorganisationId }) => ({ reorganisationId, version: 1 }) },
  },

  regulations: {
    sets: { holds: 'nobody', input: nothing },
    lacking: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }) },
    lackingXlsx: { holds: 'units', input: (ids) => unlessOwn(ids, { unitId: ids.unitId }) },
  },

  teaching: {
    timetable: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    timetableXlsx: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    proposal: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    fill: { holds: 'school', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    addSession: {
      holds: 'school',
      input: ({ runningClassId }) => ({
        classId: runningClassId,
        onDay: '2026-11-27',
        part: 'morning',
        hours: 5,
        title: 'Buổi mới',
      }),
    },
    changeSession: {
      holds: 'school',
      input: ({ sessionId }) => ({
        sessionId,
        version: 1,
        onDay: '2026-11-27',
        part: 'evening',
        hours: 4,
        title: 'Khác',
      }),
    },
    cancelSession: { holds: 'school', input: ({ sessionId }) => ({ sessionId, version: 1, reason }) },
    confirm: {
      holds: 'school',
      input: ({ pastSessionId }) => ({
        sessionId: pastSessionId,
        version: 1,
        outcome: 'notTaught',
        note: 'Mất điện',
      }),
    },
    confirmAll: {
      holds: 'school',
      input: ({ runningClassId }) => ({ classId: runningClassId, untilOn: '2026-11-23' }),
    },
    week: { holds: 'school', input: (ids) => unlessOwn(ids, { lecturerId: ids.lecturerId }) },
    invitations: { holds: 'school', input: (ids) => unlessOwn(ids, { classId: ids.runningClassId }) },
    invitationsXlsx: { holds: 'school', input: (ids) => unlessOwn(ids, { classId: ids.runningClassId }) },
    invitation: { holds: 'school', input: ({ invitationId }) => ({ invitationId }) },
    invite: {
      holds: 'school',
      input: ({ sessionId, lecturerId }) => ({ sessionIds: [sessionId], lecturerId }),
    },
    link: { holds: 'school', input: ({ invitationId }) => ({ invitationId }) },
    withdraw: { holds: 'school', input: ({ invitationId }) => ({ invitationId, reason, version: 1 }) },
    setNext: {
      holds: 'school',
      input: ({ invitationId }) => ({ invitationId, invitesNext: true, version: 1 }),
    },
    note: { holds: 'school', input: ({ invitationId }) => ({ invitationId, answer: 'declined' }) },
    substitutes: { holds: 'school', input: ({ sessionId }) => ({ sessionIds: [sessionId] }) },
    inviteNext: {
      holds: 'school',
      input: ({ invitationId, lecturerId }) => ({ invitationId, lecturerId, version: 1 }),
    },
    publicInvitation: { holds: 'nobody', input: () => ({ token: 'khong-co-lien-ket-nay' }) },
    answerByLink: { holds: 'nobody', input: () => ({ token: 'khong-co-lien-ket-nay', answer: 'declined' }) },
    mine: { holds: 'oneself', input: nothing },
    answer: { holds: 'oneself', input: ({ invitationId }) => ({ invitationId, answer: 'declined' }) },
    taught: { holds: 'everybody', input: ({ lecturerId }) => ({ lecturerId }) },
    sessionsOf: { holds: 'school', input: ({ lecturerId }) => ({ lecturerId }) },
    sessionsOfXlsx: { holds: 'school', input: ({ lecturerId }) => ({ lecturerId }) },
    payment: { holds: 'school', input: (ids) => unlessOwn(ids, { classId: ids.runningClassId }) },
    paymentXlsx: { holds: 'school', input: (ids) => unlessOwn(ids, { classId: ids.runningClassId }) },
    rates: { holds: 'nobody', input: nothing },
    addRate: {
      holds: 'school',
      input: ({ lecturerId }) => ({
        isGuest: true,
        lecturerId,
        fromOn: '2026-01-01',
        hourDong: 1,
        source: 'Quy chế',
      }),
    },
    setting: { holds: 'nobody', input: nothing },
    setSetting: {
      holds: 'nobody',
      input: () => ({
        partHours: 4,
        morningAt: '07:00',
        morningUntil: '11:00',
        afternoonAt: '13:00',
        afternoonUntil: '17:00',
        eveningAt: '18:00',
        eveningUntil: '21:00',
        answerDays: 5,
        remindDays: 1,
        substituteOrder: ['load'],
        version: 1,
      }),
    },
    makeFeed: { holds: 'school', input: ({ lecturerId }) => ({ lecturerId }) },
    feedState: { holds: 'nobody', input: ({ lecturerId }) => ({ lecturerId }) },
    dropFeed: { holds: 'nobody', input: ({ lecturerId }) => ({ lecturerId }) },
    myFeed: { holds: 'nobody', input: nothing },
    makeMyFeed: { holds: 'oneself', input: nothing },
    dropMyFeed: { holds: 'oneself', input: nothing },
    feed: { holds: 'nobody', input: () => ({ token: 'khong-co-lich-nay' }) },
  },

  curricula: {
    list: { holds: 'everybody', input: ({ programmeId }) => ({ programmeId }) },
    get: { holds: 'units', input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }) },
    inForce: { holds: 'everybody', input: ({ programmeId }) => ({ programmeId }) },
    xlsx: { holds: 'units', input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }) },
    make: {
      holds: 'school',
      input: ({ programmeId, frameId }) => ({ programmeId, kind: 'school', startsFromId: frameId }),
    },
    about: {
      holds: 'school',
      input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId, title: 'Tên khác', version: 1 }),
    },
    addItem: {
      holds: 'units',
      input: ({ draftCurriculumId, draftPartId }) => ({
        curriculumId: draftCurriculumId,
        kind: 'topic',
        parentId: draftPartId,
        title: 'Chuyên đề mới',
      }),
    },
    editItem: {
      holds: 'units',
      input: ({ draftCurriculumId, draftTopicId }) => ({
        curriculumId: draftCurriculumId,
        itemId: draftTopicId,
        title: 'Chuyên đề sửa',
        version: 1,
      }),
    },
    moveItem: {
      holds: 'units',
      input: ({ draftCurriculumId, draftTopicId }) => ({
        curriculumId: draftCurriculumId,
        itemId: draftTopicId,
        to: 'under',
      }),
    },
    removeItem: {
      holds: 'units',
      input: ({ draftCurriculumId, draftTopicId }) => ({
        curriculumId: draftCurriculumId,
        itemId: draftTopicId,
        version: 1,
      }),
    },
    appraisals: {
      holds: 'school',
      input: ({ submittedCurriculumId }) => ({ curriculumId: submittedCurriculumId }),
    },
    setAppraisal: {
      holds: 'school',
      input: ({ submittedCurriculumId, appraisalId }) => ({
        curriculumId: submittedCurriculumId,
        appraisalId,
        version: 1,
      }),
    },
    addMember: {
      holds: 'school',
      input: ({ submittedCurriculumId, appraisalId }) => ({
        curriculumId: submittedCurriculumId,
        appraisalId,
        name: 'Người mới',
      }),
    },
    editMember: {
      holds: 'school',
      input: ({ submittedCurriculumId, appraisalId, councilMemberId }) => ({
        curriculumId: submittedCurriculumId,
        appraisalId,
        memberId: councilMemberId,
        name: 'Người khác',
        version: 1,
      }),
    },
    giveOpinion: {
      holds: 'school',
      input: ({ submittedCurriculumId, appraisalId }) => ({
        curriculumId: submittedCurriculumId,
        appraisalId,
        verdict: 'agree',
        version: 1,
      }),
    },
    dropMember: {
      holds: 'school',
      input: ({ submittedCurriculumId, appraisalId, councilMemberId }) => ({
        curriculumId: submittedCurriculumId,
        appraisalId,
        memberId: councilMemberId,
      }),
    },
    minutes: {
      holds: 'school',
      input: ({ submittedCurriculumId, appraisalId }) => ({
        curriculumId: submittedCurriculumId,
        appraisalId,
      }),
    },
    limits: { holds: 'everybody', input: ({ frameId }) => ({ curriculumId: frameId }) },
    setLimit: {
      holds: 'school',
      input: ({ draftFrameId }) => ({
        curriculumId: draftFrameId,
        kind: 'drop',
        allows: false,
        source: 'Công văn',
      }),
    },
    dropLimit: {
      holds: 'school',
      input: ({ draftFrameId }) => ({ curriculumId: draftFrameId, limitId: 900_000_001 }),
    },
    deviations: { holds: 'units', input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }) },
    collaborators: {
      holds: 'everybody',
      input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }),
    },
    invite: {
      holds: 'school',
      input: ({ draftCurriculumId, leafUnitId }) => ({ curriculumId: draftCurriculumId, unitId: leafUnitId }),
    },
    uninvite: {
      holds: 'school',
      input: ({ draftCurriculumId, unitId }) => ({ curriculumId: draftCurriculumId, unitId }),
    },
    news: { holds: 'oneself', input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }) },
    history: { holds: 'units', input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }) },
    discussion: { holds: 'units', input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId }) },
    comment: {
      holds: 'units',
      input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId, text: 'Nên thêm tình huống' }),
    },
    resolve: {
      holds: 'units',
      input: ({ draftCurriculumId, curriculumCommentId }) => ({
        curriculumId: draftCurriculumId,
        commentId: curriculumCommentId,
        isResolved: true,
      }),
    },
    propose: {
      holds: 'units',
      input: ({ draftCurriculumId, draftTopicId }) => ({
        curriculumId: draftCurriculumId,
        itemId: draftTopicId,
        title: 'Tên đề nghị',
        version: 1,
      }),
    },
    accept: {
      holds: 'school',
      input: ({ draftCurriculumId, curriculumProposalId }) => ({
        curriculumId: draftCurriculumId,
        proposalId: curriculumProposalId,
        version: 1,
      }),
    },
    decline: {
      holds: 'school',
      input: ({ draftCurriculumId, curriculumProposalId }) => ({
        curriculumId: draftCurriculumId,
        proposalId: curriculumProposalId,
        reason,
      }),
    },
    withdraw: {
      holds: 'units',
      input: ({ draftCurriculumId, curriculumProposalId }) => ({
        curriculumId: draftCurriculumId,
        proposalId: curriculumProposalId,
      }),
    },
    compare: {
      holds: 'units',
      input: ({ draftCurriculumId, approvedCurriculumId }) => ({
        curriculumId: draftCurriculumId,
        otherId: approvedCurriculumId,
      }),
    },
    submit: {
      holds: 'school',
      input: ({ draftCurriculumId }) => ({ curriculumId: draftCurriculumId, version: 1 }),
    },
    return: {
      holds: 'school',
      input: ({ submittedCurriculumId }) => ({ curriculumId: submittedCurriculumId, version: 1, reason }),
    },
    approve: {
      holds: 'school',
      input: ({ submittedCurriculumId }) => ({
        curriculumId: submittedCurriculumId,
        version: 1,
        documentNumber: '7-QĐ/TCT',
        documentOn: '2026-11-20',
        documentBy: 'Hiệu trưởng',
      }),
    },
    adopt: {
      holds: 'school',
      input: ({ draftFrameId }) => ({
        curriculumId: draftFrameId,
        version: 1,
        documentNumber: '7-QĐ/HV',
        documentOn: '2026-11-20',
        documentBy: 'Học viện',
      }),
    },
    retire: {
      holds: 'school',
      input: ({ approvedCurriculumId }) => ({
        curriculumId: approvedCurriculumId,
        version: 1,
        untilOn: '2027-01-01',
        reason,
      }),
    },
  },

  situations: {
    list: { holds: 'everybody', input: () => page },
    xlsx: { holds: 'everybody', input: () => page },
    topics: { holds: 'everybody', input: nothing },
    get: { holds: 'everybody', input: ({ situationId }) => ({ situationId }) },
    make: {
      holds: 'units',
      input: ({ unitId }) => ({ title: 'Tình huống mới', text: 'Nội dung', unitId }),
    },
    edit: {
      holds: 'everybody',
      input: ({ situationId }) => ({ situationId, title: 'Đã sửa', text: 'Nội dung', version: 1 }),
    },
    withdraw: { holds: 'everybody', input: ({ situationId }) => ({ situationId, version: 1 }) },
    attach: { holds: 'everybody', input: ({ situationId, template }) => ({ situationId, file: template }) },
    detach: {
      holds: 'everybody',
      input: ({ situationId, situationFile }) => ({ situationId, fileId: situationFile }),
    },
    file: {
      holds: 'everybody',
      input: ({ situationId, situationFile }) => ({ situationId, fileId: situationFile }),
    },
  },

  needs: {
    rounds: { holds: 'everybody', input: nothing },
    round: { holds: 'everybody', input: ({ needRound }) => ({ roundId: needRound }) },
    make: {
      holds: 'school',
      input: ({ programmeId }) => ({
        title: 'Đợt mới',
        year: 2027,
        opensOn: '2026-11-01',
        closesOn: '2026-12-31',
        programmeIds: [programmeId],
      }),
    },
    edit: {
      holds: 'school',
      input: ({ draftRoundId, programmeId }) => ({
        roundId: draftRoundId,
        version: 1,
        title: 'Đợt đã sửa',
        year: 2027,
        opensOn: '2026-11-01',
        closesOn: '2026-12-31',
        programmeIds: [programmeId],
      }),
    },
    open: { holds: 'school', input: ({ draftRoundId }) => ({ roundId: draftRoundId, version: 1 }) },
    extend: {
      holds: 'everybody',
      input: ({ needRound }) => ({ roundId: needRound, version: 2, closesOn: '2027-06-30', reason }),
    },
    close: { holds: 'everybody', input: ({ needRound }) => ({ roundId: needRound, version: 2 }) },
    attach: {
      holds: 'everybody',
      input: ({ needRound, template }) => ({ roundId: needRound, file: template }),
    },
    detach: {
      holds: 'everybody',
      input: ({ needRound, guideFile }) => ({ roundId: needRound, fileId: guideFile }),
    },
    file: {
      holds: 'everybody',
      input: ({ needRound, guideFile }) => ({ roundId: needRound, fileId: guideFile }),
    },
    board: { holds: 'everybody', input: ({ needRound }) => ({ ...page, roundId: needRound }) },
    boardXlsx: { holds: 'everybody', input: ({ needRound }) => ({ roundId: needRound }) },
    answer: { holds: 'units', input: ({ answerId }) => ({ answerId }) },
    markOpened: { holds: 'units', input: ({ answerId }) => ({ answerId }) },
    addLine: {
      holds: 'units',
      input: ({ answerId, programmeId }) => ({
        answerId,
        programmeId,
        heads: 3,
        targetGroup: 'front',
      }),
    },
    editLine: {
      holds: 'units',
      input: ({ answerId, needId, programmeId }) => ({
        answerId,
        needId,
        version: 1,
        programmeId,
        heads: 4,
        targetGroup: 'deputy',
      }),
    },
    removeLine: { holds: 'units', input: ({ answerId, needId }) => ({ answerId, needId, version: 1 }) },
    submit: {
      holds: 'units',
      input: ({ answerId, answerVersion }) => ({ answerId, version: answerVersion }),
    },
    confirm: {
      holds: 'units',
      input: ({ sentAnswerId, sentVersion }) => ({ answerId: sentAnswerId, version: sentVersion }),
    },
    sendBack: {
      holds: 'units',
      input: ({ sentAnswerId, sentVersion }) => ({ answerId: sentAnswerId, version: sentVersion, reason }),
    },
    return: {
      holds: 'units',
      input: ({ sentAnswerId, sentVersion }) => ({ answerId: sentAnswerId, version: sentVersion, reason }),
    },
    template: { holds: 'units', input: ({ answerId }) => ({ answerId }) },
    matrix: { holds: 'everybody', input: ({ needRound }) => ({ roundId: needRound }) },
    matrixXlsx: { holds: 'everybody', input: ({ needRound }) => ({ roundId: needRound }) },
    matrixDocx: { holds: 'everybody', input: ({ needRound }) => ({ roundId: needRound }) },
    needs: {
      holds: 'units',
      input: (ids) => ({ ...page, roundId: ids.needRound, ...unlessOwn(ids, { unitId: ids.unitId }) }),
    },
    needsXlsx: {
      holds: 'units',
      input: (ids) => ({ roundId: ids.needRound, ...unlessOwn(ids, { unitId: ids.unitId }) }),
    },
    duplicates: { holds: 'units', input: ({ needRound }) => ({ roundId: needRound }) },
    divided: { holds: 'school', input: ({ pastRound }) => ({ roundId: pastRound }) },
    place: { holds: 'school', input: ({ partedNeedId, unitId }) => ({ needId: partedNeedId, unitId }) },
  },

  programmes: {
    list: { holds: 'everybody', input: () => ({ ...page, groupCode: 'fostering' }) },
    xlsx: { holds: 'everybody', input: () => ({}) },
    get: { holds: 'everybody', input: ({ programmeId }) => ({ programmeId }) },
    make: {
      holds: 'everybody',
      input: () => ({
        code: 'ZZ-NEW',
        name: 'Chương trình mới',
        groupCode: 'fostering',
        kind: 'fostering',
        modes: ['none'],
      }),
    },
    edit: {
      holds: 'everybody',
      input: ({ programmeId }) => ({
        programmeId,
        version: 1,
        name: 'Chương trình đã sửa',
        groupCode: 'fostering',
        kind: 'fostering',
        modes: ['none'],
      }),
    },
    retire: {
      holds: 'everybody',
      input: ({ programmeId }) => ({ programmeId, version: 1, untilOn: '2027-01-01', reason }),
    },
    groups: { holds: 'everybody', input: nothing },
    makeGroup: {
      holds: 'everybody',
      input: () => ({ code: 'zzNew', name: 'Nhóm mới', nameEn: 'New group', sortOrder: 91 }),
    },
    editGroup: {
      holds: 'everybody',
      input: ({ groupCode }) => ({
        code: groupCode,
        version: 1,
        name: 'Nhóm đã sửa',
        nameEn: 'Changed group',
        sortOrder: 91,
      }),
    },
    modes: { holds: 'nobody', input: nothing },
  },

  calendar: {
    list: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }) },
    xlsx: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }) },
    ofYear: { holds: 'units', input: () => ({ year: 2026 }) },
    weeks: { holds: 'nobody', input: () => ({ year: 2026 }) },
    get: { holds: 'units', input: ({ entryId }) => ({ entryId }) },
    make: {
      holds: 'units',
      input: ({ unitId }) => ({
        kind: 'busy',
        title: 'Tổng kết năm',
        fromOn: '2026-12-14',
        lastOn: '2026-12-18',
        unitId,
      }),
    },
    edit: {
      holds: 'units',
      input: ({ entryId, unitId }) => ({
        entryId,
        version: 1,
        kind: 'busy',
        title: 'Tổng kết năm, đã dời',
        fromOn: '2026-12-21',
        lastOn: '2026-12-25',
        unitId,
      }),
    },
    remove: { holds: 'units', input: ({ entryId }) => ({ entryId, version: 1 }) },
    loadHolidays: { holds: 'nobody', input: () => ({ year: 2031 }) },
  },

  rooms: {
    list: { holds: 'everybody', input: () => page },
    xlsx: { holds: 'everybody', input: () => page },
    get: { holds: 'everybody', input: ({ roomId }) => ({ roomId }) },
    weeks: { holds: 'everybody', input: ({ roomId }) => ({ roomId, year: 2026 }) },
    make: { holds: 'everybody', input: () => ({ code: 'ZZP9', name: 'Phòng mới', seats: 50 }) },
    edit: {
      holds: 'everybody',
      input: ({ roomId }) => ({ roomId, version: 1, code: 'ZZP8', name: 'Phòng đã sửa', seats: 55 }),
    },
  },

  lecturers: {
    list: { holds: 'school', input: () => page },
    xlsx: { holds: 'school', input: () => page },
    get: { holds: 'school', input: ({ lecturerId }) => ({ lecturerId }) },
    make: { holds: 'school', input: () => ({ code: 'ZZGV9', name: 'Người mới', fields: ['LLCS'] }) },
    edit: {
      holds: 'school',
      input: ({ lecturerId }) => ({
        lecturerId,
        version: 1,
        code: 'ZZGV8',
        name: 'Người đã sửa',
        fields: ['XDĐ'],
      }),
    },
    addAbsence: {
      holds: 'school',
      input: ({ lecturerId }) => ({
        lecturerId,
        fromOn: '2027-05-03',
        lastOn: '2027-05-07',
        reason: 'Đi công tác',
      }),
    },
    removeAbsence: { holds: 'school', input: ({ lecturerId, absenceId }) => ({ lecturerId, absenceId }) },
    fields: { holds: 'everybody', input: nothing },
    makeField: { holds: 'everybody', input: () => ({ code: 'ZZN', name: 'Khoa mới', nameEn: 'New field' }) },
    editField: {
      holds: 'everybody',
      input: ({ fieldCode }) => ({ code: fieldCode, version: 1, name: 'Khoa đã sửa', nameEn: 'Changed' }),
    },
    hours: { holds: 'nobody', input: ({ programmeId }) => ({ programmeId }) },
    setHours: { holds: 'nobody', input: ({ programmeId }) => ({ programmeId, hours: { LLCS: 44 } }) },

    categories: { holds: 'everybody', input: nothing },
    makeCategory: { holds: 'everybody', input: () => ({ code: 'zzn', name: 'Nhóm mới', nameEn: 'New' }) },
    editCategory: {
      holds: 'everybody',
      input: ({ categoryCode }) => ({
        code: categoryCode,
        version: 1,
        name: 'Nhóm đã sửa',
        nameEn: 'Changed',
      }),
    },
    addPost: {
      holds: 'school',
      input: ({ guestId, unitId }) => ({
        lecturerId: guestId,
        title: 'Chánh Văn phòng',
        unitId,
        fromOn: '2026-10-01',
      }),
    },
    endPost: {
      holds: 'school',
      input: ({ guestId, lecturerPostId }) => ({
        lecturerId: guestId,
        postId: lecturerPostId,
        untilOn: '2026-11-01',
      }),
    },
    withdrawPost: {
      holds: 'school',
      input: ({ guestId, lecturerPostId }) => ({ lecturerId: guestId, postId: lecturerPostId, reason }),
    },
    addDegree: {
      holds: 'school',
      input: ({ guestId }) => ({ lecturerId: guestId, kind: 'grade', name: 'Giảng viên chính' }),
    },
    withdrawDegree: {
      holds: 'school',
      input: ({ guestId, degreeId }) => ({ lecturerId: guestId, degreeId, reason }),
    },
    setContact: { holds: 'school', input: ({ guestId }) => ({ lecturerId: guestId, phone: '0902 345 678' }) },
    contact: { holds: 'school', input: ({ guestId }) => ({ lecturerId: guestId, reason }) },
    topicChoices: { holds: 'nobody', input: () => ({ q: '' }) },
    setTopics: { holds: 'school', input: ({ guestId }) => ({ lecturerId: guestId, lineageIds: [] }) },
    attach: {
      holds: 'school',
      input: ({ guestId, template }) => ({
        lecturerId: guestId,
        title: 'Giáo án',
        kind: 'lessonPlan',
        file: template,
      }),
    },
    detach: {
      holds: 'school',
      input: ({ guestId, documentId }) => ({ lecturerId: guestId, fileId: documentId }),
    },
    file: {
      holds: 'school',
      input: ({ guestId, documentId }) => ({ lecturerId: guestId, fileId: documentId }),
    },
    mine: { holds: 'oneself', input: nothing },
    load: { holds: 'school', input: () => ({ ...page, year: 2026 }) },
    loadXlsx: { holds: 'school', input: () => ({ year: 2026 }) },
    loadOf: { holds: 'school', input: ({ guestId }) => ({ lecturerId: guestId, year: 2026 }) },
    myLoad: { holds: 'oneself', input: () => ({ year: 2026 }) },
    setting: { holds: 'nobody', input: nothing },
    setSetting: {
      holds: 'nobody',
      input: () => ({ warnDays: 90, withoutApproval: 'refuse', version: 1 }),
    },
    proposals: { holds: 'units', input: () => page },
    proposal: { holds: 'units', input: ({ proposalId }) => ({ proposalId }) },
    propose: { holds: 'units', input: ({ unitId }) => ({ unitId, ...guest }) },
    proposeAgain: {
      holds: 'units',
      input: ({ proposalId, proposalVersion }) => ({ proposalId, version: proposalVersion, ...guest }),
    },
    withdrawProposal: {
      holds: 'units',
      input: ({ proposalId, proposalVersion }) => ({ proposalId, version: proposalVersion, reason }),
    },
    returnProposal: {
      holds: 'units',
      input: ({ proposalId, proposalVersion }) => ({ proposalId, version: proposalVersion, reason }),
    },
    takeProposal: {
      holds: 'units',
      input: ({ proposalId, proposalVersion }) => ({ proposalId, version: proposalVersion }),
    },
    unitGuests: { holds: 'units', input: () => page },
    dossiers: { holds: 'school', input: () => page },
    dossier: { holds: 'school', input: ({ submittedDossierId }) => ({ dossierId: submittedDossierId }) },
    dossierXlsx: { holds: 'school', input: ({ submittedDossierId }) => ({ dossierId: submittedDossierId }) },
    makeDossier: { holds: 'school', input: () => ({ title: 'Hồ sơ mới', addressee: 'Thường trực Tỉnh ủy' }) },
    editDossier: {
      holds: 'school',
      input: ({ draftDossierId, draftDossierVersion }) => ({
        dossierId: draftDossierId,
        version: draftDossierVersion,
        title: 'Tên khác',
        addressee: 'Thường trực Tỉnh ủy',
      }),
    },
    dropDossier: {
      holds: 'school',
      input: ({ draftDossierId, draftDossierVersion }) => ({
        dossierId: draftDossierId,
        version: draftDossierVersion,
      }),
    },
    addGuests: {
      holds: 'school',
      input: ({ draftDossierId, freeGuestId }) => ({
        dossierId: draftDossierId,
        lecturerIds: [freeGuestId],
        wishFromOn: '2027-01-01',
        wishLastOn: '2029-12-31',
      }),
    },
    removeGuest: {
      holds: 'school',
      input: ({ draftDossierId, guestItemId }) => ({ dossierId: draftDossierId, itemId: guestItemId }),
    },
    submitDossier: {
      holds: 'school',
      input: ({ draftDossierId, draftDossierVersion }) => ({
        dossierId: draftDossierId,
        version: draftDossierVersion,
      }),
    },
    returnDossier: {
      holds: 'school',
      input: ({ submittedDossierId, submittedDossierVersion }) => ({
        dossierId: submittedDossierId,
        version: submittedDossierVersion,
        reason,
      }),
    },
    decideDossier: {
      holds: 'school',
      input: ({ submittedDossierId, submittedDossierVersion }) => ({
        dossierId: submittedDossierId,
        version: submittedDossierVersion,
        ...decision,
      }),
    },
    recordDecision: {
      holds: 'school',
      input: ({ submittedDossierId, submittedDossierVersion }) => ({
        dossierId: submittedDossierId,
        version: submittedDossierVersion,
        ...decision,
      }),
    },
    recordApproval: { holds: 'school', input: ({ guestId }) => ({ lecturerId: guestId, ...decision }) },
    approvals: { holds: 'nobody', input: ({ guestId }) => ({ lecturerId: guestId }) },
    questions: { holds: 'school', input: nothing },
    answer: {
      holds: 'school',
      input: ({ approvalId, newPostId }) => ({ approvalId, cause: 'post', causeId: newPostId, reason }),
    },
    endApproval: {
      holds: 'school',
      input: ({ approvalId }) => ({ approvalId, endsOn: '2026-12-01', reason }),
    },
  },

  classes: {
    list: {
      holds: 'everybody',
      input: (ids) => ({ ...page, year: 2026, ...unlessOwn(ids, { hostUnitId: ids.unitId }) }),
    },
    xlsx: { holds: 'everybody', input: () => ({ year: 2026 }) },
    partners: { holds: 'everybody', input: () => ({ year: 2026 }) },
    get: { holds: 'everybody', input: ({ classId }) => ({ classId }) },
    open: {
      holds: 'everybody',
      input: ({ unitId, programmeId }) => ({
        code: 'ZZNEW',
        name: 'Lớp mới',
        programmeId,
        hostUnitId: unitId,
        opensOn: '2026-12-01',
        basis: 'plan',
      }),
    },
    edit: {
      holds: 'everybody',
      input: ({ classId, programmeId }) => ({
        classId,
        version: 1,
        code: 'ZZEDIT',
        name: 'Lớp đã sửa',
        programmeId,
        opensOn: '2026-03-02',
        basis: 'plan',
      }),
    },
    correctYear: {
      holds: 'everybody',
      input: ({ classId }) => ({ classId, year: 2026, countsAs: 'notCounted', reason }),
    },
    openings: {
      holds: 'everybody',
      input: ({ programmeId }) => ({
        programmeId,
        learners: 40,
        teachingDays: 10,
        earliest: '2026-12-01',
        weeks: 4,
      }),
    },
    schedule: {
      holds: 'everybody',
      input: ({ classId, roomId, lecturerId }) => ({
        classId,
        version: 1,
        opensOn: '2026-12-01',
        closesOn: '2026-12-04',
        roomId,
        lecturers: [{ lecturerId, fieldCode: 'LLCS', fromOn: '2026-12-01', lastOn: '2026-12-04' }],
      }),
    },
    bookings: { holds: 'everybody', input: ({ classId }) => ({ classId }) },
    bookRoom: {
      holds: 'everybody',
      input: ({ classId, roomId }) => ({ classId, roomId, fromOn: '2026-04-01', lastOn: '2026-04-03' }),
    },
    bookLecturer: {
      holds: 'everybody',
      input: ({ classId, lecturerId }) => ({
        classId,
        lecturerId,
        fieldCode: 'LLCS',
        fromOn: '2026-04-01',
        lastOn: '2026-04-03',
      }),
    },
    freeRoom: {
      holds: 'everybody',
      input: ({ classId, roomBookingId }) => ({ classId, bookingId: roomBookingId }),
    },
    freeLecturer: {
      holds: 'everybody',
      input: ({ classId, lecturerBookingId }) => ({ classId, bookingId: lecturerBookingId }),
    },
    cancel: {
      holds: 'everybody',
      input: ({ classId }) => ({ classId, version: 1, cancelledOn: '2026-03-03', reason }),
    },
  },

  coordination: {
    tasks: { holds: 'school', input: nothing },
    templates: { holds: 'everybody', input: nothing },
    addTemplate: { holds: 'everybody', input: () => promise },
    editTemplate: {
      holds: 'everybody',
      input: ({ templateId }) => ({ ...promise, templateId, version: 1 }),
    },
    units: { holds: 'everybody', input: () => page },
    unitsXlsx: { holds: 'everybody', input: () => page },
    unitPlan: { holds: 'everybody', input: ({ unitId }) => ({ unitId, year: 2026 }) },
    drawUp: { holds: 'nobody', input: ({ leafUnitId }) => ({ unitId: leafUnitId, year: 2026 }) },
    addItem: {
      holds: 'school',
      input: ({ coordinationDraftId }) => ({ ...promise, planId: coordinationDraftId }),
    },
    editItem: {
      holds: 'school',
      input: ({ coordinationDraftId, draftItemId }) => ({
        ...promise,
        planId: coordinationDraftId,
        itemId: draftItemId,
      }),
    },
    removeItem: {
      holds: 'school',
      input: ({ coordinationDraftId, draftItemId }) => ({ planId: coordinationDraftId, itemId: draftItemId }),
    },
    offer: {
      holds: 'school',
      input: ({ coordinationDraftId }) => ({ year: 2027, planId: coordinationDraftId }),
    },
    accept: {
      holds: 'units',
      input: ({ offeredPlanId, offeredPlanVersion }) => ({
        planId: offeredPlanId,
        version: offeredPlanVersion,
      }),
    },
    returnPlan: {
      holds: 'units',
      input: ({ offeredPlanId, offeredPlanVersion }) => ({
        planId: offeredPlanId,
        version: offeredPlanVersion,
        reason,
      }),
    },
    revise: { holds: 'units', input: ({ acceptedPlanId }) => ({ planId: acceptedPlanId }) },
    commitments: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }) },
    commitmentsXlsx: {
      holds: 'units',
      input: (ids) => ({ ...page, ...unlessOwn(ids, { unitId: ids.unitId }) }),
    },
    commitment: { holds: 'units', input: ({ commitmentId }) => ({ commitmentId }) },
    keep: {
      holds: 'units',
      input: ({ commitmentId }) => ({
        commitmentId,
        doneOn: '2026-11-20',
        documentNumber: '5-CV/ĐU',
        version: 1,
      }),
    },
    waive: {
      holds: 'units',
      input: ({ commitmentId }) => ({ commitmentId, reason, version: 1 }),
    },
    break: {
      holds: 'units',
      input: ({ commitmentId }) => ({ commitmentId, reason, version: 1 }),
    },
    reopen: {
      holds: 'units',
      input: ({ settledCommitmentId }) => ({ commitmentId: settledCommitmentId, reason, version: 2 }),
    },
    calendar: { holds: 'units', input: () => ({ from: '2026-01-01', until: '2026-12-31' }) },
    load: { holds: 'nobody', input: () => ({ year: 2026 }) },
    feedState: { holds: 'oneself', input: nothing },
    makeFeed: { holds: 'oneself', input: nothing },
    revokeFeed: { holds: 'oneself', input: nothing },
    feed: { holds: 'nobody', input: () => ({ token: 'khong-phai-dia-chi-lich-cua-ai' }) },
    pulses: { holds: 'everybody', input: () => page },
    pulse: { holds: 'everybody', input: ({ unitId }) => ({ unitId }) },
    rules: { holds: 'nobody', input: nothing },
    editRule: {
      holds: 'everybody',
      input: () => ({
        ruleId: 2,
        isOn: true,
        version: 1,
        steps: [{ audience: 'coordinator', offsetDays: -3 }],
      }),
    },
    notices: { holds: 'oneself', input: () => ({ size: 100, state: 'all' }) },
    unread: { holds: 'oneself', input: nothing },
    markSeen: { holds: 'oneself', input: () => ({}) },
  },

  priorities: {
    list: { holds: 'school', input: nothing },
    get: { holds: 'school', input: ({ sheetId }) => ({ sheetId }) },
    start: { holds: 'school', input: () => ({ year: 2090 }) },
    setWeights: {
      holds: 'school',
      input: ({ sheetId, sheetVersion }) => ({
        sheetId,
        version: sheetVersion,
        legalDuty: 1,
        plannedPost: 1,
        yearsWaited: 1,
        unitBalance: 1,
        unitUrgency: 1,
        directive: 1,
        termOfOffice: 1,
      }),
    },
    mark: {
      holds: 'school',
      input: ({ sheetId, programmeId }) => ({
        sheetId,
        programmeId,
        modeCode: 'none',
        criterion: 'directive',
        mark: 2,
        reason,
      }),
    },
    agree: {
      holds: 'school',
      input: ({ sheetId, sheetVersion }) => ({
        sheetId,
        version: sheetVersion,
        documentNumber: '7-BB/TCT',
        documentOn: '2026-01-05',
      }),
    },
    xlsx: { holds: 'school', input: ({ sheetId }) => ({ sheetId }) },
    minutes: { holds: 'school', input: ({ sheetId }) => ({ sheetId }) },
  },
  planner: {
    forms: { holds: 'everybody', input: ({ year }) => ({ year }) },
    setForm: {
      holds: 'everybody',
      input: ({ programmeId }) => ({
        programmeId,
        modeCode: 'none',
        sizeFrom: 20,
        sizeTo: 60,
        weeks: 2,
        seat: 'room',
        version: 1,
      }),
    },
    question: { holds: 'school', input: ({ closedYear }) => ({ name: 'Hỏi thử', year: closedYear }) },
    list: { holds: 'school', input: () => ({}) },
    make: { holds: 'school', input: ({ closedYear }) => ({ name: 'Phương án mới', year: closedYear }) },
    get: { holds: 'school', input: ({ scenarioId }) => ({ scenarioId }) },
    cancel: { holds: 'school', input: ({ waitingScenarioId }) => ({ scenarioId: waitingScenarioId }) },
    toPlan: {
      holds: 'school',
      input: ({ scenarioId, scenarioForm }) => ({ scenarioId, formIds: [scenarioForm] }),
    },
    compare: {
      holds: 'school',
      input: ({ scenarioId, otherScenarioId }) => ({ ids: [scenarioId, otherScenarioId] }),
    },
    xlsx: { holds: 'school', input: ({ scenarioId }) => ({ scenarioId }) },
    seatsXlsx: { holds: 'school', input: ({ scenarioId }) => ({ scenarioId }) },
    compareXlsx: {
      holds: 'school',
      input: ({ scenarioId, otherScenarioId }) => ({ ids: [scenarioId, otherScenarioId], differing: true }),
    },
  },

  plans: {
    years: { holds: 'school', input: nothing },
    list: { holds: 'school', input: ({ year }) => ({ year }) },
    get: { holds: 'school', input: ({ versionId }) => ({ versionId }) },
    makeDraft: { holds: 'school', input: ({ closedYear }) => ({ year: closedYear }) },
    rename: {
      holds: 'school',
      input: ({ draftId, draftVersion }) => ({
        versionId: draftId,
        version: draftVersion,
        title: 'Kế hoạch đặt tên lại',
      }),
    },
    addLine: {
      holds: 'school',
      input: ({ draftId, programmeId }) => ({ versionId: draftId, programmeId, opened: 1 }),
    },
    editLine: {
      holds: 'school',
      input: ({ draftId, draftLineId, programmeId }) => ({
        versionId: draftId,
        lineId: draftLineId,
        version: 1,
        programmeId,
        opened: 3,
      }),
    },
    removeLine: {
      holds: 'school',
      input: ({ draftId, draftLineId }) => ({ versionId: draftId, lineId: draftLineId, version: 1 }),
    },
    reorder: {
      holds: 'school',
      input: ({ draftId, draftLineId, draftVersion }) => ({
        versionId: draftId,
        lineIds: [draftLineId],
        version: draftVersion,
      }),
    },
    submit: {
      holds: 'school',
      input: ({ draftId, draftVersion }) => ({ versionId: draftId, version: draftVersion }),
    },
    return: {
      holds: 'everybody',
      input: ({ submittedId, submittedVersion }) => ({
        versionId: submittedId,
        version: submittedVersion,
        reason,
      }),
    },
    approve: {
      holds: 'everybody',
      input: ({ submittedId, submittedVersion }) => ({
        versionId: submittedId,
        version: submittedVersion,
        documentNumber: '9-KH/TU',
        documentOn: '2026-11-20',
      }),
    },
    compare: {
      holds: 'school',
      input: ({ versionId, submittedId }) => ({ versionId, otherId: submittedId }),
    },
    xlsx: { holds: 'school', input: ({ versionId }) => ({ versionId }) },
    adjusted: { holds: 'everybody', input: () => ({ year: 2026 }) },
    adjustedXlsx: { holds: 'everybody', input: () => ({ year: 2026 }) },
    changes: { holds: 'units', input: () => page },
    changesXlsx: { holds: 'units', input: () => page },
    change: { holds: 'units', input: ({ changeId }) => ({ changeId }) },
    propose: {
      holds: 'units',
      input: ({ unitId, lineKey }) => ({
        year: 2026,
        kind: 'resize',
        lineKey,
        opened: 5,
        proposerUnitId: unitId,
        reason,
      }),
    },
    approveChange: {
      holds: 'units',
      input: ({ changeId }) => ({
        changeId,
        version: 1,
        documentNumber: '8-TB/TU',
        documentOn: '2026-11-20',
      }),
    },
    refuseChange: {
      holds: 'units',
      input: ({ changeId }) => ({ changeId, version: 1, answer: reason }),
    },
    withdrawChange: {
      holds: 'units',
      input: ({ changeId }) => ({ changeId, version: 1, answer: reason }),
    },
    periods: { holds: 'everybody', input: nothing },
    makePeriodDraft: { holds: 'everybody', input: () => ({ fromYear: 2040, untilYear: 2045 }) },
    rollUp: { holds: 'everybody', input: ({ periodVersionId }) => ({ versionId: periodVersionId }) },
  },

  exchange: {
    kinds: { holds: 'nobody', input: nothing },
    template: { holds: 'nobody', input: () => ({ kind: 'classes' }) },
    list: { holds: 'school', input: () => page },
    check: { holds: 'nobody', input: ({ file }) => ({ kind: 'classes', file, year: 2026 }) },
    get: { holds: 'school', input: ({ runId }) => ({ runId, ...page }) },
    errors: { holds: 'school', input: ({ runId }) => ({ runId }) },
    checkAgain: { holds: 'school', input: ({ runId }) => ({ runId }) },
    apply: { holds: 'school', input: ({ runId }) => ({ runId }) },
    withdraw: { holds: 'school', input: ({ runId }) => ({ runId }) },
  },

  documents: {
    templates: { holds: 'nobody', input: nothing },
    templateFile: { holds: 'nobody', input: () => ({ kind: 'plan', layout: 'state' }) },
    replace: {
      holds: 'nobody',
      input: ({ template }) => ({ kind: 'plan', layout: 'state', file: template }),
    },
    restore: { holds: 'nobody', input: () => ({ kind: 'planSubmission', layout: 'party' }) },
    planLetter: { holds: 'school', input: ({ versionId }) => ({ versionId }) },
    admissionLetter: { holds: 'school', input: ({ noticeId }) => ({ noticeId }) },
    visitLetter: { holds: 'school', input: ({ fieldStudyId }) => ({ fieldStudyId }) },
    invitationLetter: { holds: 'school', input: ({ invitationId }) => ({ invitationId }) },
    thanksLetter: {
      holds: 'school',
      input: ({ thankedInvitationId }) => ({ invitationId: thankedInvitationId }),
    },
    timetableLetter: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    paymentLetter: { holds: 'school', input: (ids) => unlessOwn(ids, { classId: ids.runningClassId }) },
    surveyLetter: { holds: 'school', input: ({ settledCampaignId }) => ({ campaignId: settledCampaignId }) },
    guestLetter: { holds: 'school', input: ({ submittedDossierId }) => ({ dossierId: submittedDossierId }) },
    amendmentLetter: { holds: 'everybody', input: () => ({ year: 2026 }) },
  },

  forecast: {
    year: { holds: 'everybody', input: () => ({ year: 2026 }) },
    xlsx: { holds: 'everybody', input: () => ({ year: 2026 }) },
  },

  enrolments: {
    list: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    listXlsx: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    studying: {
      holds: 'units',
      input: (ids) => ({ ...page, state: 'all', ...unlessOwn(ids, { classId: ids.runningClassId }) }),
    },
    studyingXlsx: {
      holds: 'units',
      input: (ids) => ({ ...page, state: 'all', ...unlessOwn(ids, { classId: ids.runningClassId }) }),
    },
    get: { holds: 'units', input: ({ enrolmentId }) => ({ enrolmentId }) },
    enrol: {
      holds: 'units',
      input: ({ runningClassId, otherPersonId }) => ({
        classId: runningClassId,
        personIds: [otherPersonId],
        decisionNumber: '15-QĐ/TCT',
      }),
    },
    leave: {
      holds: 'units',
      input: ({ enrolmentId }) => ({
        enrolmentId,
        version: 1,
        leftOn: '2026-11-24',
        leftCause: 'withdrawn',
        reason,
      }),
    },
    restore: {
      holds: 'units',
      input: ({ leftEnrolmentId }) => ({ enrolmentId: leftEnrolmentId, version: 1, reason }),
    },
    headChoices: { holds: 'school', input: nothing },
    nameHead: {
      holds: 'units',
      input: ({ runningClassId, headAccountId }) => ({
        classId: runningClassId,
        accountId: headAccountId,
        fromOn: '2026-12-01',
      }),
    },
    nameMonitor: {
      holds: 'units',
      input: ({ runningClassId, enrolmentId }) => ({
        classId: runningClassId,
        enrolmentId,
        post: 'deputy',
        fromOn: '2026-11-02',
      }),
    },
    endMonitor: {
      holds: 'units',
      input: ({ monitorId }) => ({ monitorId, version: 1, untilOn: '2026-12-01' }),
    },
    studyRules: { holds: 'everybody', input: nothing },
    classRule: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    proposeOverlay: {
      holds: 'school',
      input: () => ({
        ruleSet: 'STUDY-6468',
        figure: 'passMark',
        value: 6,
        fromOn: '2027-01-01',
        source: '36-QĐ/TCT',
      }),
    },
    decideOverlay: {
      holds: 'school',
      input: ({ overlayId }) => ({ overlayId, version: 1, decision: 'refused', reason }),
    },
  },
  attendance: {
    grid: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    book: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    roll: { holds: 'everybody', input: ({ rollSessionId }) => ({ sessionId: rollSessionId }) },
    save: {
      holds: 'units',
      input: ({ rollSessionId, enrolmentId }) => ({
        sessionId: rollSessionId,
        marks: [{ enrolmentId, status: 'present', version: 1 }],
      }),
    },
    unrecorded: { holds: 'everybody', input: (ids) => unlessOwn(ids, { classId: ids.runningClassId }) },
    summary: { holds: 'everybody', input: ({ runningClassId }) => ({ classId: runningClassId }) },
    term: { holds: 'everybody', input: () => ({ from: '2026-11', until: '2026-11' }) },
    study: { holds: 'oneself', input: nothing },
    cost: {
      holds: 'units',
      input: ({ enrolmentId }) => ({ enrolmentId, fromOn: '2026-11-27', lastOn: '2026-11-27' }),
    },
    absences: {
      holds: 'units',
      input: (ids) => ({ ...page, ...unlessOwn(ids, { classId: ids.runningClassId }) }),
    },
    ask: {
      holds: 'units',
      input: ({ enrolmentId }) => ({
        enrolmentId,
        kind: 'recall',
        fromOn: '2026-11-27',
        lastOn: '2026-11-27',
        calledBy: 'Chánh Văn phòng',
        why: 'Phục vụ kỳ họp',
      }),
    },
    decide: {
      holds: 'units',
      input: ({ absenceRequestId }) => ({ absenceId: absenceRequestId, version: 1, agrees: true }),
    },
    withdraw: {
      holds: 'units',
      input: ({ absenceRequestId }) => ({ absenceId: absenceRequestId, version: 1 }),
    },
  },
  cases: {
    list: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { personId: ids.personId }) }) },
    xlsx: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { personId: ids.personId }) }) },
    summary: { holds: 'nobody', input: nothing },
    learners: { holds: 'units', input: ({ personId }) => ({ personId }) },
    get: { holds: 'units', input: ({ caseId }) => ({ caseId }) },
    accounts: { holds: 'school', input: ({ caseId }) => ({ caseId }) },
    raise: {
      holds: 'units',
      input: ({ personId }) => ({ personId, kind: 'health', title: 'Xin nghỉ khám bệnh', text: reason }),
    },
    write: { holds: 'units', input: ({ caseId }) => ({ caseId, text: reason }) },
    take: { holds: 'units', input: ({ caseId, caseVersion }) => ({ caseId, version: caseVersion }) },
    hand: {
      holds: 'units',
      input: ({ caseId, caseVersion, caseMember }) => ({
        caseId,
        version: caseVersion,
        accountId: caseMember,
      }),
    },
    postpone: {
      holds: 'units',
      input: ({ caseId, caseVersion }) => ({ caseId, version: caseVersion, dueOn: '2026-12-20', reason }),
    },
    decide: {
      holds: 'units',
      input: ({ caseId, caseVersion }) => ({ caseId, version: caseVersion, text: reason }),
    },
    solve: {
      holds: 'units',
      input: ({ caseId, caseVersion }) => ({ caseId, version: caseVersion, text: reason }),
    },
    withdraw: {
      holds: 'units',
      input: ({ caseId, caseVersion }) => ({ caseId, version: caseVersion, reason }),
    },
    reopen: {
      holds: 'units',
      input: ({ closedCaseId, closedCaseVersion }) => ({
        caseId: closedCaseId,
        version: closedCaseVersion,
        reason,
      }),
    },
    shut: {
      holds: 'units',
      input: ({ caseId, caseVersion }) => ({ caseId, version: caseVersion, isSensitive: true, reason }),
    },
    name: {
      holds: 'school',
      input: ({ sensitiveCaseId, sensitiveCaseVersion, caseMember }) => ({
        caseId: sensitiveCaseId,
        version: sensitiveCaseVersion,
        accountId: caseMember,
      }),
    },
    unname: {
      holds: 'school',
      input: ({ sensitiveCaseId, sensitiveCaseVersion, caseMember }) => ({
        caseId: sensitiveCaseId,
        version: sensitiveCaseVersion,
        accountId: caseMember,
      }),
    },
    attach: { holds: 'units', input: ({ caseId, file }) => ({ caseId, file }) },
    file: { holds: 'units', input: ({ caseId, caseFile }) => ({ caseId, fileId: caseFile }) },
  },

  fieldStudies: {
    hosts: { holds: 'units', input: () => page },
    hostsXlsx: { holds: 'units', input: () => page },
    host: { holds: 'units', input: ({ hostId }) => ({ hostId }) },
    makeHost: { holds: 'units', input: ({ unitId }) => ({ name: 'Nơi đón mới', unitId }) },
    editHost: {
      holds: 'units',
      input: ({ hostId, unitId }) => ({ hostId, unitId, name: 'Nơi đón đã sửa', version: 1 }),
    },
    list: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { hostId: ids.hostId }) }) },
    xlsx: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { hostId: ids.hostId }) }) },
    get: { holds: 'units', input: ({ fieldStudyId }) => ({ fieldStudyId }) },
    make: {
      holds: 'units',
      input: ({ classId, hostId }) => ({
        classId,
        hostId,
        title: 'Chuyến đi mới',
        fromOn: '2027-02-01',
        lastOn: '2027-02-02',
        people: 30,
      }),
    },
    edit: {
      holds: 'units',
      input: ({ fieldStudyId, hostId, visitVersion }) => ({
        fieldStudyId,
        hostId,
        title: 'Chuyến đi đã sửa',
        fromOn: '2027-02-01',
        lastOn: '2027-02-02',
        people: 30,
        version: visitVersion,
      }),
    },
    ask: {
      holds: 'units',
      input: ({ draftVisitId }) => ({ fieldStudyId: draftVisitId, answerBy: '2026-12-01', version: 1 }),
    },
    answer: {
      holds: 'units',
      input: ({ fieldStudyId, visitVersion }) => ({ fieldStudyId, agrees: true, version: visitVersion }),
    },
    hold: {
      holds: 'units',
      input: ({ fieldStudyId, visitVersion }) => ({ fieldStudyId, version: visitVersion }),
    },
    report: {
      holds: 'units',
      input: ({ heldVisitId, heldVisitVersion }) => ({
        fieldStudyId: heldVisitId,
        report: 'Kết quả tốt',
        version: heldVisitVersion,
      }),
    },
    remark: {
      holds: 'units',
      input: ({ heldVisitId, heldVisitVersion }) => ({
        fieldStudyId: heldVisitId,
        hostRemark: 'Lớp nghiêm túc',
        version: heldVisitVersion,
      }),
    },
    setCosts: {
      holds: 'units',
      input: ({ fieldStudyId, visitVersion }) => ({
        fieldStudyId,
        costs: [{ item: 'Xe', plannedDong: 3_000_000 }],
        version: visitVersion,
      }),
    },
    cancel: {
      holds: 'units',
      input: ({ fieldStudyId, visitVersion }) => ({ fieldStudyId, reason, version: visitVersion }),
    },
    attach: { holds: 'units', input: ({ fieldStudyId, file }) => ({ fieldStudyId, file }) },
    detach: { holds: 'units', input: ({ fieldStudyId, visitFile }) => ({ fieldStudyId, fileId: visitFile }) },
    file: { holds: 'units', input: ({ fieldStudyId, visitFile }) => ({ fieldStudyId, fileId: visitFile }) },
  },

  nominations: {
    // The list names nothing but classes, which everybody knows.
    notices: { holds: 'nobody', input: () => page },
    noticesXlsx: { holds: 'nobody', input: () => page },
    notice: { holds: 'units', input: ({ noticeId }) => ({ noticeId }) },
    makeNotice: {
      holds: 'units',
      input: ({ classId }) => ({ classId, deadlineOn: '2026-12-10', sendsOn: '2026-12-20' }),
    },
    editNotice: {
      holds: 'units',
      input: ({ noticeId, noticeVersion }) => ({
        noticeId,
        version: noticeVersion,
        deadlineOn: '2026-12-12',
        sendsOn: '2026-12-20',
      }),
    },
    setQuotas: {
      holds: 'units',
      input: ({ noticeId, noticeVersion, unitId }) => ({
        noticeId,
        version: noticeVersion,
        quotas: [{ unitId, seats: 9 }],
      }),
    },
    issueNotice: {
      holds: 'units',
      input: ({ draftNoticeId }) => ({ noticeId: draftNoticeId, version: 2 }),
    },
    closeNotice: {
      holds: 'units',
      input: ({ noticeId, noticeVersion }) => ({ noticeId, version: noticeVersion }),
    },
    list: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { noticeId: ids.noticeId }) }) },
    xlsx: { holds: 'units', input: (ids) => ({ ...page, ...unlessOwn(ids, { noticeId: ids.noticeId }) }) },
    get: { holds: 'units', input: ({ nominationId }) => ({ nominationId }) },
    candidates: { holds: 'units', input: ({ noticeId }) => ({ noticeId }) },
    nominate: {
      holds: 'units',
      input: ({ noticeId, candidateId, unitId }) => ({ noticeId, personId: candidateId, unitId }),
    },
    edit: {
      holds: 'units',
      input: ({ nominationId, nominationVersion }) => ({
        nominationId,
        version: nominationVersion,
        note: 'Đã sửa',
      }),
    },
    sign: {
      holds: 'units',
      input: ({ nominationId, nominationVersion }) => ({
        items: [{ nominationId, version: nominationVersion }],
        commitment: 'Cam kết bố trí thời gian',
      }),
    },
    withdraw: {
      holds: 'units',
      input: ({ nominationId, nominationVersion }) => ({
        items: [{ nominationId, version: nominationVersion }],
        reason,
      }),
    },
    review: {
      holds: 'units',
      input: ({ sentNominationId, sentNominationVersion }) => ({
        items: [{ nominationId: sentNominationId, version: sentNominationVersion }],
        act: 'check',
      }),
    },
    opinion: {
      holds: 'units',
      input: ({ checkedNominationId, checkedNominationVersion }) => ({
        items: [{ nominationId: checkedNominationId, version: checkedNominationVersion }],
        agrees: false,
        reason,
      }),
    },
    recheck: { holds: 'units', input: ({ nominationId }) => ({ nominationId }) },
    replay: { holds: 'units', input: ({ checkId }) => ({ checkId }) },
    showEvidence: { holds: 'units', input: ({ nominationId }) => ({ nominationId, reason }) },
    except: {
      holds: 'units',
      input: ({ nominationId, nominationVersion }) => ({
        nominationId,
        version: nominationVersion,
        criterion: 'education',
        number: '12-QĐ/TU',
        on: '2026-11-01',
        issuer: 'Ban Tổ chức Tỉnh ủy',
        reason,
      }),
    },
    // By which rule people of several units were ordered is the school's.
    allocations: { holds: 'school', input: ({ noticeId }) => ({ noticeId }) },
    allocate: {
      holds: 'units',
      input: ({ noticeId }) => ({ noticeId, rule: 'rank', criteria: ['signedFirst'] }),
    },
    moveUp: { holds: 'units', input: ({ noticeId }) => ({ noticeId, reason }) },
    roster: { holds: 'units', input: ({ noticeId }) => ({ noticeId, reason }) },
    setting: { holds: 'nobody', input: nothing },
    setSetting: {
      holds: 'nobody',
      input: () => ({ forbidsTwoCourses: true, commitment: 'Cam kết khác', version: 1 }),
    },
  },

  surveys: {
    forms: { holds: 'nobody', input: nothing },
    loadForms: { holds: 'nobody', input: nothing },
    // The list names nothing but classes, which everybody knows.
    formList: { holds: 'nobody', input: nothing },
    formVersion: { holds: 'nobody', input: ({ surveyVersionId }) => ({ versionId: surveyVersionId }) },
    makeForm: {
      holds: 'nobody',
      input: ({ surveyVersionId }) => ({ title: 'Mẫu mới', copyOf: surveyVersionId }),
    },
    nextVersion: { holds: 'nobody', input: ({ surveyVersionId }) => ({ versionId: surveyVersionId }) },
    saveDraft: {
      holds: 'nobody',
      input: ({ surveyDraftId }) => ({
        versionId: surveyDraftId,
        title: 'Mẫu mới',
        version: 1,
        definition: {
          sections: [{ title: 'A', questions: [{ kind: 'text', key: 'q1', text: 'Góp ý' }] }],
        },
      }),
    },
    publish: {
      holds: 'nobody',
      input: ({ surveyDraftId }) => ({ versionId: surveyDraftId, version: 1 }),
    },
    dropDraft: {
      holds: 'nobody',
      input: ({ surveyDraftId }) => ({ versionId: surveyDraftId, version: 1 }),
    },
    campaigns: { holds: 'everybody', input: () => page },
    campaign: { holds: 'school', input: ({ campaignId }) => ({ campaignId }) },
    open: {
      holds: 'everybody',
      input: ({ classId, surveyVersionId }) => ({
        classId,
        versionId: surveyVersionId,
        opensOn: '2026-11-24',
        closesOn: '2026-12-01',
        expected: 40,
      }),
    },
    change: {
      holds: 'school',
      input: ({ campaignId }) => ({
        campaignId,
        opensOn: '2026-03-06',
        closesOn: '2026-12-30',
        expected: 41,
        version: 1,
      }),
    },
    linksXlsx: {
      holds: 'school',
      input: ({ campaignId }) => ({ campaignId, links: ['https://thu-nghiem.vn/khao-sat/x'] }),
    },
    issue: { holds: 'school', input: ({ campaignId }) => ({ campaignId, links: 2 }) },
    close: { holds: 'school', input: ({ campaignId }) => ({ campaignId, version: 1 }) },
    withdraw: { holds: 'school', input: ({ campaignId }) => ({ campaignId, version: 1 }) },
    setting: { holds: 'nobody', input: nothing },
    setSetting: { holds: 'nobody', input: () => ({ opensItself: false, version: 1 }) },
    setSheetLength: { holds: 'nobody', input: () => ({ mostAsked: 12, version: 1 }) },
    results: { holds: 'school', input: ({ settledCampaignId }) => ({ campaignId: settledCampaignId }) },
    resultsXlsx: { holds: 'school', input: ({ settledCampaignId }) => ({ campaignId: settledCampaignId }) },
    quality: { holds: 'nobody', input: ({ settledCampaignId }) => ({ campaignId: settledCampaignId }) },
    evaluationSets: { holds: 'nobody', input: nothing },
    evaluationYear: { holds: 'nobody', input: () => ({ year: 2026 }) },
    // Programmes are known to all; no mark of a foreign campaign is told to a unit, which may not call at all.
    across: { holds: 'everybody', input: () => page },
    acrossChoices: { holds: 'nobody', input: nothing },
    acrossXlsx: { holds: 'everybody', input: () => ({}) },
    ratedLecturers: { holds: 'nobody', input: () => page },
    lecturerRatings: { holds: 'school', input: ({ lecturerId }) => ({ lecturerId }) },
    lecturerRatingsXlsx: { holds: 'school', input: ({ lecturerId }) => ({ lecturerId }) },
    myRatings: { holds: 'oneself', input: () => ({}) },
    sheet: { holds: 'nobody', input: () => ({ token: 'khong-phai-lien-ket-cua-ai' }) },
    answer: { holds: 'nobody', input: () => ({ token: 'khong-phai-lien-ket-cua-ai', answers: {} }) },
  },

  reports: {
    progress: { holds: 'everybody', input: ({ year }) => ({ year }) },
    progressXlsx: { holds: 'everybody', input: ({ year }) => ({ year }) },
    progressDocx: { holds: 'everybody', input: ({ year }) => ({ year }) },
  },
}
