import { invalidField } from '../../kernel/errors.ts'
import type { NewEvent } from '../../kernel/event.ts'
import { newId } from '../../kernel/ids.ts'
import {
  columnsFor,
  patched,
  storedOf,
  type Changes,
  type Columns,
  type Key,
  type KeyFor,
  type Parts,
  type RecordDefinition,
  type Stored,
} from '../../kernel/record/record.ts'
import type { Ctx } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { record } from '../events/record.ts'
import { issueText } from '../http/issue-text.ts'
import { requireStillSeen } from '../list/visible.ts'
import { changesOf, requireVersion, type Differences } from './changes.ts'
import { requireNamedMembers } from './named-members.ts'
import { replaceParts } from './parts.ts'
import { extrasOf, type RecordExtra } from './record-extra.ts'
import { ownSource, saveEach, type Saving } from './saving.ts'
import { updateRecord } from './statements.ts'

async function readExtras(ctx: Ctx, definition: RecordDefinition, items: readonly object[]) {
  const given: Awaited<ReturnType<RecordExtra['given']>>[] = []
  for (const extra of extrasOf(ctx, definition)) given.push(await extra.given(ctx, definition.name, items))
  return (item: object, before?: object): object => Object.assign({}, ...given.map(valuesOf => valuesOf(item, before)))
}

interface Change<C extends Columns, Before, Patch> {
  ctx: Ctx
  before: Before
  patch: Patch
  /** What of the columns becomes something else. */
  changes: Changes<C>
  /** What differs beside the columns. */
  besides: Differences
}

interface Changing<C extends Columns, Before, Patch> {
  /** The record, locked, if the actor may change it. */
  lock(ctx: Ctx, id: string, patch: Patch): Promise<Before>
  /** Adds what is not written as it is given, and refuses what cannot be; answers events beside that of the change. */
  settle?(change: Change<C, Before, Patch>): Promise<NewEvent[] | void>
  /** The columns that are made of others. */
  derive?(after: Before): Changes<C>
  /** What follows of the change, once it is written. */
  finish?(change: Change<C, Before, Patch>, differences: Differences): Promise<void>
  tell(before: Before, differences: Differences, changes: Changes<C>): NewEvent[]
}

type Known<C extends Columns> = Stored<Pick<C, KeyFor<C, 'written'>>> & { id: string; version?: number }

/** Changes what `patch` names and leaves the rest; writes nothing when nothing differs. Answers the id of what was changed. */
export function changeCommand<C extends Columns, Before extends Known<C>, Patch extends { version?: number }>(
  definition: RecordDefinition<string, C, Parts>,
  { lock, settle, derive, finish, tell }: Changing<C, Before, Patch>,
): (ctx: Ctx, id: string, patch: Patch) => Promise<string> {
  const written = columnsFor(definition.columns, 'written')
  return (ctx, id, patch) =>
    inTransaction(ctx, async ctx => {
      const before = await lock(ctx, id, patch)
      requireVersion(before, patch.version)
      const valuesOf = await readExtras(ctx, definition, [patch])
      const changes: Changes<C> = { ...patched(written, before, patch as never), ...valuesOf(patch, before) } as never
      await requireNamedMembers(ctx, definition, [changes])
      const change = { ctx, before, patch, changes, besides: {} }
      const events = (await settle?.(change)) ?? []
      const differences = { ...changesOf(definition.columns, before, changes), ...change.besides }
      const differs = Object.keys(differences).length > 0
      if (!differs && events.length === 0) return before.id
      if ('ownerId' in changes || 'teamId' in changes) requireStillSeen(ctx, definition, { ...before, ...changes })
      const derived = derive?.({ ...before, ...changes })
      const isPart = (key: string) => key in (definition.parts ?? {})
      const columns = Object.entries({ ...changes, ...derived }).filter(([key]) => !isPart(key))
      await updateRecord(ctx, definition, before.id, Object.fromEntries(columns) as Changes<C>, ctx.now())
      const parts = Object.entries(changes).filter(([key]) => isPart(key) && key in differences)
      await replaceParts(ctx, definition, [{ ...Object.fromEntries(parts), id: before.id }])
      await finish?.(change, differences)
      await record(ctx, [...events, ...(differs ? tell(before, differences, changes) : [])])
      return before.id
    })
}

/** What a new record has of itself: an id, what was given, whose it is and where it comes from. */
export type Begun<C extends Columns> = Stored<Pick<C, KeyFor<C, 'written'>>> &
  Stored<Pick<C, Key<C> & ('id' | 'tagIds' | 'fields' | 'source')>>

interface SavingRecords<C extends Columns, Item, Fresh> extends Omit<Saving<Item, Fresh>, 'prepare' | 'insert'> {
  /** Locks the records of these ids and whatever else is named; one that is unknown or not the actor's refuses the call. */
  lock(ctx: Ctx, ids: string[]): Promise<unknown>
  prepare(item: Item, begun: Begun<C>): Fresh | Promise<Fresh>
  insert(ctx: Ctx, fresh: Fresh[]): ReturnType<Saving<Item, Fresh>['insert']>
}

/** Refuses what lacks a column that a new record must have. */
function requireGiven(written: Columns, item: object): void {
  for (const [path, { given, empty }] of Object.entries(written)) {
    const { error } = given.safeParse((item as Record<string, unknown>)[path])
    if (error && empty === undefined) throw invalidField(path, issueText(error.issues[0]!))
  }
}

/** Makes the records without an id and changes the others, each on its own: a refused one says why, the others are kept. */
export function saveRecords<C extends Columns, Item extends { id?: string }, Fresh extends { id: string }, Result>(
  ctx: Ctx,
  definition: RecordDefinition<string, C>,
  items: readonly Item[],
  { lock, prepare, refusals, change, insert }: SavingRecords<C, Item, Fresh>,
): Promise<Result[]> {
  const { columns } = definition
  const written = columnsFor(columns, 'written')
  return inTransaction(ctx, async ctx => {
    await lock(ctx, [...new Set(items.flatMap(item => item.id ?? []))])
    const fresh = items.filter(({ id }) => id === undefined)
    await requireNamedMembers(ctx, definition, fresh)
    const valuesOf = await readExtras(ctx, definition, items)
    const begun = (item: Item) => {
      requireGiven(written, item)
      const { ownerId, source } = item as { ownerId?: string | null; source?: string | null }
      const owner = 'ownerId' in columns && ownerId === undefined ? { ownerId: ctx.actor.memberId } : {}
      const values = { ...storedOf(written, item as object), ...owner, ...valuesOf(item) }
      requireStillSeen(ctx, definition, values)
      return { ...values, id: newId(), source: source || ownSource(ctx) } as unknown as Begun<C>
    }
    return saveEach(ctx, items, {
      prepare: item => prepare(item, begun(item)),
      change,
      refusals,
      insert: fresh => insert(ctx, fresh),
    })
  })
}
