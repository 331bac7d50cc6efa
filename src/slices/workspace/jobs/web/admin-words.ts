import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('jobs.permission', { jobs: 'jobs' })

export const actionWords = defineMessages('jobs.action', {
  'job.retried': 'Had jobs tried again',
  'job.discarded': 'Discarded a job',
})
