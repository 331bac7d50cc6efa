import { statSync } from 'node:fs'
import { AppError } from '../../../kernel/errors.ts'
import { ask, createDatabase } from './answer.ts'
import { ensureCluster, handOver, writeSettings } from './cluster.ts'
import { connectionUrl, findLocation, makeLocation, makeSocketFolder } from './location.ts'
import { trimLog } from './log-file.ts'
import { findOwner, takeOwnerLock } from './owner-lock.ts'
import {
  adopt,
  findPostmaster,
  findSocketFolder,
  launch,
  type Server,
  type Setup,
  stopPostmaster,
} from './postmaster.ts'
import { signal } from './process-table.ts'
import { preparePrograms } from './programs.ts'
import { renderSettings } from './settings.ts'
import { supervise } from './supervise.ts'

export interface EmbeddedOptions {
  /** RAPPORT_DATA. */
  folder: string
  log?: (line: string) => void
  /** Lines of postgresql.conf that replace Rapport's own. */
  settings?: Record<string, string>
}

export interface EmbeddedDatabase {
  url: string
  dataFolder: string
  /** Whether the server was already there, left by a Rapport that was killed. */
  adopted: boolean
  stop(): Promise<void>
}

/** Runs Rapport's own PostgreSQL on the data of a folder, which belongs to this process until `stop`. */
export async function startEmbedded({
  folder,
  log = () => {},
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    const { location, user } = makeLocation(folder, log)
    const lock = await takeOwnerLock(location.root, folder)
    const leave = () => {
      const pid = findPostmaster(location.data)
      if (pid !== undefined) signal(pid, 'SIGINT')
      lock.release()
    }
    process.once('exit', leave)
    try {
      const programs = preparePrograms(location.root, user)
      await ensureCluster(location.data, programs, user)
      if (user.ids && statSync(location.data).uid !== user.ids.uid) handOver(location.data, user.ids)
      const socketFolder = makeSocketFolder(location.root, user)
      const setup: Setup = { location, programs, user, socketFolder, log }
      trimLog(location.log)
      const changed = writeSettings(location.data, renderSettings(socketFolder, settings), user)
      const { server, adopted } = await adoptOrLaunch(setup, changed)
      const url = connectionUrl(socketFolder)
      if ((await ask(url)) === 'no-database') await createDatabase(connectionUrl(socketFolder, 'postgres'), 'rapport')
      const trimming = setInterval(() => trimLog(location.log), 60_000).unref()
      const supervisor = supervise(setup, server)
      const stop = async () => {
        clearInterval(trimming)
        await supervisor.stop()
        lock.release()
        process.off('exit', leave)
      }
      return { url, dataFolder: location.data, adopted, stop }
    } catch (error) {
      process.off('exit', leave)
      leave()
      throw error
    }
  } catch (error) {
    throw explainFileError(error, folder)
  }
}

/** The URL of the database that another live Rapport runs for this folder. */
export async function findEmbedded(folder: string): Promise<string | undefined> {
  const location = findLocation(folder)
  if (!location || findOwner(location.root) === undefined) return undefined
  const socketFolder = findSocketFolder(location.data)
  if (socketFolder === undefined) return undefined
  const url = connectionUrl(socketFolder)
  return (await ask(url)) === 'ready' ? url : undefined
}

async function adoptOrLaunch(setup: Setup, settingsChanged: boolean): Promise<{ server: Server; adopted: boolean }> {
  const pid = findPostmaster(setup.location.data)
  if (pid !== undefined) {
    const server = settingsChanged ? undefined : await adopt(setup, pid)
    if (server) return { server, adopted: true }
    await stopPostmaster(pid, 10_000)
  }
  return { server: await launch(setup), adopted: false }
}

function explainFileError(error: unknown, folder: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return new AppError('unavailable', `The disk of ${folder} is full. Free some space and start again.`)
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error
  const what = path ?? folder
  return new AppError(
    'unavailable',
    `Rapport may not use ${what} (${code}). Start it as the user it was first started as, make that place writable, or set RAPPORT_DATA to another folder.`,
  )
}
