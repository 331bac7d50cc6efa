export { addToFacts, rebuildFacts, refold } from './fold.ts'
