import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Totals } from './test/suite-reporter.ts'

/**
 * `npm test [-- NAME…]`: everything, or only the named suites: types, lint, format, each file of scripts/check by its name,
 * generated, unit, browser. One line a suite; the last line is `N passed, N failed`.
 */
const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', name)
const node = process.execPath

const checks: Record<string, string[]> = {
  types: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  lint: [bin('oxlint/bin/oxlint'), '--deny-warnings', 'src', 'scripts', 'bench', 'e2e'],
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ...Object.fromEntries(
    readdirSync(join(root, 'scripts/check')).map(file => [file.replace('.ts', ''), [`scripts/check/${file}`]]),
  ),
  generated: ['scripts/generate.ts', '--check'],
}
const suites: Record<string, string[]> = { unit: [], browser: ['--config', 'e2e/vitest.config.ts'] }

async function main(names: string[]): Promise<void> {
  const wants = (name: string) => names.length === 0 || names.includes(name)
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, args] of Object.entries(checks).filter(([name]) => wants(name))) {
    const started = Date.now()
    const { code, output } = await run(args)
    const isOk = code === 0
    totals[isOk ? 'passed' : 'failed']++
    console.log(`${isOk ? 'ok    ' : 'FAILED'} ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
    if (!isOk) console.log(output.trimEnd())
  }
  const folder = await mkdtemp(join(tmpdir(), 'rapport-totals-'))
  for (const [name, args] of Object.entries(suites).filter(([name]) => wants(name))) {
    const file = join(folder, `${name}.json`)
    await run(
      [bin('vitest/vitest.mjs'), 'run', ...args, `--reporter=${join(root, 'scripts/test/suite-reporter.ts')}`],
      { RAPPORT_TOTALS: file },
    )
    const told = (await readFile(file, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 1, skipped: 0 }))) as Totals
    for (const key of ['passed', 'failed', 'skipped'] as const) totals[key] += told[key]
  }
  await rm(folder, { recursive: true })
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
  if (totals.failed > 0 || totals.passed === 0) process.exitCode = 1
}

/** Runs a program of this project; what a vitest suite prints goes straight on. */
function run(args: string[], env?: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise(done => {
    const child = spawn(node, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: env ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', chunk => (output += chunk))
    child.stderr?.on('data', chunk => (output += chunk))
    child.on('close', code => done({ code: code ?? 1, output }))
  })
}

await main(process.argv.slice(2))
