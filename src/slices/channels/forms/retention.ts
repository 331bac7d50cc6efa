import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Retention } from '../../../platform/retention.ts'
import { discardFile } from '../../customers/files/public.ts'
import { removeSubmissions } from './store.ts'

const words = defineMessages('forms.retention', {
  label: 'Answers of forms',
  detail: 'since they were sent; the contact stays',
})

export const retention: Retention[] = [
  {
    kind: 'submissions',
    label: say(words, 'label'),
    detail: say(words, 'detail'),
    days: 365,
    table: 'form_submissions',
    isExpired: ({ before, isFree }) => sql<boolean>`x.created_at < ${before} and ${isFree('x.contact_id')}`,
    async remove({ db, workspaceId }, ids) {
      const fileIds = await removeSubmissions({ db, workspaceId }, ids)
      for (const fileId of fileIds) await discardFile({ db, workspaceId }, fileId)
    },
  },
]
