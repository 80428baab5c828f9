import type { Api } from '../../../api.ts'
import type { RoundChoices } from './round-fields.tsx'

/** What a round may offer and whom it may ask: programmes in use, and the units of today. */
export async function roundChoices(api: Api): Promise<RoundChoices> {
  const [programmes, tree] = await Promise.all([
    api.programmes.list({ size: 100, period: 'inUse' }),
    api.units.tree({}),
  ])
  return {
    programmes: programmes.rows.map(({ id, name }) => ({ id, name })),
    units: tree.nodes
      .filter((node) => node.kind !== 'province' && node.kind !== 'school')
      .map(({ id, fullName }) => ({ id, name: fullName })),
  }
}
