import pg from 'pg'
import { compose, createLogger, type Composed } from '../src/app/compose.ts'
import { openDatabase } from '../src/app/open-database.ts'
import { newId, type WorkspaceId } from '../src/kernel/ids.ts'
import { createUser } from '../src/platform/auth/users.ts'
import { loadConfig, type Config } from '../src/platform/config.ts'
import type { App } from '../src/platform/context.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { seedDemo } from '../src/slices/workspace/demo/public.ts'
import { dataFolder, plans, sessions, type Size } from './settings.ts'

export interface Dataset {
  url: string
  config: Config
  app: App
  workspaceId: WorkspaceId
  accounts: Account[]
  /** A connection without the workspace guard, for choosing inputs and cleaning up. */
  admin: pg.Client
  close(): Promise<void>
}

export interface Account {
  email: string
  password: string
}

/** The database of a size, made on the first run and kept for the next. */
export async function openDataset(size: Size, say: (line: string) => void): Promise<Dataset> {
  const config = loadConfig({
    RAPPORT_DATA: dataFolder(size),
    RAPPORT_DEMO: 'false',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '0',
  })
  const database = await openDatabase(config, say)
  await upgrade(database.url, size)
  const composed: Composed = await compose(config, database.url, createLogger('warn'))
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  const { app } = composed
  const workspaceId = (await findWorkspace(app)) ?? (await fill(app, admin, database.url, size, say))
  return {
    url: database.url,
    config,
    app,
    workspaceId,
    accounts: await ensureAccounts(app, workspaceId),
    admin,
    async close() {
      await admin.end()
      await composed.close()
      await database.close()
    },
  }
}

/** The data of an older program may be too old for the migrations of this one. */
async function upgrade(url: string, size: Size): Promise<void> {
  try {
    await migrate(url)
  } catch (error) {
    throw new Error(`${(error as Error).message} Delete ${dataFolder(size)} to make the data anew.`, { cause: error })
  }
}

async function findWorkspace(app: App): Promise<WorkspaceId | null> {
  const row = await app.db.selectFrom('workspaces').select('id').orderBy('createdAt').limit(1).executeTakeFirst()
  return (row?.id as WorkspaceId | undefined) ?? null
}

async function fill(
  app: App,
  admin: pg.Client,
  url: string,
  size: Size,
  say: (line: string) => void,
): Promise<WorkspaceId> {
  const { contacts, months, eventsPerContact } = plans[size]
  const workspaceId = await seedDemo(app, { url, contacts, months, eventsPerContact, onProgress: say })
  await admin.query('vacuum (analyze)')
  return workspaceId
}

/** Members with the least role that may do all that is measured. */
async function ensureAccounts(app: App, workspaceId: WorkspaceId): Promise<Account[]> {
  const accounts = Array.from({ length: sessions }, (_, index) => ({
    email: `bench-${index + 1}@bench.example`,
    password: 'open sesame bench',
  }))
  const emails = accounts.map(account => account.email)
  const old = app.db.selectFrom('users').select('id').where('email', 'in', emails)
  await app.db.deleteFrom('sessions').where('userId', 'in', old).execute()
  for (const { email, password } of accounts) {
    const known = await app.db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()
    if (known) continue
    const userId = await createUser(app.db, { name: email, email, password })
    await app.db
      .insertInto('members')
      .values({ workspaceId, id: newId(), userId, name: email, email, role: 'manager' })
      .execute()
  }
  return accounts
}
