export { insertWorkspace, mergeSettings, readFurtherSettings } from './store.ts'
