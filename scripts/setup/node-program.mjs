import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './setup-error.mjs'

/** Whether this version of Node runs TypeScript as it is. */
export function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)
}

/** The Node that runs Rapport: this one, or where it is too old the one that npm installed. */
export function findNode(root) {
  if (runsTypeScript(process.versions.node)) return process.execPath
  const own = installedNode(root)
  if (existsSync(own)) {
    makeExecutable(own)
    if (runs(own)) return own
  }
  throw new SetupError(
    `Rapport needs Node 22.18 or newer; this is ${process.versions.node}, and the one Rapport can install by itself does not exist for this computer (${process.platform}-${process.arch}). Install a newer Node from nodejs.org.`,
  )
}

/** npm puts node_modules/.bin first on the PATH of scripts, so a Node there that cannot run here must go. */
export function removeUnusableNode(root) {
  const own = installedNode(root)
  if (existsSync(own)) makeExecutable(own)
  if (!runs(own)) rmSync(join(root, 'node_modules/.bin/node'), { force: true })
}

function installedNode(root) {
  return join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
}

/** Copies between file systems lose the right to run a file. */
function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

function runs(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
