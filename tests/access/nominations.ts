import type { Api } from '../../src/api.ts'
import type { World } from '../world.ts'

/** What the examples of nominations speak of, for one unit that is asked. */
export type NominationIds = {
  noticeId: number
  noticeVersion: number
  draftNoticeId: number
  candidateId: number
  nominationId: number
  nominationVersion: number
  sentNominationId: number
  sentNominationVersion: number
  checkedNominationId: number
  checkedNominationVersion: number
  checkId: number
}

/** A notice that asks one unit, with nominations in every open state; what it says carries `mark`, a draft notice `hidden`. */
export async function nominationsOf(
  { rows }: World,
  office: Api,
  {
    unitId,
    mark,
    hidden,
    programmeId,
  }: { unitId: number; mark: string; hidden: string; programmeId: number },
): Promise<NominationIds> {
  const aClass = async (code: string) =>
    (
      await office.classes.open({
        code,
        name: `Lớp chiêu sinh ${unitId}`,
        programmeId,
        opensOn: '2027-01-04',
        closesOn: '2027-06-30',
        basis: 'plan',
      })
    ).id
  const aNotice = async (code: string, text: string) => {
    const made = await office.nominations.makeNotice({
      classId: await aClass(code),
      deadlineOn: '2026-12-15',
      sendsOn: '2026-12-20',
      seats: 2,
      standards: text,
      note: text,
    })
    return office.nominations.setQuotas({
      noticeId: made.id,
      version: made.version,
      quotas: [{ unitId, seats: 6 }],
    })
  }
  const draft = await aNotice(`CSN${unitId}`, hidden)
  const notice = await aNotice(`CS${unitId}`, mark)
  const noticeId = notice.id
  await office.nominations.issueNotice({ noticeId, version: notice.version })
  const aPerson = async (name: string) =>
    (
      await office.people.make({
        code: `CS${unitId}${name}`.toUpperCase(),
        fullName: `Lê ${mark} ${name}`,
        born: '19/05/1985',
        sex: 'male',
        unitId,
        title: `${mark} Phó Trưởng phòng`,
        fromOn: '2020-01-01',
      })
    ).id
  const nominated = async (name: string) =>
    (await office.nominations.nominate({ noticeId, unitId, personId: await aPerson(name), note: mark })).id
  const [nominationId, sentNominationId, checkedNominationId, waitingId] = [
    await nominated('Lap'),
    await nominated('Gui'),
    await nominated('Kiem'),
    await nominated('Cho'),
  ]
  const versionOf = async (id: number) =>
    (await rows<{ version: number }>('select version from nomination where id = $1', [id]))[0]?.version ?? 0
  const item = async (id: number) => ({ nominationId: id, version: await versionOf(id) })
  await office.nominations.sign({
    items: [await item(sentNominationId), await item(checkedNominationId), await item(waitingId)],
    commitment: `${mark} cam kết`,
  })
  await office.nominations.review({
    items: [await item(checkedNominationId), await item(waitingId)],
    act: 'check',
  })
  await office.nominations.review({ items: [await item(waitingId)], act: 'wait' })
  await office.nominations.allocate({ noticeId, rule: 'lot', seed: `${hidden} 4711` })
  const [check] = await rows<{ id: number }>('select check_id as id from nomination where id = $1', [
    nominationId,
  ])
  const [version] = await rows<{ version: number }>('select version from admission_notice where id = $1', [
    noticeId,
  ])
  return {
    noticeId,
    noticeVersion: version?.version ?? 0,
    draftNoticeId: draft.id,
    candidateId: await aPerson('Moi'),
    nominationId,
    nominationVersion: await versionOf(nominationId),
    sentNominationId,
    sentNominationVersion: await versionOf(sentNominationId),
    checkedNominationId,
    checkedNominationVersion: await versionOf(checkedNominationId),
    checkId: check?.id ?? 0,
  }
}
