import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import {
  handleNeedles,
  isOfContacts,
  mentions,
  personalRows,
  type PersonalData,
  type Person,
} from '../../../platform/personal-data.ts'
import { redactText } from '../../../platform/redact.ts'
import type { Ctx } from '../../../platform/context.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import { selectOf } from '../../../platform/record/fragments.ts'
import { dropFromEvents } from '../../../platform/events/redact.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { noteRecord } from './record.ts'
import { forgetOverwritten } from '../imports/public.ts'
import { rewriteNotes } from './store.ts'

const words = defineMessages('notes.personal-data', {
  notes: 'Notes',
})
const disclosed = selectOf(columnsFor(noteRecord.columns, 'personal'), 'n')

const ofContacts = personalRows({
  from: 'notes n',
  joins: joinMember('n.author_id'),
  columns: sql`${disclosed}, coalesce(m.role, n.source) as written_by`,
  effect: 'deleted',
})

export const personalData: PersonalData[] = [
  {
    name: 'notes',
    label: say(words, 'notes'),
    tables: ['notes'],
    ...ofContacts,
    async count(ctx, ids, person) {
      return { ...(await ofContacts.count(ctx, ids, person)), redacted: (await mentioning(ctx, ids, person)).length }
    },
    async erase(ctx, ids, person) {
      const { rows: erased } = await sql<{ id: string }>`
        delete from notes n where ${isOfContacts('n', ctx, ids)} returning n.id`.execute(ctx.db)
      const gone = erased.map(({ id }) => id)
      await forgetOverwritten(ctx, 'note', gone)
      const needles = handleNeedles(person.handles)
      const notes = await mentioning({ ...ctx, db: ctx.db }, ids, person)
      const redacted = notes.map(({ id, body }) => ({ id, body: redactText(body, needles) }))
      const others = notes.map(note => note.id)
      await rewriteNotes(ctx, redacted, ctx.now())
      await dropFromEvents(ctx, others, 'excerpt')
    },
  },
]

/** Notes on others that name an address or number of the person. */
async function mentioning(ctx: Ctx, ids: string[], person: Person): Promise<{ id: string; body: string }[]> {
  const { rows } = await sql<{ id: string; body: string }>`
    select n.id, n.body from notes n where n.workspace_id = ${ctx.workspaceId} and not coalesce(n.contact_id = any(${ids}::uuid[]), false)
      and ${mentions(sql`n.body`, handleNeedles(person.handles))}`.execute(ctx.db)
  return rows
}
