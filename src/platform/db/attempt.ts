import { sql } from 'kysely'
import { AppError } from '../../kernel/errors.ts'
import type { Tenant } from './database.ts'

const isRefusal = (error: unknown) => error instanceof AppError

/** Null when `work` succeeded; else its error, with all undone that it wrote in the transaction. An unexpected one is thrown. */
export async function attempt(
  { db }: Pick<Tenant, 'db'>,
  work: () => Promise<unknown>,
  isExpected: (error: unknown) => boolean = isRefusal,
): Promise<unknown> {
  await sql`savepoint attempt`.execute(db)
  let failure: unknown = null
  try {
    await work()
  } catch (error) {
    if (!isExpected(error)) throw error
    await sql`rollback to savepoint attempt`.execute(db)
    failure = error
  }
  await sql`release savepoint attempt`.execute(db)
  return failure
}
