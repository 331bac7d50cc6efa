import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { Answers, Form } from './form.ts'

const columns = ['id', 'name', 'slug', 'fields', 'settings', 'isOpen', 'ownerId'] as const

export async function findForm({ db, workspaceId }: Tenant, id: string): Promise<Form | undefined> {
  const row = await db
    .selectFrom('forms')
    .select(columns)
    .where(isRow(workspaceId, id))
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return row as Form | undefined
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
export async function claimSlug({ db, workspaceId }: Tenant, formId: string, slug: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('formSlugs')
    .values({ slug, workspaceId, formId })
    .onConflict(conflict => conflict.column('slug').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertForm(
  { db, workspaceId }: Tenant,
  { fields, settings, ...form }: Form,
  now: Date,
): Promise<void> {
  const json = { fields: JSON.stringify(fields), settings: JSON.stringify(settings) }
  await db
    .insertInto('forms')
    .values({ workspaceId, ...form, ...json, createdAt: now, updatedAt: now })
    .execute()
}

export async function updateForm(
  { db, workspaceId }: Tenant,
  id: string,
  { fields, settings, ...changes }: Partial<Omit<Form, 'id' | 'slug'>> & { archivedAt?: Date },
  now: Date,
): Promise<void> {
  await db
    .updateTable('forms')
    .set({
      ...changes,
      ...(fields ? { fields: JSON.stringify(fields) } : {}),
      ...(settings ? { settings: JSON.stringify(settings) } : {}),
      updatedAt: now,
    })
    .where(isRow(workspaceId, id))
    .execute()
}

export interface NewSubmission {
  id: string
  formId: string
  contactId: string | null
  answers: Answers
  consents: { purposeId: string; textVersion: number }[]
  fileIds: string[]
  nonce: string | null
  language: string
  address: string | null
  agent: string | null
  /** Keyed hash of the e-mail address. */
  hash: Buffer | null
}

/** False when the same page was sent already. */
export async function insertSubmission(
  { db, workspaceId }: Tenant,
  { answers, consents, ...submission }: NewSubmission,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('formSubmissions')
    .values({
      workspaceId,
      ...submission,
      answers: JSON.stringify(answers),
      consents: JSON.stringify(consents),
      createdAt: now,
    })
    .onConflict(conflict =>
      conflict.columns(['workspaceId', 'formId', 'nonce']).where('nonce', 'is not', null).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setContact({ db, workspaceId }: Tenant, id: string, contactId: string): Promise<void> {
  await db.updateTable('formSubmissions').set({ contactId }).where(isRow(workspaceId, id)).execute()
}

/** Whether an address was sent an acknowledgement since a time, by any form. */
export async function isAcknowledged({ db, workspaceId }: Tenant, hash: Buffer, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('formSubmissions')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('hash', '=', hash)
    .where('acknowledgedAt', 'is not', null)
    .where('acknowledgedAt', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function setAcknowledged({ db, workspaceId }: Tenant, id: string, now: Date): Promise<void> {
  await db.updateTable('formSubmissions').set({ acknowledgedAt: now }).where(isRow(workspaceId, id)).execute()
}

/** Takes the person out of submissions; that there were some stays. */
export async function redactSubmissions({ db, workspaceId }: Tenant, contactIds: string[]): Promise<void> {
  await db
    .updateTable('formSubmissions')
    .set({ answers: '{}', fileIds: [], address: null, agent: null, hash: null })
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', sql<string>`any(${contactIds}::uuid[])`)
    .execute()
}

/** Takes submissions away for good; answers the files that came with them. */
export async function removeSubmissions({ db, workspaceId }: Tenant, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ fileIds: string[] }>`
    delete from form_submissions where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) returning file_ids`.execute(
    db,
  )
  return rows.flatMap(row => row.fileIds)
}
