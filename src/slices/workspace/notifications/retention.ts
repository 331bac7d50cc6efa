import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Retention } from '../../../platform/retention.ts'

const words = defineMessages('notifications.retention', {
  label: 'Notifications of members',
  detail: 'since they came',
})

export const retention: Retention[] = [
  {
    kind: 'notifications',
    label: say(words, 'label'),
    detail: say(words, 'detail'),
    days: 180,
    table: 'notifications',
    isExpired: ({ before }) => sql<boolean>`x.created_at < ${before}`,
  },
]
