export { begins, considered, searchByName } from './find-named.ts'
export type { Searched } from './searched.ts'
