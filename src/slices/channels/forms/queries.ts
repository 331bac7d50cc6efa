import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { languages } from '../../../platform/languages.ts'
import { listPage } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { joinRoot } from '../../customers/contacts/public.ts'
import type { Form, FormRow, Submission } from './schema.ts'

export const noForm = defineAbsence('forms.no-form', 'form')

const select = (origin: string) => sql`f.id, f.name, f.slug, ${`${origin}/f/`} || f.slug as link, f.is_open, f.owner_id,
  s.submissions, to_json(l.last_submission_at) as last_submission_at, to_json(f.created_at) as created_at, to_json(f.updated_at) as updated_at`

/** Nobody waits for a number that is larger. */
const mostCounted = 10_000

const from = (ctx: Ctx) => sql`forms f left join lateral (
    select count(*) as submissions from (
      select from form_submissions s where s.workspace_id = ${ctx.workspaceId} and s.form_id = f.id limit ${mostCounted}) s) s on true
  left join lateral (
    select s.created_at as last_submission_at from form_submissions s
    where s.workspace_id = ${ctx.workspaceId} and s.form_id = f.id order by s.created_at desc limit 1) l on true`

export function listForms(ctx: Ctx, query: ListQuery): Promise<Page<FormRow>> {
  return listPage(ctx, query, {
    alias: 'f',
    from: from(ctx),
    select: select(ctx.app.config.origin),
    where: [sql<boolean>`f.archived_at is null`],
    columns: {
      name: { type: 'text', sql: sql`lower(f.name)` },
      isOpen: { type: 'yesno', sql: sql`f.is_open` },
      ownerId: { type: 'id', sql: sql`f.owner_id` },
      createdAt: { type: 'time', sql: sql`f.created_at`, isSortable: true },
    },
    search: q => sql<boolean>`f.name ilike ${'%' + escapeLike(q) + '%'}`,
  })
}

export async function getForm(ctx: Ctx, id: string): Promise<Form> {
  const { rows } = await sql<Form>`select ${select(ctx.app.config.origin)}, f.fields, f.settings from ${from(ctx)}
    where f.workspace_id = ${ctx.workspaceId} and f.id = ${id} and f.archived_at is null`.execute(ctx.db)
  return noForm.unless(rows[0])
}

/** Those of contacts that the actor may see, and those of nobody in particular. */
export async function listSubmissions(ctx: Ctx, formId: string, query: ListQuery): Promise<Page<Submission>> {
  await getForm(ctx, formId)
  return listPage(ctx, query, {
    alias: 's',
    from: sql`form_submissions s ${joinRoot('s.contact_id')}`,
    select: sql`s.id, to_json(s.created_at) as created_at, c.id as contact_id, c.name as contact_name, s.answers, s.consents, s.file_ids,
        s.language, s.address, s.agent`,
    where: [sql<boolean>`s.form_id = ${formId}`, sql<boolean>`(s.contact_id is null or ${isVisible(ctx, 'c')})`],
    columns: {
      createdAt: { type: 'time', sql: sql`s.created_at`, isSortable: true },
      contactId: { type: 'id', sql: sql`c.id` },
      language: { type: 'choice', sql: sql`s.language`, choices: languages },
    },
    search: q => sql<boolean>`s.answers::text ilike ${'%' + escapeLike(q) + '%'}`,
  })
}
