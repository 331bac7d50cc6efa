import { sql, type RawBuilder } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { removeMailTo } from '../../../platform/mail/outgoing-mail.ts'
import {
  erased,
  mentions,
  needlesOf,
  personalRows,
  type Person,
  type PersonalData,
} from '../../../platform/personal-data.ts'

export const personalData: PersonalData[] = [
  {
    label: defineText('outbox.personal-data.mailThatWasSent', 'Mail that was sent'),
    ...personalRows({
      from: 'outgoing_mail m',
      columns: 'm.to_address, m.subject, m.text, m.status, m.created_at, m.sent_at',
      own: (ctx, _ids, person) => isToPerson(ctx, person),
      effect: 'deleted',
    }),
    name: 'mails',
    async erase(ctx, _ids, person) {
      await removeMailTo(ctx, addressesOf(person))
      const needles = needlesOf(person)
      const isTold = sql<boolean>`${mentions(sql`m.subject`, needles)} or ${mentions(sql`m.text`, needles)} or ${mentions(sql`m.error`, needles)}`
      await sql`delete from outgoing_mail m
        where m.workspace_id = ${ctx.workspaceId} and m.status <> 'sent' and (${isTold})`.execute(ctx.db)
      await sql`
        update outgoing_mail m set subject = ${erased}, text = '', html = null, headers = '{}', error = null
        where m.workspace_id = ${ctx.workspaceId} and (${isTold})`.execute(ctx.db)
    },
  },
]

function addressesOf({ handles }: Person): string[] {
  return handles.filter(({ kind }) => kind === 'email').map(({ normal }) => normal)
}

function isToPerson(ctx: Ctx, person: Person): RawBuilder<boolean> {
  return sql<boolean>`m.workspace_id = ${ctx.workspaceId} and lower(m.to_address) = any(${addressesOf(person)}::text[])`
}
