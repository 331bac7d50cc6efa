import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { isRunning } from '../../src/platform/db/embedded/process-table.ts'

const base = mkdtempSync(join(tmpdir(), 'rapport setup-'))
let clones = 0
let clone = ''

interface Outcome {
  code: number | null
  out: string
  error: string
}

/** A clone with a space in its path, with one local package to install and an app that prints what it was given. */
beforeEach(() => {
  clone = join(base, `clone ${++clones}`)
  for (const folder of ['src/app', 'scripts', 'parts/one']) mkdirSync(join(clone, folder), { recursive: true })
  cpSync(join(import.meta.dirname, '../setup.mjs'), join(clone, 'scripts/setup.mjs'))
  cpSync(import.meta.dirname, join(clone, 'scripts/setup'), { recursive: true })
  writeFileSync(join(clone, 'parts/one/package.json'), JSON.stringify({ name: 'one', version: '1.0.0' }))
  const manifest = { name: 'clone', version: '1.0.0', type: 'module', dependencies: { one: 'file:parts/one' } }
  writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest))
  writeLock({ '': manifest, ...localPart })
  writeFileSync(
    join(clone, 'src/app/cli.ts'),
    'const given: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify(given))\n',
  )
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

const localPart = {
  'node_modules/one': { resolved: 'parts/one', link: true },
  'parts/one': { name: 'one', version: '1.0.0' },
}

function writeLock(packages: Record<string, object>): void {
  const lock = { name: 'clone', version: '1.0.0', lockfileVersion: 3, requires: true, packages }
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock))
}

function setup(args: string[], onStart: (child: ReturnType<typeof spawn>) => void = () => {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['scripts/setup.mjs', ...args], { cwd: clone })
  const outcome: Outcome = { code: null, out: '', error: '' }
  child.stdout.on('data', chunk => (outcome.out += chunk))
  child.stderr.on('data', chunk => (outcome.error += chunk))
  onStart(child)
  return new Promise(resolve => child.once('close', code => resolve({ ...outcome, code })))
}

function addVite(): string {
  writeFileSync(join(clone, 'vite.config.ts'), '')
  const builds = join(clone, 'builds')
  const code = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
    const out = process.argv[process.argv.indexOf('--outDir') + 1]
    mkdirSync(out, { recursive: true })
    writeFileSync(out + '/index.html', '<html>')
    appendFileSync(${JSON.stringify(builds)}, 'x')`
  mkdirSync(join(clone, 'node_modules/vite/bin'), { recursive: true })
  writeFileSync(join(clone, 'node_modules/vite/package.json'), '{"type":"module"}')
  writeFileSync(join(clone, 'node_modules/vite/bin/vite.js'), code)
  return builds
}

test('installs once, then adds nothing of its own to the output', async () => {
  const first = await setup(['rapport', 'import', 'my file.csv'])
  expect(first).toMatchObject({ code: 0, out: '["import","my file.csv"]\n' })
  expect(first.error).toMatch(/^Installing dependencies … {2}\(\d+ s\)\n$/)
  const second = await setup(['rapport', 'doctor'])
  expect(second).toEqual({ code: 0, out: '["doctor"]\n', error: '' })
})

test('two at once in one clone install once', async () => {
  const outcomes = await Promise.all([setup(['start']), setup(['start'])])
  for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 0, error: '' })
  expect(
    outcomes
      .map(outcome => outcome.out)
      .join('')
      .match(/Installing/g),
  ).toHaveLength(1)
})

test('the lock of a set-up that was killed is taken over', async () => {
  mkdirSync(join(clone, 'dist/.setup/lock'), { recursive: true })
  writeFileSync(join(clone, 'dist/.setup/lock/owner'), `${process.pid} started-long-ago`)
  expect(await setup(['start'])).toMatchObject({ code: 0 })
  expect(existsSync(join(clone, 'dist/.setup/lock'))).toBe(false)
})

test('what npm installed by other means counts, and a changed lock file is installed', async () => {
  await setup(['start'])
  const two = { version: '1.0.0', resolved: 'file:parts/two.tgz', integrity: 'sha512-x' }
  const foreign = { ...two, optional: true, os: ['none'] }
  const manifest = { name: 'clone', version: '1.0.0', dependencies: { one: 'file:parts/one', two: two.resolved } }
  writeFileSync(join(clone, 'package.json'), JSON.stringify({ ...manifest, type: 'module' }))
  writeLock({ '': manifest, ...localPart, 'node_modules/two': two, 'node_modules/foreign': foreign })
  const failed = await setup(['start'])
  expect(failed.code).toBe(1)
  expect(failed.error).toMatch(/Installing dependencies failed \(exit status \d+\); its reasons are above\.\n$/)

  const installed = { packages: { ...localPart, 'node_modules/two': two } }
  mkdirSync(join(clone, 'node_modules'), { recursive: true })
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), JSON.stringify(installed))
  expect(await setup(['start'])).toEqual({ code: 0, out: '["start"]\n', error: '' })
})

test('the web app is built when its sources changed, not when tests or server files did', async () => {
  await setup(['rapport'])
  const builds = addVite()
  const touch = (path: string) => {
    mkdirSync(join(clone, path, '..'), { recursive: true })
    writeFileSync(join(clone, path), `// ${Math.random()}`)
  }
  expect((await setup(['start'])).out).toMatch(
    /^Building the web app … {2}\(0 s\)\nBuilding the snippet for sites … {2}\(0 s\)\n\["start"\]\n$/,
  )
  for (const path of ['src/ui/a.test.tsx', 'src/platform/a.ts', 'src/slices/sales/deals/commands/win.ts']) touch(path)
  expect((await setup(['start'])).out).toBe('["start"]\n')
  expect((await setup(['rapport', 'doctor'])).out).toBe('["doctor"]\n')
  // Each time the web app and the snippet.
  expect(readFileSync(builds, 'utf8')).toBe('xx')

  touch('src/slices/sales/deals/web/routes.ts')
  expect((await setup(['rapport', 'start'])).error).toMatch(/^Building the web app/)
  utimesSync(join(clone, 'vite.config.ts'), 1, 1)
  await setup(['start'])
  expect(readFileSync(builds, 'utf8')).toBe('xxxxxx')
  rmSync(join(clone, 'dist/web'), { recursive: true })
  await setup(['start'])
  expect(existsSync(join(clone, 'dist/web/index.html'))).toBe(true)
})

test('passes on the exit code, and signals reach the program', async () => {
  writeFileSync(join(clone, 'src/app/cli.ts'), 'process.exit(7)')
  expect((await setup(['rapport'])).code).toBe(7)
  const waiting = `process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up')`
  writeFileSync(join(clone, 'src/app/cli.ts'), waiting)
  const { code } = await setup(['rapport'], child => child.stdout?.once('data', () => child.kill('SIGTERM')))
  expect(code).toBe(9)
})

test.each(['SIGTERM', 'SIGKILL'] as const)('the program ends when the npm that started it gets %s', async signal => {
  await setup(['rapport'])
  const manifest = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as object
  const scripts = { rapport: 'node scripts/setup.mjs rapport' }
  writeFileSync(join(clone, 'package.json'), JSON.stringify({ ...manifest, scripts }))
  writeFileSync(join(clone, 'src/app/cli.ts'), `console.log(process.pid); setInterval(() => {}, 1000)`)
  const npm = spawn('npm', ['run', '--silent', 'rapport'], { cwd: clone })
  const pid = await new Promise<number>(resolve => npm.stdout.once('data', chunk => resolve(Number(chunk))))
  await new Promise(resolve => setTimeout(resolve, 300))
  npm.kill(signal)
  for (const deadline = Date.now() + 5_000; isRunning(pid) && Date.now() < deadline;) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  expect(isRunning(pid)).toBe(false)
})

test('an unknown command names those there are', async () => {
  const { code, error } = await setup(['begin'])
  expect(code).toBe(1)
  expect(error).toBe('Usage: node scripts/setup.mjs <start | rapport | test | bench | generate> [arguments]\n')
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said in one sentence', async () => {
  chmodSync(clone, 0o500)
  const { error } = await setup(['start'])
  chmodSync(clone, 0o700)
  expect(error).toMatch(/^Rapport may not write .*dist.*; start it as the user who owns this folder\.\n$/)
})
