import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

/** Goes over into the program. Where Node can, this process becomes it; else it waits and passes signals on. */
export async function run(root, node, args) {
  const bin = join(root, 'node_modules/.bin')
  const env = {
    ...process.env,
    // By full path below, and first here for what the program starts: shells remember where they once found `node`.
    PATH: [bin, process.env.PATH].filter(Boolean).join(delimiter),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'dist/.setup/compile-cache'),
  }
  const followNpm = new URL('follow-npm.mjs', import.meta.url).href
  const nodeArgs = ['--disable-warning=ExperimentalWarning', `--import=${followNpm}`, ...args]
  if (process.execve && process.platform !== 'win32') {
    process.removeAllListeners('warning')
    process.execve(node, [node, ...nodeArgs], env)
  }
  const child = spawn(node, nodeArgs, { stdio: 'inherit', env })
  // Ctrl-C in a terminal reaches the program by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
