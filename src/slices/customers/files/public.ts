export { discardFile } from './jobs.ts'
export { storeGenerated } from './store-generated.ts'
export { openFile, storeUpload, type UploadOptions } from './upload.ts'
export type { FilePurpose, StoredFile } from './store.ts'
