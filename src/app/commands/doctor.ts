import { access, constants, statfs } from 'node:fs/promises'
import type pg from 'pg'
import { AppError } from '../../kernel/errors.ts'
import { loadConfig, type Config } from '../../platform/config.ts'
import { createClient } from '../../platform/db/connect.ts'
import { pendingMigrations } from '../../platform/db/migrate.ts'
import { openDatabase } from '../open-database.ts'
import type { Command } from './command.ts'
import { parkedCount } from '../../platform/events/undelivered.ts'

interface Check {
  what: string
  /** What to do about it; null where all is well. */
  fix: string | null
}

const fine = (what: string): Check => ({ what, fix: null })

export const doctor: Command = {
  name: 'doctor',
  usage: '',
  about:
    'Looks at the configuration, the disk, the database and the background work, and says what is wrong and how to mend it.',
  help: ['Exit code 1 when something is wrong.'],
  async run() {
    let isWell = true
    const report = (check: Check) => {
      isWell &&= check.fix === null
      console.log(check.fix === null ? `ok    ${check.what}` : `WRONG ${check.what}\n      ${check.fix}`)
    }
    let config: Config
    try {
      config = loadConfig()
      report(fine('configuration'))
    } catch (error) {
      report({ what: 'configuration', fix: (error as Error).message })
      return 1
    }
    report(await checkDisk(config))
    try {
      const database = await openDatabase(config)
      try {
        for (const check of await checkDatabase(database.url)) report(check)
      } finally {
        await database.close()
      }
    } catch (error) {
      report({ what: 'database', fix: error instanceof AppError ? error.message : String(error) })
    }
    if (config.mail === null)
      console.log('note  SMTP_URL is not set: mail is kept in the outbox (Settings, Mail) and not sent.')
    return isWell ? 0 : 1
  },
}

async function checkDisk(config: Config): Promise<Check> {
  try {
    await access(config.dataFolder, constants.W_OK)
    const { bavail, bsize } = await statfs(config.dataFolder)
    const free = (bavail * bsize) / 1024 ** 3
    if (free < 1)
      return { what: `disk: ${free.toFixed(2)} GB free`, fix: `Make room on the disk of ${config.dataFolder}.` }
    return fine(`disk: ${Math.round(free)} GB free at ${config.dataFolder}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return fine(`disk: ${config.dataFolder} will be made at the first start`)
    return {
      what: `data folder ${config.dataFolder}`,
      fix: `It cannot be written (${(error as Error).message}). Change its owner, or set RAPPORT_DATA.`,
    }
  }
}

async function checkDatabase(url: string): Promise<Check[]> {
  const client = createClient(url, 'rapport doctor')
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding`,
    )
    const { version, number, encoding } = rows[0]!
    const checks: Check[] = [
      number >= 150_000
        ? fine(`PostgreSQL ${version}`)
        : { what: `PostgreSQL ${version}`, fix: 'Rapport needs version 15 or newer.' },
    ]
    if (encoding !== 'UTF8')
      checks.push({ what: `encoding ${encoding}`, fix: `Make the database anew with encoding 'UTF8'.` })
    const pending = await pendingMigrations(client)
    checks.push(
      pending.length === 0
        ? fine('schema is up to date')
        : { what: `${pending.length} migrations have not run`, fix: 'Run: npm run rapport -- migrate' },
    )
    if (pending.length === 0) checks.push(...(await checkWork(client)))
    return checks
  } finally {
    await client.end()
  }
}

async function checkWork(client: pg.Client): Promise<Check[]> {
  const { rows } = await client.query<{ failed: number; late: number; parked: number }>(
    `select count(*) filter (where attempts >= max_attempts)::int as failed,
       count(*) filter (where attempts < max_attempts and locked_at is null and run_at < now() - interval '10 minutes')::int as late,
       ${parkedCount} as parked from graphile_worker.jobs`,
  )
  const { failed, late, parked } = rows[0]!
  const given = failed + parked
  return [
    given === 0
      ? fine('no parked work')
      : {
          what: `${given} pieces of work failed and are parked`,
          fix: 'Look at Settings, Jobs, mend the cause and retry.',
        },
    late === 0
      ? fine('background work is up to date')
      : {
          what: `${late} jobs wait for more than 10 minutes`,
          fix: 'Start the app, or another worker: npm run rapport -- worker',
        },
  ]
}
