import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import {
  findMentions,
  isOfContacts,
  needlesOf,
  personalRows,
  redactMentions,
  type PersonalData,
  type Person,
} from '../../../platform/personal-data.ts'
import type { Ctx } from '../../../platform/context.ts'
import { dropFromEvents } from '../../../platform/events/redact.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { noteRecord } from './record.ts'
import { forgetOverwritten } from '../imports/public.ts'

const ofContacts = personalRows({
  from: 'notes n',
  joins: joinMember('n.author_id'),
  record: noteRecord.columns,
  columns: 'coalesce(m.role, n.source) as written_by',
  effect: 'deleted',
})

export const personalData: PersonalData[] = [
  {
    label: defineText('notes.personal-data.notes', 'Notes'),
    ...ofContacts,
    async count(ctx, ids, person) {
      return { ...(await ofContacts.count(ctx, ids, person)), redacted: (await mentioning(ctx, ids, person)).length }
    },
    async erase(ctx, ids, person) {
      const { rows: erased } = await sql<{ id: string }>`
        delete from notes n where ${isOfContacts('n', ctx, ids)} returning n.id`.execute(ctx.db)
      const gone = erased.map(({ id }) => id)
      await forgetOverwritten(ctx, 'note', gone)
      const named = await mentioning(ctx, ids, person)
      await redactMentions(ctx, 'notes', ['body'], needlesOf(person))
      await dropFromEvents(
        ctx,
        named.map(({ id }) => id),
        'excerpt',
      )
    },
  },
]

/** Notes on others that name the person, or an address or number of theirs. */
async function mentioning(ctx: Ctx, ids: string[], person: Person) {
  const named = await findMentions(ctx, 'notes', ['body'], needlesOf(person), ['id', 'contactId'])
  return named.filter(({ contactId }) => contactId === null || !ids.includes(contactId))
}
