export { dropFile, filesOf, keepFile, takeFile } from './keep.ts'
