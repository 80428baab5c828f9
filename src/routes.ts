import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page's address, one line each. The last line catches what no page answers. */
export default [
  index('ui/pages/start.page.tsx'),
  route('tim', 'ui/pages/search.page.tsx'),
  route('ngon-ngu', 'ui/pages/language.ts'),
  route('*', 'ui/pages/unknown.page.tsx'),
] satisfies RouteConfig
