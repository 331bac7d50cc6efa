import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startOf } from './process-table.mjs'

/** Does the work while no other set-up of this clone runs; the lock of one that was killed is taken over. */
export async function withLock(root, say, work) {
  const folder = join(root, 'dist/.setup/lock')
  mkdirSync(dirname(folder), { recursive: true })
  for (let told = false; !take(folder);) {
    const owner = readOwner(folder)
    if (isStale(folder, owner)) setAside(folder, owner)
    else if (!told) say('Waiting for another set-up in this folder …\n')
    told ||= existsSync(folder)
    await sleep(100)
  }
  try {
    await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'owner'), ownerText(process.pid))
  return true
}

/** A process and when it started, because a process id can be used again. */
function ownerText(pid) {
  return `${pid} ${startOf(pid)}`
}

function readOwner(folder) {
  try {
    return readFileSync(join(folder, 'owner'), 'utf8')
  } catch {
    return ''
  }
}

function isStale(folder, owner) {
  if (owner !== '') return ownerText(Number(owner.split(' ')[0])) !== owner
  // Made a moment ago by a process that has not signed it yet, or long ago by one that was killed before it could.
  const made = statSync(folder, { throwIfNoEntry: false })
  return made !== undefined && Date.now() - made.mtimeMs > 5_000
}

/** Moved rather than removed, so that of two that take over only one does; a live lock caught by mistake is put back. */
function setAside(folder, owner) {
  const aside = `${folder}.${process.pid}`
  try {
    renameSync(folder, aside)
    if (readOwner(aside) === owner) rmSync(aside, { recursive: true })
    else renameSync(aside, folder)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
