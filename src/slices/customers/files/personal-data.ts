import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import {
  isOfContacts,
  needlesOf,
  personalRows,
  redactMentions,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { findRows } from '../../../platform/db/row.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { discardFile } from './jobs.ts'
import { fileRecord } from './record.ts'
import { openFile } from './upload.ts'

const isGiven = sql<boolean>`f.purpose = 'attachment' and f.deleted_at is null`

export const personalData: PersonalData[] = [
  {
    label: defineText('files.personal-data.files', 'Files'),
    ...personalRows({
      from: 'files f',
      joins: joinMember('f.uploaded_by'),
      record: fileRecord.columns,
      columns: "encode(f.sha256, 'hex') as sha256, m.role as added_by",
      given: () => isGiven,
      effect: 'deleted',
    }),
    async *files(ctx, ids) {
      const { rows } = await sql<{ id: string; name: string }>`
        select f.id, f.name from files f where ${isOfContacts('f', ctx, ids)} and ${isGiven} order by f.id`.execute(
        ctx.db,
      )
      for (const { id, name } of rows) yield { name, open: async () => (await openFile(ctx, id)).read() }
    },
    async erase(ctx, ids, person) {
      for (const { id } of await findRows(ctx, 'files', ['id'], { contactId: ids })) await discardFile(ctx, id)
      await redactMentions(ctx, 'files', ['name'], needlesOf(person))
    },
  },
]
