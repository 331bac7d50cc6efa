import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import { updateRows } from '../../../platform/db/row.ts'
import { eraseParkedErrors } from '../../../platform/events/redact.ts'
import {
  mentions,
  needlesOf,
  personalRows,
  redactMentions,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { hasColumn } from '../../../platform/record/record-kind.ts'
import type { Ctx } from '../../../platform/context.ts'
import { joinMember } from '../../workspace/members/public.ts'

/** What facts are counted from, and what tells an order; all else of an event is of the person. */
const keptKeys = ['orderId', 'returnId', 'number', 'amount', 'currency', 'baseAmount', 'baseAmountChange', 'itemCount']

/** What happened to records that may hang on nobody: notes, tasks, files, and what these are written on. */
function isOfOthers({ app }: Ctx) {
  const kinds = app.records.filter(kind => kind.linked !== undefined || hasColumn(kind, 'subjectId'))
  const names = kinds.map(({ name }) => name)
  const counted = app.events.flatMap(({ kind, declaration }) => (declaration.counts ? kind : []))
  return sql`and t.subject_type = any(${names}::text[]) and t.kind <> all(${counted}::text[])`
}

/**
 * Events stay as bare facts: when, of what kind, over which channel. Sums and counts are folded from them. A sender's own
 * id of an event stays as well, so that the same event is not taken in again, unless it names the person.
 */
export const personalData: PersonalData[] = [
  {
    last: 1,
    again: true,
    label: defineText('timeline.personal-data.timeline', 'Timeline'),
    ...personalRows({
      from: 'events e',
      joins: joinMember('e.actor_id'),
      columns:
        'e.kind, e.channel, e.occurred_at, e.recorded_at, case when m.id is null then e.actor_kind else m.role end as done_by, e.data',
      effect: 'redacted',
      why: 'counts',
    }),
    tables: ['events', 'event_batches', 'parked_events'],
    async erase(ctx, ids, person) {
      const isTheirs = sql<boolean>`e.workspace_id = ${ctx.workspaceId} and (e.contact_id = any(${ids}::uuid[]) or e.subject_id = any(${ids}::uuid[]))`
      await eraseParkedErrors(ctx, sql`select e.id from events e where ${isTheirs}`)
      await sql`
        update events e set data = (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(e.data) d
          where e.kind ~ '^(order|return)[.]' and d.key = any(${keptKeys}::text[]))
        where ${isTheirs} and e.data <> '{}'`.execute(ctx.db)
      await redactMentions(ctx, 'events', ['data'], needlesOf(person), ['id'], isOfOthers(ctx))
      const isNamed = mentions(sql`e.source_key`, needlesOf(person))
      const { rows } = await sql<{ id: string; sourceKey: string }>`
        select e.id, e.source_key from events e where ${isTheirs} and ${isNamed}`.execute(ctx.db)
      for (const { id, sourceKey: key } of rows) {
        const sourceKey = `erased:${createHash('sha256').update(key).digest('hex')}`
        await updateRows(ctx, 'events', id, { sourceKey })
      }
    },
  },
]
