export { mentionsOf, plainText } from './note.ts'
