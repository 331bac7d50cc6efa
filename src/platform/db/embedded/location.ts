import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AppError } from '../../../kernel/errors.ts'
import { canEnter, chooseDatabaseUser, type DatabaseUser } from './database-user.ts'

export interface Location {
  /** Holds everything of the server: data, log, lock, sometimes the socket and a copy of the programs. */
  root: string
  data: string
  log: string
}

const pointerName = 'postgres.location'
const sharedFolder = '/var/lib/rapport'
const socketName = '/.s.PGSQL.5432'
/** Of the 104 bytes that macOS gives a socket's path (Linux: 108), the last is a zero. */
const longestSocketPath = 103

/** Where the server of this folder lives, if it was ever made. */
export function findLocation(folder: string): Location | undefined {
  if (!existsSync(folder)) return undefined
  const root = readPointer(folder) ?? join(realpathSync(folder), 'postgres')
  return existsSync(root) ? locationIn(root) : undefined
}

/** Finds or makes the place of the server: inside the folder, or, where its user cannot get there, in a shared place. */
export function makeLocation(folder: string, log: (line: string) => void): { location: Location; user: DatabaseUser } {
  const asRoot = process.getuid?.() === 0
  mkdirSync(folder, { recursive: true, mode: asRoot ? 0o711 : 0o700 })
  const inside = join(realpathSync(folder), 'postgres')
  const pointed = readPointer(folder)
  const user = chooseDatabaseUser(join(pointed ?? inside, 'data'))
  if (pointed !== undefined) {
    if (!existsSync(pointed)) throw lostPointer(join(folder, pointerName), pointed)
    return { location: locationIn(pointed), user }
  }
  if (user.ids === undefined || letIn(user, realpathSync(folder))) return { location: make(inside, asRoot), user }
  if (existsSync(join(inside, 'data'))) throw unreachable(inside, user)
  const location = make(firstFree(join(sharedFolder, shortHash(inside))), asRoot)
  const outside = writePointer(folder, location.root)
  if (outside !== location.root) return { location: locationIn(outside), user }
  log(`User ${user.name}, who runs PostgreSQL, cannot get into ${folder}; its data is in ${outside}.`)
  return { location, user }
}

/** Lets the server's user pass through the data folder itself, which is Rapport's own; its parents are not ours to open. */
function letIn(user: DatabaseUser, folder: string): boolean {
  if (canEnter(user, folder)) return true
  const { uid, mode } = statSync(folder)
  if (uid !== process.getuid?.() || !canEnter(user, dirname(folder))) return false
  chmodSync(folder, mode | 0o001)
  return canEnter(user, folder)
}

/** A folder for the socket that only the server's user (and root) can enter, short enough for the system. */
export function makeSocketFolder(root: string, user: DatabaseUser): string {
  const temporary = user.ids ? '/tmp' : tmpdir()
  const outside = join(temporary, `rapport-${shortHash(root)}`)
  const candidates = [join(root, 'socket'), outside, `${outside}-2`, `${outside}-3`, `/tmp/rapport-${shortHash(root)}`]
  for (const path of candidates.filter(isShortEnough)) if (makePrivate(path, user)) return path
  throw new AppError('unavailable', `No private folder for PostgreSQL's socket could be made in ${temporary}.`)
}

export function connectionUrl(socketFolder: string, database = 'rapport'): string {
  return `postgres://rapport@localhost:5432/${database}?host=${encodeURIComponent(socketFolder)}&sslmode=disable`
}

/** False when something else already has the name, as anybody may put there in a shared temporary folder. */
function makePrivate(path: string, user: DatabaseUser): boolean {
  const userId = process.getuid?.()
  const owner = user.ids?.uid ?? userId
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 })
  const found = lstatSync(path)
  if (!found.isDirectory() || (found.uid !== userId && found.uid !== owner)) return false
  chmodSync(path, 0o700)
  if (user.ids) chownSync(path, user.ids.uid, user.ids.gid)
  return true
}

function isShortEnough(path: string): boolean {
  return Buffer.byteLength(path + socketName) <= longestSocketPath
}

function make(root: string, asRoot: boolean): Location {
  mkdirSync(root, { recursive: true })
  chmodSync(root, asRoot ? 0o711 : 0o700)
  return locationIn(root)
}

function locationIn(root: string): Location {
  return { root, data: join(root, 'data'), log: join(root, 'server.log') }
}

/** A folder deleted by hand means a fresh start, so what an earlier one left in the shared place is not taken up again. */
function firstFree(root: string): string {
  for (let n = 1; ; n++) {
    const path = n === 1 ? root : `${root}-${n}`
    if (!existsSync(path)) return path
  }
}

/** Of two that start at once, the first one's place holds for both. */
function writePointer(folder: string, root: string): string {
  try {
    writeFileSync(join(folder, pointerName), `${root}\n`, { flag: 'wx' })
    return root
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    rmdirSync(root)
    return readPointer(folder) ?? root
  }
}

function readPointer(folder: string): string | undefined {
  const file = join(folder, pointerName)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function lostPointer(file: string, root: string): AppError {
  return new AppError(
    'unavailable',
    `${file} says that the database is in ${root}, which is not there. Bring it back, or delete that file to start with an empty database.`,
  )
}

function unreachable(root: string, user: DatabaseUser): AppError {
  return new AppError(
    'unavailable',
    `The database is in ${root}, where user ${user.name}, who runs PostgreSQL, cannot get; give others the right to pass through its parent folders (chmod o+x).`,
  )
}
