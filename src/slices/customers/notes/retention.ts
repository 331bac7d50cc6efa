import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { deleteRows } from '../../../platform/db/row.ts'
import { dropFromEvents } from '../../../platform/events/redact.ts'
import type { Retention } from '../../../platform/retention.ts'

const words = defineMessages('notes.retention', {
  label: 'Notes',
  detail: 'since they were last edited; pinned ones stay',
})

export const retention: Retention[] = [
  {
    kind: 'notes',
    label: say(words, 'label'),
    detail: say(words, 'detail'),
    days: 1825,
    table: 'notes',
    isExpired: ({ before, isFree }) => sql<boolean>`
      x.created_at < ${before} and x.updated_at < ${before} and not x.is_pinned and ${isFree('x.contact_id')}`,
    async remove(ctx, ids) {
      await dropFromEvents(ctx, ids, 'excerpt')
      await deleteRows(ctx, 'notes', ids)
    },
  },
]
