import { sql, type RawBuilder } from 'kysely'
import type { Readable } from 'node:stream'
import type { Text } from '../kernel/message-params.ts'
import { defineText, stored } from '../kernel/messages.ts'
import { columnsFor, type Columns } from '../kernel/record/record.ts'
import type { Ctx } from './context.ts'
import type { Tenant } from './db/database.ts'
import { readById } from './db/read-by-id.ts'
import { findRows, updateRows, type Column, type Table } from './db/row.ts'
import { selectOf } from './record/fragments.ts'
import { nameOfLinked } from './record/linked.ts'
import { asWritten, redactJson } from './redact.ts'

/** What stands where a text was that must not be empty. */
export const erased = stored(defineText('platform.personal-data.erased', 'Erased'))

/** What a person is known by, now and formerly: what is looked for in texts that no id leads to. */
export interface Person {
  /** The person's contact and all merged into it. */
  ids: string[]
  handles: { kind: string; value: string; normal: string }[]
  /** Full names; a single word may be anybody's and is not among them. */
  names: string[]
}

/** How much an erasure takes away, redacts and keeps, and why it keeps. */
export interface Impact {
  deleted?: number
  redacted?: number
  kept?: number
  why?: string
}

/**
 * What a slice holds about a person. The access export, the preview of an erasure and the erasure itself are made of
 * these, so that a new table of a slice is a part of all three. `ids` are the person's contact and all merged into it.
 */
export interface PersonalData {
  /** Its key in the export; the plural noun of the API, `orders`. */
  name: string
  label: Text
  /** The tenant tables that it answers for. */
  tables?: readonly string[]
  /** The rows as plain JSON, in pages; what tells of other people is left out. */
  read(ctx: Ctx, ids: string[], person: Person): AsyncIterable<object[]>
  /** Stored files of the person, for the export. */
  files?(ctx: Ctx, ids: string[]): AsyncIterable<{ name: string; open(): Promise<Readable> }>
  count(ctx: Ctx, ids: string[], person: Person): Promise<Impact>
  /** Takes the person out of it; counts and sums stay as they are. Repeating it changes nothing. */
  erase(ctx: Ctx, ids: string[], person: Person): Promise<void>
  /** The person is known by it: it goes after all else, so that an erasure that was cut short finds that again; larger later. */
  last?: number
  /** Messages on their way when the handles went may have come to it in between: it is erased once more at the end. */
  again?: true
  /** What an erasure does outside of the database, before `erase`; repeating it changes nothing. */
  eraseFiles?(ctx: Ctx, ids: string[], person: Person): Promise<void>
}

declare module './context.ts' {
  interface Declared {
    /** What all slices hold about a person. */
    personalData: readonly PersonalData[]
  }
}

interface PersonalRows {
  /** The table, after which the data is called, and its alias: `claims c`. */
  from: string
  joins?: RawBuilder<unknown>
  /** What the person is given of each row, besides its id and the personal columns of its definition. */
  columns?: string | RawBuilder<unknown>
  /** Its columns, where it is a record. */
  record?: Columns
  /** Which rows are the person's; those of their contacts when left out. */
  own?(ctx: Ctx, ids: string[], person: Person): RawBuilder<boolean>
  /** Which of them the person is given; all when left out. */
  given?(ids: string[]): RawBuilder<boolean>
  /** What an erasure does with them, and why it does not delete them. */
  effect: 'deleted' | 'redacted' | 'kept'
  why?: string
}

/** How the rows of one table are called, read, counted and, unless the slice says otherwise, deleted. */
export function personalRows({ from, joins = sql``, columns, record, own, given, effect, why }: PersonalRows) {
  const [table, name] = from.split(' ') as [string, string]
  const source = sql.raw(from)
  const row = sql.raw(`${name}.id`)
  const besides = typeof columns === 'string' ? sql.raw(columns) : columns
  const personal = record && selectOf(columnsFor(record, 'personal'), name)
  const subject = (ctx: Ctx) =>
    record && 'subjectId' in record
      ? sql`${sql.ref(`${name}.subject_kind`)}, ${nameOfLinked(ctx, name)} as written_on`
      : undefined
  const told = (ctx: Ctx) => sql.join([personal, besides, subject(ctx)].filter(part => part !== undefined))
  const isOwn = own ?? ((ctx: Ctx, ids: string[]) => isOfContacts(name, ctx, ids))
  return {
    name: table.replace(/_./g, letter => letter[1]!.toUpperCase()),
    tables: [table],
    read: (ctx, ids, person) =>
      readById(
        ctx.db,
        (after, limit) => sql<{ id: string }>`
          select ${row}, ${told(ctx)} from ${source} ${joins}
          where ${isOwn(ctx, ids, person)} and ${given?.(ids) ?? sql`true`} and ${row} > ${after}::uuid
          order by ${row} limit ${limit}`,
      ),
    async count(ctx, ids, person) {
      const counted = sql<{ count: number }>`
        select count(*)::int as count from ${source} where ${isOwn(ctx, ids, person)}`
      const { rows } = await counted.execute(ctx.db)
      return { [effect]: rows[0]!.count, ...(why ? { why } : {}) }
    },
    async erase(ctx, ids, person) {
      await sql`delete from ${source} where ${isOwn(ctx, ids, person)}`.execute(ctx.db)
    },
  } satisfies Partial<PersonalData>
}

/** Texts of rows that are nobody's, in which people wrote of anybody. */
export function personalTexts<T extends Table>(table: T, columns: readonly Column<T>[]) {
  return {
    async *read() {},
    count: async (ctx, _ids, person) => ({
      redacted: (await findMentions(ctx, table, columns, needlesOf(person))).length,
    }),
    erase: (ctx, _ids, person) => redactMentions(ctx, table, columns, needlesOf(person)),
  } satisfies Partial<PersonalData>
}

/** That a row belongs to one of these contacts. */
export function isOfContacts(name: string, { workspaceId }: Pick<Ctx, 'workspaceId'>, ids: string[]) {
  const [workspace, contact] = [sql.raw(`${name}.workspace_id`), sql.raw(`${name}.contact_id`)]
  return sql<boolean>`${workspace} = ${workspaceId} and ${contact} = any(${ids}::uuid[])`
}

/** All that a person is known by in texts: addresses, numbers, names on networks and full names. */
export function needlesOf({ handles, names }: Pick<Person, 'handles' | 'names'>): string[] {
  return [...new Set([...handleNeedles(handles), ...names])]
}

/** Handles that can be nobody else's, as they stand in texts; a short one may be any word. */
export function handleNeedles(handles: Person['handles']): string[] {
  return [...new Set(handles.flatMap(({ value, normal }) => [value, normal]))].filter(needle => needle.length >= 5)
}

/** Whether the text `column` holds one of `needles`, whatever their case. */
export function mentions(column: RawBuilder<unknown>, needles: readonly string[]): RawBuilder<boolean> {
  if (needles.length === 0) return sql<boolean>`false`
  const patterns = needles.flatMap(asWritten).map(needle => `%${needle.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return sql<boolean>`${column} ilike any(${patterns}::text[])`
}

/** As `mentions`, for the text of a jsonb column, where quotes and the like are written with a backslash. */
export function mentionsInJson(column: RawBuilder<unknown>, needles: readonly string[]): RawBuilder<boolean> {
  return mentions(
    sql`${column}::text`,
    needles.map(needle => JSON.stringify(needle).slice(1, -1)),
  )
}

/** The rows in which one of `columns`, text or JSON, holds one of `needles`; they are told apart by `key`. */
export function findMentions<T extends Table>(
  tenant: Tenant,
  table: T,
  columns: readonly Column<T>[],
  needles: readonly string[],
  key: readonly Column<T>[] = ['id' as Column<T>],
  ending = sql``,
) {
  const texts = sql`jsonb_build_array(${sql.join(columns.map(column => sql`t.${sql.ref(column)}`))})`
  return findRows(tenant, table, [...key, ...columns], {}, sql`and ${mentionsInJson(texts, needles)} ${ending}`)
}

/** Takes `needles` out of these columns wherever one of them holds one, of all rows or of those `among` them. */
export async function redactMentions<T extends Table>(
  tenant: Tenant,
  table: T,
  columns: readonly Column<T>[],
  needles: readonly string[],
  key?: readonly Column<T>[],
  among = sql``,
): Promise<void> {
  for (const row of await findMentions(tenant, table, columns, needles, key, sql`${among} for update`)) {
    const texts = Object.entries<unknown>(row).filter(([name]) => columns.some(column => column === name))
    const which = Object.entries(row).filter(([name]) => !columns.some(column => column === name))
    const redacted = texts.map(([name, value]) => [name, redactJson(value, needles)])
    await updateRows(tenant, table, Object.fromEntries(which) as object, Object.fromEntries(redacted) as object)
  }
}
