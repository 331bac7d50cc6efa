export { mergeContacts, type MergeActor, type MergeRequest } from './commands/merge-contacts.ts'
export { unmergeContacts } from './commands/unmerge-contacts.ts'
export { candidateColumns, chooseSurvivor, type Candidate } from './merge.ts'
export { readEdges } from './store.ts'
