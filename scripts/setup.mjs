// Runs on the machine's own Node (20 or newer) before anything is installed: only built-in modules here and in setup/.
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './setup/dependencies.mjs'
import { findNode } from './setup/node-program.mjs'
import { run } from './setup/run.mjs'
import { SetupError } from './setup/setup-error.mjs'
import { buildWeb } from './setup/web-build.mjs'

const scripts = {
  start: ['src/app/cli.ts', 'start'],
  rapport: ['src/app/cli.ts'],
  test: ['scripts/test.ts'],
  bench: ['bench/run.ts'],
  generate: ['scripts/generate.ts'],
}

async function main([command, ...args]) {
  const script = scripts[command]
  if (!script) throw new SetupError(`Usage: node scripts/setup.mjs <${Object.keys(scripts).join(' | ')}> [arguments]`)
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetupError(`Rapport needs Node 20 or newer; this is ${process.versions.node}.`)
  }
  const root = fileURLToPath(new URL('..', import.meta.url))
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  // The output of these two belongs to people; that of the others may be piped into a program.
  const output = command === 'start' || command === 'test' ? 1 : 2
  const say = text => writeSync(output, text)

  await installDependencies(root, say)
  const node = findNode(root)
  if (command === 'start' || command === 'test' || args[0] === 'start') await buildWeb(root, node, say)
  await run(root, node, [...script, ...args])
}

function explain(error) {
  if (error instanceof SetupError) return error.message
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code) || !error.path) return error.stack
  return `Rapport may not write ${error.path}; start it as the user who owns this folder.`
}

main(process.argv.slice(2)).catch(error => {
  writeSync(2, `${explain(error)}\n`)
  process.exitCode = 1
})
