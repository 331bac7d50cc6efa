import { spawn } from 'node:child_process'
import { SetupError } from './setup-error.mjs'

/** Runs a program with one line of progress; what it says is shown only when it fails. */
export async function step(say, label, root, program, args) {
  const began = Date.now()
  say(`${label} …`)
  const { status, said } = await runQuietly(program, args, root)
  say(`  (${Math.round((Date.now() - began) / 1000)} s)\n`)
  if (status === 0) return
  const reason = said.trim().split('\n').slice(-20).join('\n')
  throw new SetupError(`${reason}\n${label} failed (exit status ${status}); its reasons are above.`)
}

async function runQuietly(program, args, cwd) {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  const stop = signal => {
    child.kill(signal)
    process.exit(1)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.once(signal, stop)
  const status = await new Promise(resolve => {
    child.once('close', (code, signal) => resolve(code ?? signal))
    child.once('error', error => resolve(error.message))
  })
  for (const signal of signals) process.off(signal, stop)
  return { status, said }
}
