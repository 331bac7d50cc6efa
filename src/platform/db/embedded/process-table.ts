import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const hasProc = existsSync('/proc/self/stat')

/** When a running process started, in whatever unit the system counts; undefined when it is gone or only a zombie. */
export function startOf(pid: number): string | undefined {
  if (!hasProc) return startFromPs(pid)
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return isDead(fields[0]) ? undefined : fields[19]
}

function startFromPs(pid: number): string | undefined {
  const line = ps(pid, 'stat=,lstart=')
  const state = line?.slice(0, 1)
  return line === undefined || isDead(state) ? undefined : line.replace(/^\S+\s+/, '')
}

function isDead(state: string | undefined): boolean {
  return state === undefined || state === 'Z' || state === 'X'
}

function ps(pid: number, columns: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

export function isRunning(pid: number): boolean {
  return startOf(pid) !== undefined
}

/** Whether the process works in this folder, as every process of a PostgreSQL server does in its data folder. */
export function worksIn(pid: number, folder: string): boolean {
  if (!hasProc) return ps(pid, 'command=')?.includes(folder) ?? false
  return linkOf(pid, 'cwd') === folder
}

/** The program file of a process; a file replaced since then ends in " (deleted)". Undefined where the system hides it. */
export function programOf(pid: number): string | undefined {
  return hasProc ? linkOf(pid, 'exe') : undefined
}

/** Backends whose postmaster is gone: they hold the shared memory that the next postmaster needs. */
export function findBackends(folder: string): number[] {
  if (!hasProc) return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => worksIn(pid, folder) && isRunning(pid) && titleOf(pid).startsWith('postgres:'))
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function linkOf(pid: number, name: 'cwd' | 'exe'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/${name}`)
  } catch {
    return undefined
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until none of the processes runs; false when some still did at the end of the time. */
export async function waitForExit(pids: number[], milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (pids.some(isRunning)) {
    if (Date.now() > deadline) return false
    await sleep(10)
  }
  return true
}
