import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { WorkspaceId } from '../../kernel/ids.ts'
import { Pool } from './connect.ts'
import { checkStatement } from './guard/guard.ts'
import type { DB } from './tables.gen.ts'

/** The guarded query builder; inside a transaction it is the transaction, so commands take either. */
export type Db = Kysely<DB>

/** Whose rows, and through what: a workspace, with the pool or a transaction. Every `Ctx` is one. */
export interface Tenant {
  db: Db
  workspaceId: WorkspaceId
}

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

const nothing: ReadonlySet<string> = new Set()

/** A client that refuses statements on tenant tables without their workspace, and names the others. */
class GuardedClient extends pg.Client {
  readonly #appendOnly: ReadonlySet<string>

  constructor(config?: pg.ClientConfig & Pick<PoolOptions, 'appendOnly'>) {
    super(config)
    this.#appendOnly = config?.appendOnly ?? nothing
  }

  // @ts-ignore the overloads of pg's query cannot be restated; what is passed through is unchanged
  override query(statement: any, values?: any, callback?: any): any {
    const text = typeof statement === 'string' ? statement : statement?.text
    if (typeof text === 'string') checkStatement(text, this.#appendOnly)
    return typeof statement === 'string' && Array.isArray(values)
      ? super.query({ name: statementName(text), text, values } as pg.QueryConfig, callback)
      : super.query(statement, values, callback)
  }
}

export interface PoolOptions {
  url: string
  size?: number
  /** Milliseconds after which the database gives a statement up; none by default. */
  statementTimeout?: number
  /** Tables whose rows nothing but an erasure or retention may change or delete. */
  appendOnly?: ReadonlySet<string>
  onError?: (error: Error) => void
}

export function createPool({ url, size = 10, statementTimeout, appendOnly, onError }: PoolOptions): Pool {
  const config: pg.PoolConfig & Pick<PoolOptions, 'appendOnly'> = {
    Client: GuardedClient,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'rapport',
    options: '-c TimeZone=UTC',
    ...(statementTimeout ? { statement_timeout: statementTimeout } : {}),
    ...(appendOnly ? { appendOnly } : {}),
  }
  return new Pool(url, config, onError)
}

export function createDatabase(pool: pg.Pool): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

const endings = new WeakMap<Db, (() => void)[]>()

/** Runs `work` with the same context in one transaction; joins the one that it already is in. */
export async function inTransaction<C extends { db: Db }, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  const ending: (() => void)[] = []
  try {
    return await ctx.db.transaction().execute(db => {
      endings.set(db, ending)
      return work({ ...ctx, db })
    })
  } finally {
    for (const act of ending) act()
  }
}

/** Does `act` when the transaction that `db` is has ended, well or not; at once when it is none. */
export function atEndOf(db: Db, act: () => void): void {
  if (!db.isTransaction) return act()
  const ending = endings.get(db)
  if (ending === undefined) throw new Error('Begin the transaction with inTransaction.')
  ending.push(act)
}
