import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { withLock } from './lock.mjs'
import { removeUnusableNode } from './node-program.mjs'
import { step } from './step.mjs'

const installOptions = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--include=dev',
  '--include=optional',
]

/** Installs exactly what package-lock.json says, unless that is there already. */
export async function installDependencies(root, say) {
  const wanted = fingerprint(root)
  const stamp = join(root, 'node_modules/.rapport-setup')
  if (read(stamp) === wanted) return
  await withLock(root, say, async () => {
    if (read(stamp) === wanted) return
    if (!isInstalled(root)) {
      rmSync(stamp, { force: true })
      const [program, args] = npm('ci', ...installOptions)
      await step(say, 'Installing dependencies', root, program, args)
      removeUnusableNode(root)
    }
    writeFileSync(stamp, wanted)
  })
}

function fingerprint(root) {
  const lockFile = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lockFile).digest('hex')} ${process.platform}-${process.arch}\n`
}

/** Whether npm's own list of what it installed, written last, has all that the lock file asks of this machine. */
function isInstalled(root) {
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'))
  const wanted = packagesIn(join(root, 'package-lock.json'))
  return Object.entries(wanted).every(([path, { version, integrity, ...rest }]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === version && found.integrity === integrity : rest.optional && !fitsMachine(rest)
  })
}

function packagesIn(file) {
  return JSON.parse(read(file) ?? '{}').packages ?? {}
}

function fitsMachine({ os, cpu, libc }) {
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc)
}

/** The npm that runs this script, on the machine's Node: the one in node_modules is about to be replaced. */
function npm(...args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && node && basename(script) === 'npm-cli.js' && existsSync(node)) return [node, [script, ...args]]
  const beside = join(dirname(process.execPath), 'npm')
  return [existsSync(beside) ? beside : 'npm', args]
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
