import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { findRows } from '../../../../platform/db/row.ts'
import { askedAndRoot, idsOfRoot } from '../../contacts/public.ts'
import { foldConsents, type ConsentRecord, type Sayer, type Standing, type Way } from '../consent.ts'
import { readEdges } from '../../merges/public.ts'

export interface KnownConsent extends ConsentRecord {
  saidBy: Sayer
  how: Way
  textVersion: number | null
}

/** What one person has said that counts. */
export type ContactConsents = Standing<KnownConsent>[]

/**
 * What held at `at` for each of these contacts, by their ids. Contacts that were merged are one person: all of them get
 * the same answer.
 */
export async function consentsOf(
  tenant: Tenant,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, ContactConsents>> {
  const people = await findPeople(tenant, ids)
  const all = [...new Set(people.flatMap(person => person.ids))]
  const [records, merges] = [await readRecords(tenant, all), await readEdges(tenant, all)]
  return new Map(
    people.map(({ askedId, ids: merged }) => {
      const isOwn = new Set(merged)
      const consents = records.filter(record => isOwn.has(record.contactId))
      const joined = merges.flatMap(({ createdAt, ...edge }) =>
        isOwn.has(edge.mergedId) ? { ...edge, at: createdAt } : [],
      )
      return [askedId, foldConsents(consents, joined, at)]
    }),
  )
}

/** The surviving contact of `id` first, then all that were merged into it; empty when there is none, or it was erased. */
export async function findPerson(tenant: Tenant, id: string): Promise<string[]> {
  const [person] = await findPeople(tenant, [id])
  return person && !person.isErased ? person.ids : []
}

async function findPeople({ db, workspaceId }: Tenant, ids: readonly string[]) {
  const { rows } = await sql<{ askedId: string; ids: string[]; isErased: boolean }>`
    select asked.id as asked_id, c.erased_at is not null as is_erased, ${idsOfRoot('c')} as ids
    from ${askedAndRoot}
    where asked.workspace_id = ${workspaceId} and asked.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

const columns = [
  ...(['id', 'contactId', 'purposeId', 'channel', 'state'] as const),
  ...(['saidBy', 'how', 'textVersion', 'occurredAt'] as const),
]

async function readRecords(tenant: Tenant, ids: string[]): Promise<KnownConsent[]> {
  return (await findRows(tenant, 'consents', columns, { contactId: ids })) as KnownConsent[]
}
