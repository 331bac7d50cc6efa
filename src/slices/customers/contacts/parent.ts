import { sql, type RawBuilder } from 'kysely'
import { AppError, invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { readValue } from '../../../platform/list/filter.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { findCompanies, noCompany } from '../companies/public.ts'
import { noContact } from './contact.ts'
import { getContactKey } from './queries.ts'
import { askedAndRoot } from './root.ts'

const words = defineMessages('contacts.parent', {
  oneParent: 'Give a contact or a company, not both.',
  someParent: 'Give the contact or the company that it belongs to.',
})

interface Named {
  contactId?: string | null
  companyId?: string | null
}

/** What a note, a task or a file is attached to. */
export interface Parent {
  contactId: string | null
  companyId: string | null
  /** The company of the contact. */
  contactCompanyId: string | null
  name: string
  /** Page of the parent in the app. */
  link: string
}

interface FoundContact {
  /** As it was asked for. */
  id: string
  /** Those of the contact that it belongs to now. */
  rootId: string
  name: string
  companyId: string | null
  isErased: boolean
}

/** Those of these contacts that are there, not in the bin, and the actor's to see. */
export async function findContacts(ctx: Ctx, ids: readonly string[]): Promise<FoundContact[]> {
  const { rows } = await sql<FoundContact>`
    select asked.id, c.id as root_id, c.name, c.company_id, c.erased_at is not null as is_erased from ${askedAndRoot}
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = any(${ids}::uuid[])
      and c.deleted_at is null and ${isVisible(ctx, 'c')}`.execute(ctx.db)
  return rows
}

/**
 * The contact or the company, if it is not in the bin and the actor may see it. A merged contact keeps what is written for
 * it; its name and page are those of the survivor.
 */
export async function getParent(ctx: Ctx, { contactId, companyId }: Named): Promise<Parent> {
  if (contactId && companyId) throw invalidField('companyId', say(words, 'oneParent'))
  if (contactId) {
    const [row] = await findContacts(ctx, [contactId])
    if (!row || row.isErased) throw noContact()
    const { rootId, name, companyId: contactCompanyId } = row
    return { contactId, companyId: null, contactCompanyId, name, link: `/contacts/${rootId}` }
  }
  if (!companyId) throw invalidField('contactId', say(words, 'someParent'))
  const [row] = await findCompanies(ctx, [companyId])
  if (!row) throw noCompany()
  return { contactId: null, companyId, contactCompanyId: null, name: row.name, link: `/companies/${companyId}` }
}

const noParent = { contactId: null, companyId: null, contactCompanyId: null }

/** As `getParent`; of what need not be attached to anything. */
export async function findParent(ctx: Ctx, named: Named): Promise<Parent | typeof noParent> {
  return named.contactId || named.companyId ? getParent(ctx, named) : noParent
}

/**
 * That the column `of` is the contact which a list asks for, or one that was merged into it; of a contact that may not be
 * seen there is nothing.
 */
export async function contactFilter(
  ctx: Ctx,
  of: string,
  query: Record<string, unknown>,
): Promise<RawBuilder<boolean>[]> {
  const column = sql.ref(of)
  const asked = readId(query, 'filter[contactId]')
  if (asked === null) return []
  try {
    const { ids } = await getContactKey(ctx, asked)
    return [ids.length === 1 ? sql<boolean>`${column} = ${ids[0]}` : sql<boolean>`${column} = any(${ids}::uuid[])`]
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return [sql<boolean>`false`]
    throw error
  }
}

/** The same for the contact or the company that something is attached to. */
export async function parentFilters(
  ctx: Ctx,
  alias: string,
  query: Record<string, unknown>,
): Promise<RawBuilder<boolean>[]> {
  const companyId = readId(query, 'filter[companyId]')
  const ofCompany = companyId === null ? [] : [sql<boolean>`${sql.ref(`${alias}.company_id`)} = ${companyId}`]
  return [...(await contactFilter(ctx, `${alias}.contact_id`, query)), ...ofCompany]
}

function readId(query: Record<string, unknown>, key: string): string | null {
  const asked = query[key]
  return asked === undefined ? null : String(readValue({ type: 'id', sql: sql`id` }, key, String(asked)))
}
