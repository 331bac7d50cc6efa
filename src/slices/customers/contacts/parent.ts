import { sql, type RawBuilder } from 'kysely'
import { AppError, invalidField } from '../../../kernel/errors.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { findCompanies, joinCompany, noCompany } from '../companies/public.ts'
import { noContact } from './contact.ts'
import { getContactKey } from './queries.ts'
import { askedAndRoot, joinRoot } from './root.ts'

const words = defineMessages('contacts.parent', {
  oneParent: 'Give a contact or a company, not both.',
  someParent: 'Give the contact or the company that it belongs to.',
  recordId: 'Use the id of a record.',
})

/** The contact or company that a note, a task or a file belongs to. */
export interface Parent {
  contactId: string | null
  companyId: string | null
  name: string
  /** Page of the parent in the app. */
  link: string
  /** What the events of the record carry: those of a contact stand on the timeline of its company too. */
  eventKeys: { contactId: string | null; companyId: string | null }
}

/**
 * The contact or the company, if it is not in the bin and the actor may see it. A merged contact keeps what is written for
 * it; its name and page are those of the survivor.
 */
export async function getParent(
  ctx: Ctx,
  of: { contactId?: string | null; companyId?: string | null },
): Promise<Parent> {
  if (of.contactId && of.companyId) throw invalidField('companyId', say(words, 'oneParent'))
  if (of.contactId) {
    const { rows } = await sql<{ id: string; name: string; companyId: string | null }>`
      select c.id, c.name, c.company_id
      from ${askedAndRoot}
      where asked.workspace_id = ${ctx.workspaceId} and asked.id = ${of.contactId}
      and c.deleted_at is null and c.erased_at is null and ${isVisible(ctx, 'c')}`.execute(ctx.db)
    const row = rows[0]
    if (!row) throw noContact()
    return {
      contactId: of.contactId,
      companyId: null,
      name: row.name,
      link: `/contacts/${row.id}`,
      eventKeys: { contactId: of.contactId, companyId: row.companyId },
    }
  }
  if (!of.companyId) throw invalidField('contactId', say(words, 'someParent'))
  const [row] = await findCompanies(ctx, [of.companyId])
  if (!row) throw noCompany()
  return {
    contactId: null,
    companyId: row.id,
    name: row.name,
    link: `/companies/${row.id}`,
    eventKeys: { contactId: null, companyId: row.id },
  }
}

/** Joins the parent of the records `alias`: `pc` the surviving contact, `pco` the company. */
export function parentJoins(alias: string): RawBuilder<unknown> {
  return sql`${joinRoot(`${alias}.contact_id`, 'pc')} ${joinCompany(`${alias}.company_id`, 'pco')}`
}

/** Whether the actor may see the joined parent; false for a record without one, unless the actor sees all. */
export function isParentVisible(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  return sql<boolean>`coalesce(${isVisible(ctx, 'pc')} or ${isVisible(ctx, 'pco')}, false)`
}

/** Keys of a list query that `parentFilters` reads. */
export const parentFilterKeys: ReadonlySet<string> = new Set(['filter[contactId]', 'filter[companyId]'])

/** Conditions for the parents that a list asks for. A contact stands for all that were merged into it. */
export async function parentFilters(
  ctx: Ctx,
  alias: string,
  query: Record<string, unknown>,
): Promise<RawBuilder<boolean>[]> {
  const record = sql.id(alias)
  const contactId = readId(query, 'filter[contactId]')
  const companyId = readId(query, 'filter[companyId]')
  const where: RawBuilder<boolean>[] = []
  if (contactId !== null) {
    const ids = await idsOf(ctx, contactId)
    where.push(
      ids.length === 1
        ? sql<boolean>`${record}.contact_id = ${ids[0]}`
        : sql<boolean>`${record}.contact_id = any(${ids}::uuid[])`,
    )
  }
  if (companyId !== null) where.push(sql<boolean>`${record}.company_id = ${companyId}`)
  return where
}

async function idsOf(ctx: Ctx, contactId: string): Promise<string[]> {
  try {
    return (await getContactKey(ctx, contactId)).ids
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return []
    throw error
  }
}

function readId(query: Record<string, unknown>, key: string): string | null {
  if (query[key] === undefined) return null
  const parsed = id.safeParse(query[key])
  if (!parsed.success) throw invalidField(key, say(words, 'recordId'))
  return parsed.data
}
