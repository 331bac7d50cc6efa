import { sql } from 'kysely'
import { defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { emptyOf, keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { againstBin } from '../../../platform/record/bin.ts'
import { requireLinked } from '../../../platform/record/linked.ts'
import { referencesOf } from '../../../platform/record/record-kind.ts'
import { findCompanies, noCompany } from '../companies/public.ts'
import { noContact } from './contact.ts'
import { attached, type Attached } from './record.ts'
import { askedAndRoot } from './root.ts'

const words = defineMessages('contacts.parent', {
  oneParent: 'Give a contact, a company or another record, only one of them.',
  someParent: 'Give the contact, the company or the record that it belongs to.',
  customersApart: 'Ask for what hangs on contacts, or on companies, by eq and by themselves.',
})
const noSubject = defineAbsence('contacts.no-subject', 'record')

/** What a note, a task or a file hangs on. */
export interface Parent {
  attached: Attached
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

/** Those of these contacts that are there, not in the bin, and the actor's to see; in a transaction they stay there. */
export async function findContacts(ctx: Ctx, ids: readonly string[]): Promise<FoundContact[]> {
  const { rows } = await sql<FoundContact>`
    select asked.id, c.id as root_id, c.name, c.company_id, c.erased_at is not null as is_erased from ${askedAndRoot}
    where asked.workspace_id = ${ctx.workspaceId} and asked.id = any(${ids}::uuid[])
      and c.deleted_at is null and ${isVisible(ctx, 'c')} order by c.id ${againstBin(ctx, 'c')}`.execute(ctx.db)
  return rows
}

const nothing = emptyOf(attached)
const noParent = { attached: nothing, contactCompanyId: null }

/** As it is stored: a customer has a column of its own. */
function customersApart({ subjectKind, subjectId, ...named }: Partial<Attached>): Partial<Attached> {
  const column = `${subjectKind}Id`
  return column in attached && subjectKind !== 'subject'
    ? { ...named, [column]: subjectId }
    : { ...named, subjectKind, subjectId }
}

/** What is named, if it is not in the bin and the actor may see it. */
export async function getParent(ctx: Ctx, given: Partial<Attached>): Promise<Parent> {
  const named = customersApart(given)
  const parents = ({ contactId, companyId, subjectKind, subjectId }: Partial<Attached>) =>
    [contactId, companyId, subjectKind ?? subjectId].filter(Boolean).length
  if (parents(given) > 1) throw invalidField('companyId', say(words, 'oneParent'))
  if (parents(named) === 0) throw invalidField('contactId', say(words, 'someParent'))
  return readParent(ctx, named)
}

/** As `getParent`; of what need not hang on anything. */
export async function findParent(ctx: Ctx, named: Partial<Attached>): Promise<Parent | typeof noParent> {
  return isAttached(named) ? getParent(ctx, named) : noParent
}

/** Whether something hangs on anything. */
export function isAttached(named: Partial<Attached>): boolean {
  return keysOf(attached).some(key => named[key])
}

/** Whether a change says what something hangs on, were it nothing. */
export function namesParent(patch: Partial<Attached>): boolean {
  return keysOf(attached).some(key => patch[key] !== undefined)
}

/**
 * The same of a record that is stored. A merged contact keeps what is written for it; its name and page are those of the
 * survivor. What is written on another record concerns its customer.
 */
export async function readParent(ctx: Ctx, named: Partial<Attached>): Promise<Parent> {
  const { contactId, companyId, subjectKind, subjectId } = named
  if (subjectKind || subjectId) return readSubject(ctx, subjectKind, subjectId)
  if (contactId) {
    const [row] = await findContacts(ctx, [contactId])
    if (!row || row.isErased) throw noContact()
    const { rootId, name, companyId: contactCompanyId } = row
    return { attached: { ...nothing, contactId }, contactCompanyId, name, link: `/contacts/${rootId}` }
  }
  const [found] = await findCompanies(ctx, companyId ? [companyId] : [])
  const { id, name } = noCompany.unless(found)
  return { attached: { ...nothing, companyId: id }, contactCompanyId: null, name, link: `/companies/${id}` }
}

async function readSubject(ctx: Ctx, name: string | null | undefined, id: string | null | undefined): Promise<Parent> {
  const kind = requireLinked(ctx.app, name)
  const customer = (table: string) => {
    const named = referencesOf(kind).find(({ to }) => to === table)
    return named ? sql.ref(`r.${named.column}`) : sql`null::uuid`
  }
  const { rows } = await sql<Attached & { name: string }>`
    select ${customer('contacts')} as contact_id, ${customer('companies')} as company_id,
      ${name}::text as subject_kind, r.id as subject_id, ${sql.ref(`r.${kind.linked.called}`)} as name
    from ${sql.table(kind.table)} r
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${id ?? null} and r.deleted_at is null
      and ${kind.isVisible(ctx, 'r')} ${againstBin(ctx, 'r')}`.execute(ctx.db)
  const { name: called, ...named } = noSubject.unless(rows[0])
  const [contact] = await findContacts(ctx, named.contactId ? [named.contactId] : [])
  const contactCompanyId = contact?.companyId ?? null
  return { attached: named, contactCompanyId, name: called, link: `/${kind.table}/${named.subjectId}` }
}

/** The query with a customer asked for by the column of its own. */
export function ofParent<Query extends Record<string, unknown>>(query: Query): Query {
  const kind = Object.keys(query).find(key => namesCustomers(key, query[key]))
  if (kind === undefined) return query
  const column = `filter[${String(query[kind])}Id]`
  const asked: Record<string, unknown> = { [`${column}[empty]`]: 'false' }
  for (const [key, value] of Object.entries(query)) {
    const name = key.replace('filter[subjectId]', column)
    // Whoever asks for another customer besides asks for both.
    if (key !== kind) asked[name] = name in asked ? [asked[name], value].flat() : value
  }
  return asked as Query
}

const equalities = new Set(['', '[eq]', '[in]'].map(operator => `filter[subjectKind]${operator}`))

/** Whether a filter asks for what hangs on contacts, or on companies, which is asked for apart from all else. */
function namesCustomers(key: string, value: unknown): boolean {
  if (!key.startsWith('filter[subjectKind]')) return false
  const isCustomer = (name: string) => name !== 'subject' && `${name}Id` in attached
  const names = String(value).split(',')
  if (!names.some(isCustomer)) return false
  if (names.length === 1 && equalities.has(key)) return true
  throw invalidField(key, say(words, 'customersApart'))
}
