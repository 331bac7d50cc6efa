import { sql } from 'kysely'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { keysOf, without, type Stored } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import { lockRecords } from '../../../../platform/record/statements.ts'
import { removingWithFacts } from '../../facts/public.ts'
import { conflict, importedRecords, type UndoStep } from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { companyRecord, sourceColumns } from '../record.ts'
import { orphan, rewriteCompanies } from '../store-many.ts'
import { findCompanyHolders } from '../store.ts'

type StoredState = Stored<typeof sourceColumns>

const words = defineMessages('companies.undo', {
  parent: 'Another company belongs to it since.',
})

export const importedCompanies = importedRecords<StoredState>({
  record: companyRecord,
  dependsOn: [],
  fills: ['company_facts'],
  given: keysOf(without(sourceColumns, 'id', 'name', 'tagIds', 'fields', 'source')),
  reason: ({ importId }) => sql`case when exists (
      select from companies d where d.workspace_id = c.workspace_id and d.parent_id = c.id and d.import_id is distinct from ${importId})
    then ${refusal(words, 'parent')}::text end`,
  async remove(tx, workspaceId, ids) {
    await orphan(tx, workspaceId, ids)
    await removingWithFacts(companyRecord)(tx, workspaceId, ids)
  },
  rewrite,
})

/** Sets companies to what `change` makes of them. A domain or source id that another company has by now is not given back. */
async function rewrite(
  step: UndoStep,
  ids: readonly string[],
  change: (company: StoredState) => StoredState,
): Promise<number> {
  const { tx, workspaceId, now } = step
  const companies = (await lockRecords(tx, workspaceId, 'companies', sourceColumns, ids)).map(change)
  const holders = await findCompanyHolders(tx, workspaceId, companies)
  const rewritten = companies.map(company => {
    const others = holders.filter(holder => holder.id !== company.id)
    const isDomainTaken = company.domain !== null && others.some(({ domain }) => domain === company.domain)
    const isSourceTaken = others.some(
      ({ source, sourceId }) => source === company.source && sourceId === company.sourceId,
    )
    if (isDomainTaken) conflict(step, 'company', company.id, company.name, 'domain')
    return {
      ...company,
      sortName: fold(company.name),
      searchText: searchText(company),
      domain: isDomainTaken ? null : company.domain,
      sourceId: isSourceTaken ? null : company.sourceId,
    }
  })
  await rewriteCompanies(tx, workspaceId, rewritten, now)
  return companies.length
}
