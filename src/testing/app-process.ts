import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../app/cli.ts')

export interface AppProcess {
  url: string
  child: ChildProcess
  /** Everything it has printed. */
  output(): string
  /** Stops it as Ctrl-C does, and waits. */
  stop(): Promise<number | null>
  /** Kills it as a power cut does. */
  kill(): Promise<void>
}

/** The real app as a process of its own, with its embedded database in `folder`; ready when this returns. */
export async function startApp(folder: string, env: Record<string, string> = {}, program = cli): Promise<AppProcess> {
  const child = spawn(process.execPath, [program, 'start'], {
    env: { ...process.env, RAPPORT_DATA: folder, PORT: '0', RAPPORT_DEMO: 'false', REQUESTS_PER_MINUTE: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout!.on('data', chunk => (output += chunk))
  child.stderr!.on('data', chunk => (output += chunk))
  const exited = once(child, 'exit')
  const url = await new Promise<string>((done, fail) => {
    const look = () => {
      const match = /Rapport runs at (\S+)[\s\S]*Stop with Ctrl-C/.exec(output)
      if (match) done(match[1]!)
    }
    child.stdout!.on('data', look)
    child.once('exit', code => fail(new Error(`The app ended with ${code} before it was ready:\n${output}`)))
  })
  return {
    url,
    child,
    output: () => output,
    async stop() {
      child.kill('SIGINT')
      await exited
      return child.exitCode
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** A port that is free now: an app that starts again on the same one keeps its sessions. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return String(port)
}

/** Runs one command of the command line to its end. */
export async function runCli(
  folder: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_DEMO: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', chunk => (stdout += chunk))
  child.stderr.on('data', chunk => (stderr += chunk))
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}

/** Makes the first owner through the link that the app printed, and returns the session cookie. */
export async function makeOwner(app: AppProcess): Promise<string> {
  const link = /(http\S+)\/setup\/(\S+)/.exec(app.output())!
  const response = await fetch(`${app.url}/api/v1/setup/${link[2]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      workspaceName: 'Acme',
      country: 'CZ',
      currency: 'EUR',
      timeZone: 'Europe/Prague',
      locale: 'en',
      name: 'Olga Owner',
      email: 'olga@example.com',
      password: 'correct horse battery',
    }),
  })
  if (!response.ok) throw new Error(`setup: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
