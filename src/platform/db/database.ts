import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Pool } from './connect.ts'
import { checkStatement } from './guard.ts'
import { identityChanged } from './identity-version.ts'
import type { DB } from './tables.gen.ts'

/** The guarded query builder; inside a transaction it is the transaction, so commands take either. */
export type Db = Kysely<DB>

// Counts and minor units stay far below 2^53; calendar days stay text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

const names = new Map<string, string | undefined>()

/** Statements are named by a hash of their text so that each connection plans them once. */
function statementName(text: string): string | undefined {
  if (names.has(text)) return names.get(text)
  const name =
    names.size < 1000 && text.length < 20_000 ? createHash('sha1').update(text).digest('base64url') : undefined
  names.set(text, name)
  if (names.size > 10_000) for (const [key, value] of names) if (value === undefined) names.delete(key)
  return name
}

/** A client that refuses statements on tenant tables without their workspace, and names the others. */
class GuardedClient extends pg.Client {
  #isInTransaction = false
  #hasChangedIdentity = false

  // @ts-ignore the overloads of pg's query cannot be restated; what is passed through is unchanged
  override query(statement: any, values?: any, callback?: any): any {
    const text =
      typeof statement === 'string' ? statement : typeof statement?.submit === 'function' ? undefined : statement?.text
    if (typeof text !== 'string') return super.query(statement, values, callback)
    if (checkStatement(text)) this.#hasChangedIdentity = true
    const isNamed = typeof statement === 'string' && Array.isArray(values)
    const result: unknown = isNamed
      ? super.query({ name: statementName(text), text, values } as pg.QueryConfig, callback)
      : super.query(statement, values, callback)
    this.#follow(text, result)
    return result
  }

  /** Tells of a change of identity when it holds: with its statement, or else with its transaction. */
  #follow(text: string, result: unknown): void {
    if (text === 'begin' || text.startsWith('start transaction')) this.#isInTransaction = true
    else if (text === 'commit' || text === 'rollback') this.#isInTransaction = false
    if (this.#isInTransaction || !this.#hasChangedIdentity) return
    this.#hasChangedIdentity = false
    if (result instanceof Promise) void result.then(identityChanged, identityChanged)
    else identityChanged()
  }
}

export interface PoolOptions {
  url: string
  size?: number
  /** Milliseconds after which the database gives a statement up; none by default. */
  statementTimeout?: number
  onError?: (error: Error) => void
}

export function createPool({ url, size = 10, statementTimeout, onError }: PoolOptions): Pool {
  const config: pg.PoolConfig = {
    Client: GuardedClient,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'rapport',
    options: '-c TimeZone=UTC',
    ...(statementTimeout ? { statement_timeout: statementTimeout } : {}),
  }
  return new Pool(url, config, onError)
}

export function createDatabase(pool: pg.Pool): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** Runs `work` in one transaction; joins the one that `db` already is. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
