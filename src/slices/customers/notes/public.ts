export { mentionsOf, plainText } from './note.ts'
export type { NewNote } from './record.ts'
export { insertNotes, removeNotes, rewriteNotes } from './store.ts'
