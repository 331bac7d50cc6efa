import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows, updateRows } from '../../../platform/db/row.ts'
import { columnsFor, only, without, withoutReferences } from '../../../kernel/record/record.ts'
import { personalRows, type PersonalData } from '../../../platform/personal-data.ts'
import { erasedSet, selectOf } from '../../../platform/record/fragments.ts'
import { sortNameOf } from '../../../platform/record/given-name.ts'
import { joinCompany } from '../companies/public.ts'
import { erasedName } from './contact.ts'
import { contactRecord } from './record.ts'
import { isRoot } from './root.ts'
import { joinFacts } from '../facts/public.ts'
import { tagNames } from '../tags/public.ts'

const words = defineMessages('contacts.personal-data', {
  details: 'Details',
  addressesNumbersAndNames: 'Addresses, numbers and names',
})

const { columns } = contactRecord
const personal = without(columnsFor(columns, 'personal'), 'name', 'sortName', 'searchText')
const disclosed = selectOf(
  {
    ...only(columns, 'name'),
    ...withoutReferences(personal),
    ...only(columns, 'lifecycle', 'source', 'createdAt', 'updatedAt', 'mergedInto'),
  },
  'c',
)
const emptied = erasedSet(personal)

const contacts: PersonalData = {
  last: 3,
  label: say(words, 'details'),
  ...personalRows({
    from: 'contacts c',
    joins: sql`${joinCompany('c.company_id')} left ${joinFacts('contact')}`,
    columns: sql`${disclosed}, co.name as company, ${tagNames('c.tag_ids')} as tags, f.orders, f.order_amount, f.returns,
      f.return_amount, f.touchpoints, f.first_touch_at, f.last_touch_at`,
    own: (ctx, ids) => sql<boolean>`c.workspace_id = ${ctx.workspaceId} and c.id = any(${ids}::uuid[])`,
    effect: 'redacted',
    why: 'counts',
  }),
  tables: ['contacts', 'contact_facts'],
  async erase(ctx, ids) {
    const named = sql`name = ${erasedName}, sort_name = ${sortNameOf(erasedName)}, search_text = ''`
    await sql`
      update contacts set ${emptied}, ${named}, version = version + 1, updated_at = ${ctx.now()}
      where workspace_id = ${ctx.workspaceId}
      and id = any(${ids}::uuid[]) and (search_text <> '' or name <> ${erasedName})`.execute(ctx.db)
  },
}

const handles: PersonalData = {
  last: 2,
  label: say(words, 'addressesNumbersAndNames'),
  ...personalRows({
    from: 'handles h',
    columns:
      'h.contact_id, h.kind, h.value, h.label, h.is_primary, h.verified_at, h.source, h.created_at, h.deleted_at',
    effect: 'deleted',
  }),
}

/** What these contacts are called, unless they were erased. */
export function readNames(tenant: Tenant, ids: readonly string[]) {
  return findRows(tenant, 'contacts', ['name', 'firstName', 'lastName'], ids, sql`and search_text <> ''`)
}

/** Which of these names, by the key that they are sorted by, are those of contacts. */
export async function findNamesTaken({ db, workspaceId }: Tenant, sortNames: string[]): Promise<string[]> {
  const { rows } = await sql<{ sortName: string }>`
    select distinct c.sort_name from contacts c
    where c.workspace_id = ${workspaceId} and c.sort_name = any(${sortNames}::text[]) and c.deleted_at is null
      and ${isRoot('c')}`.execute(db)
  return rows.map(row => row.sortName)
}

/** From here on nobody finds or changes the contacts, and nothing that comes is taken for theirs. */
export async function markErased(tenant: Tenant, ids: string[], erasedAt: Date): Promise<void> {
  await updateRows(tenant, 'contacts', { id: ids, erasedAt: null }, { erasedAt })
  await updateRows(tenant, 'handles', { contactId: ids, isIdentifying: true }, { isIdentifying: false })
}

export const personalData = [handles, contacts]
