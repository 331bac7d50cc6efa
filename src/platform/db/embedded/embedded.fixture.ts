import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export const isRoot = process.getuid?.() === 0

/** A new folder with a space in its path that the server's user can get through. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapport embedded-'))
  chmodSync(folder, 0o711)
  return folder
}

export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

export interface Rapport {
  pid: number
  url: string
  adopted: boolean
  process: ChildProcess
  exited: Promise<unknown>
}

/** A process of its own that starts the database, runs `then` and reports; fails with what the process said. */
export async function startInProcess(folder: string, then = '', env: Record<string, string> = {}): Promise<Rapport> {
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    const database = await startEmbedded({ folder: ${JSON.stringify(folder)} })
    setInterval(() => {}, 1000)
    ${then}
    console.log(JSON.stringify({ url: database.url, adopted: database.adopted }))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise(resolve => child.once('exit', resolve))
  let said = ''
  child.stderr.on('data', chunk => (said += chunk))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', chunk => resolve(String(chunk)))
    void exited.then(() => reject(new Error(said)))
  })
  return { ...(JSON.parse(line) as { url: string; adopted: boolean }), pid: child.pid ?? 0, process: child, exited }
}

export async function until(holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline;) {
    if (await holds()) return true
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return false
}
