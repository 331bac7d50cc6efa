export { scheduleReminder } from './jobs.ts'
