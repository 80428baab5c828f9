import { api } from '../../../ui/visit.ts'
import type { Route } from './+types/links-xlsx.ts'

/** The links that were just shown, as a workbook: they are kept nowhere, so the page sends them along. */
export const action = async ({ context, request, params }: Route.ActionArgs) => {
  const links = String((await request.formData()).get('links') ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const found = await api(context).surveys.linksXlsx({ campaignId: Number(params.campaignId), links })
  return new Response(found, {
    headers: { 'Content-Type': found.type, 'Content-Disposition': `attachment; filename="${found.name}"` },
  })
}
