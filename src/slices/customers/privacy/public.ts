export { findErased } from '../../../platform/erased-handles.ts'
export { replayErasures } from './replay.ts'
