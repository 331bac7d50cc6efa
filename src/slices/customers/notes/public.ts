export { mentionsOf, plainText } from './note.ts'
export { insertNotes, type NewNote } from './store.ts'
