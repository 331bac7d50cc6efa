import { sql, type RawBuilder } from 'kysely'
import { invalidChoice } from '../../kernel/errors.ts'
import type { App, Ctx } from '../context.ts'
import { referencesOf, type RecordKind } from './record-kind.ts'

declare module './record-kind.ts' {
  interface RecordKind {
    /** Notes, tasks and files can be written on its records, and stand on their pages and timelines. */
    linked?: {
      /** The column by which the records are called. */
      called: string
    }
  }
}

export interface LinkedName {
  kind: string
  id: string
  name: string
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
  const choices = kinds.map(kind => kind.name)
  throw invalidChoice('subjectKind', choices)
}

/** Whether the record that `alias` is written on is not in the bin, and the actor's to see unless `isOwn`. */
export function isOnVisible(ctx: Ctx, alias: string, isOwn = sql<boolean>`false`): RawBuilder<boolean> {
  return ofLinked(ctx, alias, sql<boolean>`false`, kind => isThere(ctx, kind, `${alias}.subject_id`, isOwn))
}

/** What the record that `alias` is written on is called, if the actor may see it. */
export function nameOfLinked(ctx: Ctx, alias: string): RawBuilder<string | null> {
  return ofLinked(
    ctx,
    alias,
    sql<string | null>`null`,
    ({ table, linked, isVisible }) => sql`(select ${sql.ref(`r.${linked.called}`)} from ${sql.table(table)} r
      where r.workspace_id = ${ctx.workspaceId} and r.id = ${sql.ref(`${alias}.subject_id`)} and ${isVisible(ctx, 'r')})`,
  )
}

/** The record whose id is in the column `of`, of whatever kind it is, where the actor may see it. */
export function linkedJson(ctx: Ctx, of: string): RawBuilder<LinkedName | null> {
  const ways = linkedKinds(ctx.app).map(
    ({ name, table, linked, isVisible }) => sql`(
      select json_build_object('kind', ${name}::text, 'id', r.id, 'name', ${sql.ref(`r.${linked.called}`)}) from ${sql.table(table)} r
      where r.workspace_id = ${ctx.workspaceId} and r.id = ${sql.ref(of)} and r.deleted_at is null and ${isVisible(ctx, 'r')})`,
  )
  const found = sql`coalesce(${sql.join([sql`null::json`, ...ways])})`
  return sql<LinkedName | null>`case when ${sql.ref(of)} is not null then ${found} end`
}

function ofLinked<T>(
  { app }: Ctx,
  alias: string,
  other: RawBuilder<T>,
  each: (kind: LinkedKind) => RawBuilder<unknown>,
): RawBuilder<T> {
  const kinds = linkedKinds(app)
  if (kinds.length === 0) return other
  const ways = kinds.map(kind => sql`when ${kind.name} then ${each(kind)}`)
  return sql<T>`case ${sql.ref(`${alias}.subject_kind`)} ${sql.join(ways, sql` `)} else ${other} end`
}

function isThere(ctx: Ctx, { table, isVisible }: LinkedKind, of: string, isOwn: RawBuilder<boolean>) {
  return sql`exists (select from ${sql.table(table)} r
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${sql.ref(of)} and r.deleted_at is null and (${isVisible(ctx, 'r')} or ${isOwn}))`
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
