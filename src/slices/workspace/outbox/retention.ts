import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Retention } from '../../../platform/retention.ts'

const words = defineMessages('outbox.retention', {
  label: 'Mail that was sent',
  detail: 'with its text, since it was written',
})

export const retention: Retention[] = [
  {
    kind: 'mail',
    label: say(words, 'label'),
    detail: say(words, 'detail'),
    days: 365,
    table: 'outgoing_mail',
    isExpired: ({ before, isFreeAddress }) => sql<boolean>`
      x.created_at < ${before} and x.status in ('sent', 'failed') and ${isFreeAddress('x.to_address')}`,
  },
]
