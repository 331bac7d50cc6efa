import { isDeepStrictEqual } from 'node:util'
import type { AppError } from '../../kernel/errors.ts'
import type { EventKind, NewEvent } from '../../kernel/event.ts'
import {
  without,
  type Changes,
  type Columns,
  type KeyFor,
  type New,
  type Parts,
  type RecordDefinition,
  type Stored,
  type StoredParts,
} from '../../kernel/record/record.ts'
import type { Ctx } from '../context.ts'
import type { Tenant } from '../db/database.ts'
import { record } from '../events/record.ts'
import { binCommands, tellByName } from './bin.ts'
import type { Differences } from './changes.ts'
import { changeCommand, saveRecords, type Begun } from './commands.ts'
import { insertWhole, withParts } from './parts.ts'
import { onlySaved, type Saved } from './saving.ts'
import { ownLocks } from './statements.ts'
import { keepingUnique } from './uniques.ts'

interface Kept {
  id: string
  name: string
  source: string | null
}

/** What one that is saved may say, whatever its kind. */
interface Item {
  id?: string
  source?: string | null
  sourceId?: string | null
  version?: number
}

type Whole<C extends Columns, P extends Parts> = New<C> & StoredParts<P> & Kept
type Before<C extends Columns, P extends Parts> = Stored<Omit<C, KeyFor<C, 'derived'>>> & StoredParts<P>
type Values<C extends Columns, P extends Parts> = Changes<C> & Partial<StoredParts<P>>

interface Particular<C extends Columns, P extends Parts, Given extends Item> {
  absent: () => AppError
  events: Record<'created' | 'changed' | 'deleted' | 'restored', EventKind<any, any>>
  /** Locks what calls like this one must not change at the same time. */
  exclude?(ctx: Ctx, given: readonly Given[]): Promise<void>
  /** Refuses a call of which some name what is not there. */
  requireNamed?(ctx: Ctx, given: readonly Given[]): Promise<void>
  /** What a new record, or one that is changed, has otherwise than it was given. */
  settle?(ctx: Ctx, given: Given, before?: Before<C, P>): Values<C, P> | Promise<Values<C, P>>
  /** The columns that are made of others. */
  derive(record: Before<C, P>): Changes<C>
  insert?(tenant: Tenant, records: readonly Whole<C, P>[], now: Date): Promise<void>
  tell?(before: { id: string }, differences: Differences): NewEvent[]
}

/** What is done with a kind of record: each with all that its columns, parts and uniques ask for. */
export function recordCommands<
  C extends Columns & Record<'id' | 'name' | 'deletedAt', Columns[string]>,
  P extends Parts,
  Given extends Item,
>(
  definition: RecordDefinition<string, C, P>,
  {
    absent,
    events,
    exclude,
    requireNamed,
    settle,
    derive,
    insert = (tenant, records, now) => insertWhole(tenant, definition, records, now),
    tell = (before, changes) => [events.changed(before, { changes })],
  }: Particular<C, P, Given>,
) {
  const { columns, uniques = [], parts = {} } = definition
  const derived = Object.keys(columns).filter(key => columns[key]!.uses.includes('derived'))
  const { lockAll, lockOne } = ownLocks(definition, without(columns, ...derived) as unknown as C, absent)
  const { refuseTaken, requireFree } = keepingUnique(definition)
  const unique = [...uniques.flat(), ...Object.keys(parts)]

  const change = changeCommand<Columns, any, Given>(definition as never, {
    async lock(ctx, id, patch) {
      await exclude?.(ctx, [patch])
      const [before] = await withParts(ctx, definition, [(await lockOne(ctx, id)) as Kept])
      return before
    },
    async settle({ ctx, before, patch, changes }) {
      const named = Object.entries(patch).filter(([key]) => key in changes || !(key in columns))
      await requireNamed?.(ctx, [Object.fromEntries(named) as unknown as Given])
      Object.assign(changes, await settle?.(ctx, patch, before))
      const after = { ...before, ...changes }
      const isOther = (key: string) => !isDeepStrictEqual(before[key], after[key])
      if (unique.some(isOther)) await requireFree(ctx, after)
    },
    derive,
    tell,
  })

  /** Makes or changes records, each on its own. */
  const save = (ctx: Ctx, items: Given[]): Promise<Saved[]> =>
    saveRecords<C, Given, Whole<C, P>, Saved>(ctx, definition as never, items, {
      async lock(ctx, ids) {
        await exclude?.(ctx, items)
        await requireNamed?.(ctx, items)
        await lockAll(ctx, ids)
      },
      async prepare(item, begun: Begun<C>) {
        const sourceId = 'sourceId' in columns ? { sourceId: item.sourceId || null } : {}
        const fresh = { ...begun, ...sourceId, ...(await settle?.(ctx, item)) } as Before<C, P>
        return { ...fresh, ...derive(fresh) } as unknown as Whole<C, P>
      },
      change: (ctx, { id, source: _, sourceId: __, ...patch }) => change(ctx, id, patch as Given),
      refusals: [refuseTaken],
      async insert(ctx, fresh) {
        await insert(ctx, fresh, ctx.now())
        const created = fresh.map(one => events.created(one, { name: one.name, source: one.source }))
        await record(ctx, created)
      },
    })

  const { bin, restore } = binCommands(definition as never, { lock: lockAll, tell: tellByName(events) })
  const create = async (ctx: Ctx, input: Given): Promise<string> => onlySaved(await save(ctx, [input])).id
  return { create, save, change, delete: bin, restore }
}
