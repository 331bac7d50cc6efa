export { countedAs, isCounted } from './counted.ts'
export { addToFacts, rebuildFacts, refold } from './fold.ts'
export { rebuildAllFacts } from './rebuild.ts'
export { recount } from './recount.ts'
