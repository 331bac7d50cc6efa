export { describeKinds } from './event-kinds.ts'
