export { dropFile, filesOf, keepFile, takeFile } from './keep.ts'
export { type Layout, letterHead, letterTemplate, shippedTemplate } from './templates.ts'
