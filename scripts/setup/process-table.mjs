import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process started, in the system's own unit; 'gone' when there is none, or only a zombie. */
export function startOf(pid) {
  try {
    const fields = statOf(pid)
    return fields[0] === 'Z' ? 'gone' : fields[19]
  } catch {
    return isAlive(pid) ? 'running' : 'gone'
  }
}

/** The nearest ancestor of a process whose command line matches, looking a few steps up. */
export function findAncestor(pid, pattern) {
  for (let steps = 0; pid > 1 && steps < 5; steps++) {
    const { parent, command } = describe(pid)
    if (pattern.test(command)) return pid
    pid = parent
  }
  return undefined
}

function describe(pid) {
  try {
    return { parent: Number(statOf(pid)[1]), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    return describeWithPs(pid)
  }
}

function describeWithPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return { parent: Number(line.split(' ')[0]), command: line.replace(/^\d+ +/, '') }
  } catch {
    return { parent: 0, command: '' }
  }
}

/** The fields after the program's name, which stands in brackets and may itself hold spaces and brackets. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
