import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../kernel/errors.ts'
import { startOf } from './process-table.ts'

interface Owner {
  pid: number
  startedAt: string
}

export interface OwnerLock {
  release(): void
}

/**
 * Makes this process the only Rapport that uses the folder; one that is just stopping is waited for.
 * The start time defeats a process id used again.
 */
export async function takeOwnerLock(folder: string, shownFolder: string, patience = 3_000): Promise<OwnerLock> {
  const file = join(folder, 'rapport.pid')
  const own: Owner = { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(own))
  const deadline = Date.now() + patience
  try {
    while (!tryLink(draft, file)) {
      const owner = readOwner(file)
      if (!owner || !isAlive(owner)) setAside(file, owner)
      else if (Date.now() < deadline) await sleep(50)
      else throw inUse(owner.pid, shownFolder)
    }
  } finally {
    unlinkSync(draft)
  }
  return { release: () => isOwner(file, own) && unlinkSync(file) }
}

/** The process id of the live Rapport that uses the folder. */
export function findOwner(folder: string): number | undefined {
  const owner = readOwner(join(folder, 'rapport.pid'))
  return owner && isAlive(owner) ? owner.pid : undefined
}

function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead owner's lock away; when another process was faster, the lock moved is its live one and is put back. */
function setAside(file: string, dead: Owner | undefined): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readOwner(aside)
  if (moved && moved.pid !== dead?.pid) tryLink(aside, file)
  unlinkSync(aside)
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function isOwner(file: string, own: Owner): boolean {
  const owner = readOwner(file)
  return owner?.pid === own.pid && owner.startedAt === own.startedAt
}

function isAlive(owner: Owner): boolean {
  return startOf(owner.pid) === owner.startedAt
}

function inUse(pid: number, folder: string): AppError {
  return new AppError(
    'unavailable',
    `Rapport is already running on ${folder} (process ${pid}); stop it first, or set RAPPORT_DATA to another folder.`,
  )
}
