import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page's address, one line each. The last line catches what no page answers. */
export default [
  index('modules/coordination/web/start.page.tsx'),
  route('tim', 'ui/pages/search.page.tsx'),
  route('ngon-ngu', 'ui/pages/language.ts'),
  route('dang-nhap', 'modules/access/web/sign-in.page.tsx'),
  route('dang-xuat', 'modules/access/web/sign-out.ts'),
  route('quen-mat-khau', 'modules/access/web/forgotten.page.tsx'),
  route('dat-mat-khau', 'modules/access/web/set-password.page.tsx'),
  route('thiet-lap', 'modules/access/web/set-up.page.tsx'),
  route('tai-khoan', 'modules/access/web/mine.page.tsx'),
  route('quan-tri/tai-khoan', 'modules/access/web/accounts.page.tsx'),
  route('quan-tri/tai-khoan/moi', 'modules/access/web/new-account.page.tsx'),
  route('quan-tri/tai-khoan/:accountId', 'modules/access/web/account.page.tsx'),
  route('quan-tri/quyen', 'modules/access/web/matrix.page.tsx'),
  route('nhat-ky', 'modules/record/web/record.page.tsx'),
  route('lop', 'modules/classes/web/classes.page.tsx'),
  route('lop/moi', 'modules/classes/web/new-class.page.tsx'),
  route('lop/:classId', 'modules/classes/web/class.page.tsx'),
  route('lop/:classId/sua', 'modules/classes/web/edit-class.page.tsx'),
  route('nhap', 'modules/exchange/web/imports.page.tsx'),
  route('nhap/:runId', 'modules/exchange/web/import.page.tsx'),
  route('bao-cao/ke-hoach', 'modules/reports/web/progress.page.tsx'),
  route('*', 'ui/pages/unknown.page.tsx'),
] satisfies RouteConfig
