import type { Ctx } from '../../server/ctx.ts'
import * as store from './store.ts'

export { nomineesImporter } from './importer.ts'
export { checkProfiles, modeWritten, programmeWritten } from './profiles.ts'
export { ofPart, sayVerdict } from './say.ts'
export { nominationsService } from './service.ts'

/**
 * Who was admitted to a class and is not enrolled yet: for the module that enrols them. The caller's walls hold; who reaches the
 * whole school sees all.
 */
export async function admittedOf(
  ctx: Ctx,
  classId: number,
): Promise<{ nominationId: number; personId: number; unitId: number }[]> {
  return (await store.admitted(ctx.db, classId))
    .filter((one) => !one.isEnrolled)
    .map(({ nominationId, personId, unitId }) => ({ nominationId, personId, unitId }))
}

/** Says that these admitted people were enrolled: from then on an admission is not taken back here. */
export async function markEnrolled(ctx: Ctx, nominationIds: readonly number[]): Promise<void> {
  const ids = (await store.files(ctx.db, nominationIds, ctx.scope, ctx.today, true))
    .filter((one) => one.state === 'admitted' && !one.isEnrolled)
    .map((one) => one.id)
  await store.setAll(ctx.db, ids, { enrolled_at: ctx.now })
  await store.addSteps(ctx.db, ids, { kind: 'enrolled', by: ctx.actor?.accountId ?? null, reason: null })
}
