import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { forgets } from '../../../platform/db/guard/guard.ts'
import type { Retention } from '../../../platform/retention.ts'

const words = defineMessages('audit.retention', {
  label: 'Who read which contact',
  detail: 'entries of the audit log about reading',
})

export const retention: Retention[] = [
  {
    kind: 'reads',
    label: say(words, 'label'),
    detail: say(words, 'detail'),
    days: 1095,
    table: 'audit_entries',
    isExpired: ({ before, isFree }) => sql<boolean>`
      x.at < ${before} and x.action like '%.read' and ${isFree('x.subject_id')}`,
    async remove({ db, workspaceId }, ids) {
      const removal = sql`${sql.raw(forgets)}
        delete from audit_entries where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`
      await removal.execute(db)
    },
  },
]
