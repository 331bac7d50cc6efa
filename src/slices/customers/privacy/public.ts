export { findErased } from '../../../platform/erased-handles.ts'
export { replayErasures } from './replay.ts'
export { noteRequest, type NotedRequest } from './commands/note-request.ts'
