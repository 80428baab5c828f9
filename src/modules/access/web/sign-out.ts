import { redirect } from 'react-router'
import { visit } from '../../../ui/visit.ts'
import type { Route } from './+types/sign-out.ts'
import { withCookies } from './auth-answer.ts'

export const loader = () => redirect('/')

export const action = async ({ context }: Route.ActionArgs) =>
  withCookies(await visit(context).askAuth('/sign-out', {}), '/dang-nhap')
