import { sql } from 'kysely'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { keysOf, without } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import {
  conflict,
  keptFor,
  readEdits,
  stripped,
  takeBack,
  tracesSince,
  type ImportedRecords,
  type Made,
  type UndoStep,
} from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { sourceColumns } from '../record.ts'
import { removeCompanies, rewriteCompanies } from '../store-many.ts'
import { findCompanyHolders } from '../store.ts'
import { readStates, type StoredState } from './states.ts'

const words = defineMessages('companies.undo', {
  parent: 'Another company belongs to it since.',
})

/** All that an import may have given a company but its name. */
const given = keysOf(without(sourceColumns, 'id', 'name', 'tagIds', 'fields', 'source'))

export const importedCompanies: ImportedRecords = {
  dependsOn: [],
  fills: ['company_facts'],
  async findMade(step, limit) {
    const { tx, workspaceId, importId } = step
    const traces = tracesSince(step, 'company_id', sql`c.id`, ['company.deleted', 'company.restored'])
    const { rows } = await sql<Made>`
      select c.id, c.name, coalesce(${keptFor(step, 'companies', 'c')}, case when exists (
          select from companies d where d.workspace_id = c.workspace_id and d.parent_id = c.id and d.import_id is distinct from ${importId})
        then ${refusal(words, 'parent')}::text end, ${traces}) as reason
      from companies c where c.workspace_id = ${workspaceId} and c.import_id = ${importId} order by c.id limit ${limit}`.execute(
      tx,
    )
    return rows
  },
  async remove({ tx, workspaceId }, companies) {
    const ids = companies.map(({ id }) => id)
    await sql`update companies set parent_id = null where workspace_id = ${workspaceId} and parent_id = any(${ids}::uuid[])`.execute(
      tx,
    )
    await removeEvents(tx, workspaceId, 'company', ids)
    await removeCompanies(tx, workspaceId, ids)
  },
  async keep(step, ids) {
    const edits = await readEdits(step, 'company.changed', ids)
    await rewrite(step, ids, company => stripped(company, given, edits.get(company.id)))
    await sql`update companies set import_id = null where workspace_id = ${step.workspaceId} and id = any(${ids}::uuid[])`.execute(
      step.tx,
    )
  },
  async restore(step, changes) {
    const ids = [...changes.keys()]
    const count = await rewrite(step, ids, company =>
      takeBack(step, 'company', company, company, changes.get(company.id)!),
    )
    await removeImportedEvents(step.tx, step.workspaceId, step.importId, ['company.changed'], ids)
    return count
  },
}

/** Sets companies to what `change` makes of them. A domain or source id that another company has by now is not given back. */
async function rewrite(
  step: UndoStep,
  ids: readonly string[],
  change: (company: StoredState) => StoredState,
): Promise<number> {
  const { tx, workspaceId, now } = step
  const companies = (await readStates(tx, workspaceId, ids, true)).map(change)
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
