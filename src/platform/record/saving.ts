import { AppError, type ErrorCode, type FieldError } from '../../kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { attempt } from '../db/attempt.ts'
import { problemIn } from '../http/problem.ts'

/** What became of one of many records that were saved. */
export interface Saved {
  status: string
  id: string | null
  error: { code: string; message: string; fields?: FieldError[] } | null
}

/** A refusal as the result of the record that was refused, in the caller's language. Anything else is a bug, and thrown. */
function failed({ locale }: Pick<Ctx, 'locale'>, error: unknown): Saved {
  if (!(error instanceof AppError)) throw error
  return { status: 'failed', id: null, error: problemIn(error, locale) }
}

/** Why a record cannot be saved; undefined when it can. */
export type Refusal<Fresh> = (record: Fresh) => AppError | undefined

export interface Saving<Item, Fresh> {
  prepare(item: Item): Fresh | Promise<Fresh>
  change(ctx: Ctx, item: Item & { id: string }): Promise<unknown>
  /** Asked one after the other, each of those that the ones before let pass. */
  refusals?: readonly ((ctx: Ctx, fresh: Fresh[]) => Promise<Refusal<Fresh>>)[]
  /** Answers what became of each, where it may have been there already. */
  insert(fresh: Fresh[]): Promise<{ id: string; status: string }[] | void>
}

/** Makes the records without an id and changes the others, each on its own: a refused one says why, the others are kept. */
export async function saveEach<Item extends { id?: string }, Fresh extends { id: string }, Result>(
  ctx: Ctx,
  items: readonly Item[],
  { prepare, change, refusals = [], insert }: Saving<Item, Fresh>,
): Promise<Result[]> {
  const results = new Array<Saved>(items.length)
  const fresh = new Map<number, Fresh>()
  for (const [index, item] of items.entries()) {
    const { id } = item
    if (id !== undefined) {
      const error = await attempt(ctx, () => change(ctx, item as Item & { id: string }))
      results[index] = error === null ? { status: 'updated', id, error } : failed(ctx, error)
      continue
    }
    try {
      fresh.set(index, await prepare(item))
    } catch (error) {
      results[index] = failed(ctx, error)
    }
  }
  for (const refusal of refusals) {
    const refuse = await refusal(ctx, [...fresh.values()])
    for (const [index, record] of fresh) {
      const error = refuse(record)
      if (error) {
        results[index] = failed(ctx, error)
        fresh.delete(index)
      }
    }
  }
  const inserted = await insert([...fresh.values()])
  for (const [at, [index, { id }]] of [...fresh].entries())
    results[index] = { ...(inserted?.[at] ?? { status: 'created', id }), error: null }
  return results as Result[]
}

/** The result of a call that saved one record; what refused it is thrown. */
export function onlySaved<Result extends Saved>([result]: Result[]): Result & { id: string } {
  const { id, error } = result!
  if (error) {
    const { code, message, ...details } = error
    throw new AppError(code as ErrorCode, message, details)
  }
  return { ...result!, id: id! }
}

/** Where something comes from that does not say so. */
export function ownSource(ctx: Ctx): string {
  return ctx.actor.kind === 'api-key' ? 'api' : 'manual'
}
