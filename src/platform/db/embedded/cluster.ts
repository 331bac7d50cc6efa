import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../kernel/errors.ts'
import type { DatabaseUser } from './database-user.ts'
import type { Programs } from './programs.ts'

/** The environment of PostgreSQL's programs: nothing of the caller's, which may hold PG… settings for other servers. */
export const plainEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', HOME: '/' }

/** Makes the data folder unless there is one. It appears in one step, so a killed set-up leaves nothing half made. */
export async function ensureCluster(data: string, programs: Programs, user: DatabaseUser): Promise<void> {
  const draft = `${data}.draft`
  rmSync(draft, { recursive: true, force: true })
  if (existsSync(data) && readdirSync(data).length > 0) return checkVersion(data, programs)
  mkdirSync(draft, { mode: 0o700 })
  if (user.ids) chownSync(draft, user.ids.uid, user.ids.gid)
  const layout = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]
  const access = ['--username=rapport', '--auth-local=trust', '--auth-host=reject']
  await runInitdb(programs, user, ['-D', draft, ...layout, ...access, '--no-sync', '--no-instructions'])
  await runInitdb(programs, user, ['-D', draft, '--sync-only'])
  renameSync(draft, data)
}

/** Gives a data folder that came from elsewhere, say unpacked by root, to the user who runs the server. */
export function handOver(folder: string, ids: { uid: number; gid: number }): void {
  chownSync(folder, ids.uid, ids.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) handOver(path, ids)
    else lchownSync(path, ids.uid, ids.gid)
  }
}

/** Writes the server's settings; false when they already stood there. */
export function writeSettings(data: string, settings: string, user: DatabaseUser): boolean {
  const file = join(data, 'postgresql.conf')
  if (existsSync(file) && readFileSync(file, 'utf8') === settings) return false
  const draft = `${file}.draft`
  writeFileSync(draft, settings, { mode: 0o600 })
  if (user.ids) chownSync(draft, user.ids.uid, user.ids.gid)
  renameSync(draft, file)
  return true
}

function checkVersion(data: string, programs: Programs): void {
  const file = join(data, 'PG_VERSION')
  if (!existsSync(file)) {
    throw new AppError('unavailable', `${data} is not a PostgreSQL data folder; move it away and start again.`)
  }
  const version = readFileSync(file, 'utf8').trim()
  if (version === programs.major) return
  throw new AppError(
    'unavailable',
    `The data in ${dirname(data)} was made by PostgreSQL ${version} and this Rapport brings ${programs.major}. Make a backup with the Rapport that made it, move the folder away, and restore the backup with this one.`,
  )
}

async function runInitdb(programs: Programs, user: DatabaseUser, args: string[]): Promise<void> {
  const child = spawn(programs.initdb, args, {
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user.ids,
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const status = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (status !== 0) throw new AppError('unavailable', `PostgreSQL could not make its data folder: ${explain(errors)}.`)
}

/** What a program of PostgreSQL said last, in one line. */
export function explain(output: string): string {
  if (output.includes('No space left on device')) return 'the disk is full; free some space and start again'
  const lines = output.split('\n').filter(Boolean)
  const messages = lines.filter(
    line => /error:|FATAL:|PANIC:|HINT:|DETAIL:/.test(line) || (line.includes('LOG:') && line.includes('parameter')),
  )
  const last = (messages.length > 0 ? messages : lines).slice(-3)
  return (
    last.map(line => line.replace(/^.*?(error|FATAL|PANIC|HINT|DETAIL|LOG): */, '')).join('; ') || 'no reason was given'
  )
}
