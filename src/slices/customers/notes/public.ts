export { mentionsOf, plainText } from './note.ts'
export { insertNotes, removeNotes, rewriteNotes, type NewNote } from './store.ts'
