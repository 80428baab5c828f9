import * as z from 'zod'
import { submit } from '../../../ui/submit.ts'
import { api } from '../../../ui/visit.ts'
import type { Route } from './+types/roster.ts'

/** Hands out the list of short profiles: a form that answers with a file. */
export const action = ({ context, request, params }: Route.ActionArgs) =>
  submit(request, z.object({ reason: z.string().default('') }), async ({ reason = '' }) => {
    const file = await api(context).nominations.roster({ noticeId: Number(params.noticeId), reason })
    return new Response(file.stream(), {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.name}"`,
      },
    })
  })
