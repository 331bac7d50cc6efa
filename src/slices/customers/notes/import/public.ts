export { importNotesOf } from './write-notes.ts'
