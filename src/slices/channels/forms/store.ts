import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow, insertRow, updateRows, type NewRow } from '../../../platform/db/row.ts'
import type { Form } from './form.ts'

const columns = ['id', 'name', 'slug', 'fields', 'settings', 'isOpen', 'ownerId'] as const

export async function findForm(tenant: Tenant, id: string): Promise<Form | undefined> {
  return (await findRow(tenant, 'forms', columns, { id, archivedAt: null })) as Form | undefined
}

/** Whose form an address names. */
export async function findBySlug(app: App, slug: string): Promise<{ workspaceId: WorkspaceId; form: Form } | null> {
  const known = await app.db
    .selectFrom('formSlugs')
    .select(['workspaceId', 'formId'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!known) return null
  const workspaceId = known.workspaceId as WorkspaceId
  const form = await findForm({ db: app.db, workspaceId }, known.formId)
  return form ? { workspaceId, form } : null
}

/** False when another form of any workspace has the slug. */
export function claimSlug(tenant: Tenant, formId: string, slug: string): Promise<boolean> {
  return insertRow(tenant, 'formSlugs', { slug, formId }, sql`on conflict (slug) do nothing`)
}

/** False when the same page was sent already. */
export function insertSubmission(tenant: Tenant, submission: NewRow<'formSubmissions'>): Promise<boolean> {
  const unlessSent = sql`on conflict (workspace_id, form_id, nonce) where nonce is not null do nothing`
  return insertRow(tenant, 'formSubmissions', submission, unlessSent)
}

/** Whether an address was sent an acknowledgement since a time, by any form. */
export async function isAcknowledged(tenant: Tenant, hash: Buffer, since: Date): Promise<boolean> {
  const later = sql`and acknowledged_at > ${since} limit 1`
  return (await findRow(tenant, 'formSubmissions', ['id'], { hash }, later)) !== undefined
}

export async function setAcknowledged(tenant: Tenant, id: string, now: Date): Promise<void> {
  await updateRows(tenant, 'formSubmissions', id, { acknowledgedAt: now })
}

/** Takes the person out of submissions; that there were some stays. */
export async function redactSubmissions(tenant: Tenant, contactIds: string[]): Promise<void> {
  const redacted = { answers: {}, fileIds: [], address: null, agent: null, hash: null }
  await updateRows(tenant, 'formSubmissions', { contactId: contactIds }, redacted)
}

/** Takes submissions away for good; answers the files that came with them. */
export async function removeSubmissions({ db, workspaceId }: Tenant, ids: string[]): Promise<string[]> {
  const removal = sql<{ fileIds: string[] }>`
    delete from form_submissions where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) returning file_ids`
  return (await removal.execute(db)).rows.flatMap(row => row.fileIds)
}
