import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../kernel/errors.ts'
import { ask } from './answer.ts'
import { explain, plainEnvironment } from './cluster.ts'
import type { DatabaseUser } from './database-user.ts'
import { connectionUrl, type Location } from './location.ts'
import { readLogFrom, sizeOf } from './log-file.ts'
import { findBackends, isRunning, programOf, signal, waitForExit, worksIn } from './process-table.ts'
import type { Programs } from './programs.ts'

export interface Server {
  pid: number
  exited: Promise<unknown>
}

/** All that is needed to run the server of one data folder. */
export interface Setup {
  location: Location
  programs: Programs
  user: DatabaseUser
  socketFolder: string
  log: (line: string) => void
}

/** The live postmaster of a data folder; a stale pid file, a zombie or a process id used again does not count. */
export function findPostmaster(data: string): number | undefined {
  const pid = Number(readPidFile(data)[0])
  return pid > 0 && isRunning(pid) && worksIn(pid, realpathSync(data)) ? pid : undefined
}

/** Where the live postmaster listens. */
export function findSocketFolder(data: string): string | undefined {
  return findPostmaster(data) === undefined ? undefined : readPidFile(data)[4]
}

/** Takes over the server that a killed Rapport left behind; undefined when it is of no use. */
export async function adopt(setup: Setup, pid: number): Promise<Server | undefined> {
  const program = programOf(pid)
  if (program !== undefined && program !== realpathSync(setup.programs.postgres)) return undefined
  const isThere = () => isRunning(pid) && !isStopping(setup.location.data)
  return (await becomesReady(setup, isThere, 3_000)) ? { pid, exited: pollExit(pid) } : undefined
}

export async function launch(setup: Setup): Promise<Server> {
  const { data, log } = setup.location
  await clearLeftovers(setup)
  const logStart = sizeOf(log)
  const logHandle = openSync(log, 'a', 0o600)
  // Detached, so that Ctrl-C in a terminal reaches Rapport only and Rapport decides when the database may stop.
  const child = spawn(setup.programs.postgres, ['-D', data], {
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', logHandle, logHandle],
    detached: true,
    ...setup.user.ids,
  })
  closeSync(logHandle)
  child.unref()
  let isThere = true
  const exited = new Promise<void>(resolve => child.once('exit', resolve).once('error', () => resolve()))
  void exited.then(() => (isThere = false))
  if (await becomesReady(setup, () => isThere, 30_000)) return { pid: child.pid ?? 0, exited }
  if (isThere) await stopPostmaster(child.pid ?? 0, 0)
  const reason = isThere ? 'it does not answer' : explain(readLogFrom(log, logStart))
  throw new AppError('unavailable', `PostgreSQL could not start: ${reason}. Its log is ${log}.`)
}

/** Fast shutdown: sessions are cut off, everything committed is kept. After `patience` it gets rougher. */
export async function stopPostmaster(pid: number, patience: number): Promise<void> {
  for (const [name, milliseconds] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name)
    if (await waitForExit([pid], milliseconds)) return
  }
  throw new AppError('unavailable', `PostgreSQL (process ${pid}) does not stop, not even when killed.`)
}

/** False once it is gone, or when nothing at all was heard from it for `patience`. Recovery may take its time. */
async function becomesReady(setup: Setup, isThere: () => boolean, patience: number): Promise<boolean> {
  const url = connectionUrl(setup.socketFolder)
  let heard = Date.now()
  let isAnnounced = false
  for (const began = Date.now(); isThere() && Date.now() - heard < patience; await sleep(15)) {
    const answer = await ask(url)
    if (answer === 'ready' || answer === 'no-database') return true
    if (answer === 'busy') heard = Date.now()
    if (!isAnnounced && Date.now() - began > 3_000)
      setup.log('PostgreSQL is recovering what was written before it was killed …')
    isAnnounced ||= Date.now() - began > 3_000
  }
  return false
}

async function clearLeftovers({ location, socketFolder }: Setup): Promise<void> {
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    const backends = findBackends(realpathSync(location.data))
    for (const pid of backends) signal(pid, name)
    if (await waitForExit(backends, 2_000)) break
  }
  const stale = [
    join(location.data, 'postmaster.pid'),
    ...['', '.lock'].map(end => join(socketFolder, `.s.PGSQL.5432${end}`)),
  ]
  for (const file of stale) rmSync(file, { force: true })
}

/** The server is not our child, so its end has to be looked for. */
function pollExit(pid: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setInterval(() => {
      if (isRunning(pid)) return
      clearInterval(timer)
      resolve()
    }, 250).unref()
  })
}

function isStopping(data: string): boolean {
  return readPidFile(data)[7]?.trim() === 'stopping'
}

function readPidFile(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}
