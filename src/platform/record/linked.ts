import { sql, type RawBuilder } from 'kysely'
import { invalidField } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { App, Ctx } from '../context.ts'
import { referencesOf, type RecordKind } from './record-kind.ts'

const words = defineMessages('platform.linked', { choices: 'Use one of {choices}.' })

declare module './record-kind.ts' {
  interface RecordKind {
    /** Notes, tasks and files can be written on its records, and stand on their pages and timelines. */
    linked?: {
      /** The column by which the records are called. */
      called: string
    }
  }
}

type LinkedKind = RecordKind & Required<Pick<RecordKind, 'linked' | 'isVisible'>>

function linkedKinds({ records }: Pick<App, 'records'>): LinkedKind[] {
  return records.filter((kind): kind is LinkedKind => kind.linked !== undefined)
}

/** Throws `invalid` unless something can be written on records of this kind. */
export function requireLinked(app: Pick<App, 'records'>, name: string | null | undefined): LinkedKind {
  const kinds = linkedKinds(app)
  const kind = kinds.find(kind => kind.name === name)
  if (kind) return kind
  const choices = kinds.map(kind => kind.name).join(', ')
  throw invalidField('subjectKind', say(words, 'choices', { choices }))
}

/** The page of a record that something is written on. */
export function pageOf(app: Pick<App, 'records'>, kind: string, id: string): string {
  return `/${requireLinked(app, kind).table}/${id}`
}

/** Whether the record whose id is in the column `of` (`n.subject_id`) is not in the bin, and the actor's to see unless `isOwn`. */
export function isOnVisible(ctx: Ctx, of: string, isOwn = sql<boolean>`false`): RawBuilder<boolean> {
  const ways = linkedKinds(ctx.app).map(
    ({ table, isVisible }) => sql`exists (select from ${sql.table(table)} r
      where r.workspace_id = ${ctx.workspaceId} and r.id = ${sql.ref(of)} and r.deleted_at is null and (${isVisible(ctx, 'r')} or ${isOwn}))`,
  )
  return sql<boolean>`(${sql.join([sql`false`, ...ways], sql` or `)})`
}

/** What the record whose id is in the column `of` is called. */
export function nameOfLinked({ app, workspaceId }: Ctx, of: string): RawBuilder<string | null> {
  const names = linkedKinds(app).map(
    ({ table, linked }) => sql`(select ${sql.ref(`r.${linked.called}`)} from ${sql.table(table)} r
      where r.workspace_id = ${workspaceId} and r.id = ${sql.ref(of)})`,
  )
  return sql<string | null>`coalesce(${sql.join([sql`null`, ...names])})`
}

/** The columns by which records of the kind name others, and of which table each is: what they are written on among them. */
export function namingColumns(records: readonly RecordKind[], kind: RecordKind): { column: string; to: string }[] {
  const subjects = 'subjectId' in (kind.columns ?? {}) ? linkedKinds({ records }) : []
  return [...referencesOf(kind), ...subjects.map(({ table: to }) => ({ column: 'subjectId', to }))]
}

/** The newest demo record of each kind that things can be written on. */
export async function findDemoSubjects({
  app,
  db,
  workspaceId,
}: Ctx): Promise<{ subjectKind: string; subjectId: string }[]> {
  const newest = linkedKinds(app)
    .filter(({ columns = {} }) => 'isDemo' in columns)
    .map(
      ({ name, table }) => sql`(select ${name}::text as subject_kind, r.id as subject_id from ${sql.table(table)} r
      where r.workspace_id = ${workspaceId} and r.is_demo and r.deleted_at is null order by r.created_at desc, r.id limit 1)`,
    )
  const { rows } = await sql<{ subjectKind: string; subjectId: string }>`${sql.join(newest, sql` union all `)}`.execute(
    db,
  )
  return rows
}
