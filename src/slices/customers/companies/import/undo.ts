import { sql } from 'kysely'
import { defineText, stored } from '../../../../kernel/messages.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { removingWithFacts } from '../../facts/public.ts'
import { importedSourced } from '../../imports/public.ts'
import { companyEvents } from '../events.ts'
import { companyRecord } from '../record.ts'
import { sourcedCompanies } from './sourced.ts'

const hasSubsidiary = defineText('companies.undo.parent', 'Another company belongs to it since.')

export const importedCompanies = importedSourced(sourcedCompanies, {
  events: companyEvents,
  about: 'company',
  dependsOn: [],
  fills: ['company_facts'],
  reason: ({ importId }) => sql`case when exists (
      select from companies d where d.workspace_id = c.workspace_id and d.parent_id = c.id and d.import_id is distinct from ${importId})
    then ${stored(hasSubsidiary)}::text end`,
  async remove(tenant, ids) {
    await updateRows(tenant, 'companies', { parentId: ids }, { parentId: null })
    await removingWithFacts(companyRecord)(tenant, ids)
  },
})
