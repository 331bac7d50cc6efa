import { sql, type RawBuilder } from 'kysely'
import type { ListQuery } from '../../kernel/page.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../context.ts'
import { escapeLike, type ListColumn } from '../list/filter.ts'
import { listPage, type ListSpec } from '../list/list.ts'
import { isVisible } from '../list/visible.ts'

export interface RecordList extends Omit<ListSpec, 'id'> {
  isVisible?: RawBuilder<boolean>
  /** The columns of the custom fields. */
  custom?: Record<string, ListColumn>
}

/** A page of records that are in use, or of those in the bin; found by name unless `search` says otherwise. */
export function listRecords<Row extends { id: string }>(ctx: Ctx, query: ListQuery, isBin: boolean, list: RecordList) {
  const { alias, where = [], custom, defaultSort = 'name', ...spec } = list
  const table = sql.table(alias)
  const isThere = isBin ? sql<boolean>`${table}.deleted_at is not null` : sql<boolean>`${table}.deleted_at is null`
  const record: ListSpec = {
    search: q => isNamed(alias, q),
    ...spec,
    alias,
    where: [isThere, list.isVisible ?? isVisible(ctx, alias), ...where],
    columns: { ...spec.columns, ...custom },
    // The bin is sorted by when they went there.
    defaultSort: isBin ? '-deletedAt' : defaultSort,
  }
  return listPage<Row>(ctx, query, record)
}

/** Whether the record's name begins with what was typed, or from three letters on whether it is anywhere in its search text. */
function isNamed(alias: string, q: string): RawBuilder<boolean> {
  const table = sql.table(alias)
  const needle = searchNeedle(q)
  return needle.length < 3
    ? sql<boolean>`${table}.sort_name like ${escapeLike(fold(q)) + '%'}`
    : holdsWords(sql`${table}.search_text`, q)
}

/** Shorter words have no trigram of their own: the index finds the others. */
export const indexedLength = 3

/** Whether a search text holds all words of what was typed, in any order. */
export function holdsWords(text: RawBuilder<unknown>, q: string): RawBuilder<boolean> {
  const needle = searchNeedle(q)
  const words = searchWords(needle)
  const like = (word: string) => sql`${text} like ${`%${escapeLike(word)}%`}`
  if (!words.some(word => word.length >= indexedLength)) return sql<boolean>`${like(needle)}`
  const held = words.map(word => (word.length < indexedLength ? sql`position(${word} in ${text}) > 0` : like(word)))
  return sql<boolean>`(${sql.join(held, sql` and `)})`
}

/** The words of what was typed, folded, without the signs that only stand between them. */
export function searchWords(needle: string): string[] {
  const words = needle.split(/[\s,;()"„“”]+/u).filter(Boolean)
  return words.length > 0 ? [...new Set(words)] : [needle]
}

/** A typed query as it is looked for: phone fragments lose their spacing. */
export function searchNeedle(q: string): string {
  const folded = fold(q)
  return /^\+?[\d\s().-]{3,}$/.test(folded) ? folded.replace(/[\s().-]/g, '') : folded
}
