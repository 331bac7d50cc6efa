export { readRates } from './rates.ts'
export { insertWorkspace, mergeSettings, readFurtherSettings } from './store.ts'
