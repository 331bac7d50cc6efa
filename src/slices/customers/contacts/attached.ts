import { sql, type RawBuilder } from 'kysely'
import type { Absence } from '../../../kernel/errors.ts'
import type { NewEvent } from '../../../kernel/event.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { columnsFor, type RecordDefinition } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import type { ListSpec } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { isOnVisible, nameOfLinked } from '../../../platform/record/linked.ts'
import { listRecords } from '../../../platform/record/list.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { joinCompany } from '../companies/public.ts'
import { ofParent } from './parent.ts'
import { joinRoot } from './root.ts'

/** A kind of record that hangs on a customer or another record. */
interface AttachedKind {
  record: RecordDefinition
  alias: string
  /** Which column names a member, and what the answer calls the member's name. */
  member: { column: string; name: string }
  absent: Absence
  /** What else holds of each. */
  where?: RawBuilder<boolean>
  /** Which are this member's, whatever they are attached to. */
  isOwn?: (memberId: string | null) => RawBuilder<boolean>
  list: Pick<ListSpec, 'defaultSort' | 'search'>
}

type Locked<Stored> = Stored & {
  /** The company of the contact, whose timeline its events stand on too. */
  contactCompanyId: string | null
}

/** How records of the kind are read: `pc` is the surviving contact that each is attached to, `pco` the company. */
export function attachedQueries<Shown extends { id: string }, Stored extends { id: string; deletedAt: Date | null }>({
  record: { table, columns },
  alias,
  member,
  absent,
  where = sql<boolean>`true`,
  isOwn,
  list,
}: AttachedKind) {
  const id = sql.ref(`${alias}.id`)
  const attached = sql`${sql.raw(`${table} ${alias}`)}
    ${joinRoot(`${alias}.contact_id`, 'pc')} ${joinCompany(`${alias}.company_id`, 'pco')}`
  // What hangs on a customer whom the reader may not see is not named, nor found, by them.
  const from = (ctx: Ctx) => sql`${sql.raw(`${table} ${alias}`)}
    ${joinRoot(`${alias}.contact_id`, 'pc', sql`and ${isVisible(ctx, 'pc')}`)}
    ${joinCompany(`${alias}.company_id`, 'pco')} and ${isVisible(ctx, 'pco')} ${joinMember(member.column)}`
  const shown = selectOf(columnsFor(columns, 'listed', 'shown'), alias)
  const stored = selectOf(columns, alias)
  const select = (ctx: Ctx) => sql`${shown}, pc.name as contact_name, pco.name as company_name,
    ${nameOfLinked(ctx, alias)} as subject_name, m.name as ${sql.ref(member.name)}`
  const inWorkspace = (ctx: Ctx) => sql`${sql.ref(`${alias}.workspace_id`)} = ${ctx.workspaceId}`

  /**
   * Whoever sees the record that it is written on sees it too, else the contact or the company; without one it is seen by
   * those who see all, and its own. With its record in the bin it is nobody's to see.
   */
  const isSeen = (ctx: Ctx): RawBuilder<boolean> => {
    const isMine = isOwn?.(ctx.actor.memberId) ?? sql<boolean>`false`
    const isOnSeen =
      ctx.actor.recordRule === 'all'
        ? sql`true`
        : sql`coalesce(${isVisible(ctx, 'pc')} or ${isVisible(ctx, 'pco')} or ${isMine}, false)`
    const isOnNothing = sql`${sql.ref(`${alias}.subject_id`)} is null`
    return sql<boolean>`case when ${isOnNothing} then ${isOnSeen} else ${isOnVisible(ctx, alias, isMine)} end and ${where}`
  }

  const lockAll = async (ctx: Ctx, ids: readonly string[]): Promise<Locked<Stored>[]> => {
    const { rows } = await sql<Locked<Stored>>`
      select ${stored}, pc.company_id as contact_company_id from ${attached}
      where ${inWorkspace(ctx)} and ${id} = any(${ids}::uuid[]) and ${isSeen(ctx)}
      order by ${id} for update of ${sql.ref(alias)}`.execute(ctx.db)
    if (rows.length < new Set(ids).size) throw absent()
    return rows
  }

  return {
    /** `more` holds of them besides; it has read the filters `read`. */
    async list(ctx: Ctx, query: ListQuery, more: RawBuilder<boolean>[] = [], read: readonly string[] = []) {
      const page: Promise<Page<Shown>> = listRecords(ctx, ofParent(query), false, {
        ...list,
        columns: listColumns(columns, alias),
        alias,
        from: from(ctx),
        select: select(ctx),
        where: more,
        isVisible: isSeen(ctx),
        ownFilters: new Set(read),
      })
      return page
    },

    async get(ctx: Ctx, asked: string): Promise<Shown> {
      const { rows } = await sql<Shown>`
        select ${select(ctx)} from ${from(ctx)}
        where ${inWorkspace(ctx)} and ${id} = ${asked} and ${isSeen(ctx)}
          and ${sql.ref(`${alias}.deleted_at`)} is null`.execute(ctx.db)
      return absent.unless(rows[0])
    },

    /** Those of these ids, locked. One that is unknown, deleted or not the actor's to see refuses the whole call. */
    async lockLive(ctx: Ctx, ids: readonly string[]): Promise<Locked<Stored>[]> {
      const rows = await lockAll(ctx, ids)
      if (rows.some(row => row.deletedAt !== null)) throw absent()
      return rows
    },

    /** Deleted ones too. */
    lockAll,

    /** Whether the actor may see the record that is called `of` in another statement. */
    isVisible: (ctx: Ctx, of: string): RawBuilder<boolean> => sql<boolean>`exists (
      select from ${attached} where ${inWorkspace(ctx)} and ${id} = ${sql.ref(`${of}.id`)} and ${isSeen(ctx)})`,
  }
}

interface Moving<Row> {
  lockLive(ctx: Ctx, ids: readonly string[]): Promise<Row[]>
  lockAll(ctx: Ctx, ids: readonly string[]): Promise<Row[]>
  update(tenant: Tenant, id: string, changes: { deletedAt: Date | null }, now: Date): Promise<void>
  /** Refuses whoever may see it and not delete it. */
  require?(ctx: Ctx, row: Row): Promise<void>
  tell: Record<'deleted' | 'restored', (ctx: Ctx, row: Row) => Promise<NewEvent[]> | NewEvent[]>
}

/** Deletes one record of a kind, and brings it back. */
export function attachedBin<Row extends { id: string; deletedAt: Date | null }>({
  lockLive,
  lockAll,
  update,
  require,
  tell,
}: Moving<Row>) {
  const move = (outcome: 'deleted' | 'restored') => (ctx: Ctx, id: string) =>
    inTransaction(ctx, async ctx => {
      const isDeleting = outcome === 'deleted'
      const [row] = await (isDeleting ? lockLive : lockAll)(ctx, [id])
      if (!isDeleting && row!.deletedAt === null) return
      await require?.(ctx, row!)
      await update(ctx, id, { deletedAt: isDeleting ? ctx.now() : null }, ctx.now())
      await record(ctx, await tell[outcome](ctx, row!))
    })
  return { remove: move('deleted'), restore: move('restored') }
}
