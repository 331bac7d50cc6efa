import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The closed vocabulary of ARCHITECTURE.md: which names stand where. Prints what does not fit. */
const root = join(import.meta.dirname, '../..')
const faults: string[] = []

const roles = new Set([
  'slice',
  'record',
  'policy',
  'schema',
  'events',
  'store',
  'queries',
  'commands',
  'reactions',
  'jobs',
  'routes',
  'public',
])
const areas = new Set([
  'customers',
  'channels',
  'sales',
  'service',
  'marketing',
  'experience',
  'community',
  'insight',
  'workspace',
])
const forbidden = /^(utils?|helpers?|services?|index|common|misc|manager|types)(\.tsx?)?$/
const longest = 350

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? [path, ...walk(path)] : [path]
  })
}

for (const path of [...walk(join(root, 'src')), ...walk(join(root, 'scripts')), ...walk(join(root, 'e2e'))]) {
  const shown = relative(root, path)
  const name = shown.split('/').at(-1)!
  if (forbidden.test(name)) faults.push(`${shown}: name what it is for; “${name}” is not in the vocabulary`)
  if (
    name.endsWith('.tsx') &&
    !/^[A-Z]/.test(name) &&
    !/^(main|screens|public|i18n|i18n-context|.*\.test)\.tsx$/.test(name) &&
    /export (default )?function [A-Z]/.test(readFileSync(path, 'utf8'))
  ) {
    faults.push(`${shown}: a file with a component is named like it, in PascalCase`)
  }
  if (name.endsWith('.ts') && !/\.(gen|d)\.ts$/.test(name)) {
    if (!/^[a-z0-9]+([-.][a-z0-9]+)*\.ts$/.test(name)) faults.push(`${shown}: file names are kebab-case`)
  }
  if (/\.tsx?$/.test(name) && !name.endsWith('.gen.ts')) {
    const lines = readFileSync(path, 'utf8').split('\n').length
    if (lines > longest)
      faults.push(
        `${shown}: ${lines} lines, ${longest} at most; make it a folder with one file a use case, a test several of one behaviour`,
      )
  }
}

for (const area of readdirSync(join(root, 'src/slices'))) {
  if (!areas.has(area)) faults.push(`src/slices/${area}: there is no such area`)
  for (const slice of readdirSync(join(root, 'src/slices', area))) {
    const folder = join(root, 'src/slices', area, slice)
    const files = new Set(readdirSync(folder))
    if (!files.has('slice.ts')) faults.push(`src/slices/${area}/${slice}: has no manifest slice.ts`)
    const has = (role: string) => files.has(`${role}.ts`) || files.has(role)
    if (has('routes') && !has('schema')) faults.push(`src/slices/${area}/${slice}: routes without schema.ts`)
    for (const role of roles) {
      if (files.has(`${role}.ts`) && files.has(role))
        faults.push(`src/slices/${area}/${slice}: both ${role}.ts and ${role}/`)
    }
    if (has('routes') && ![...files].some(file => file.endsWith('.test.ts')))
      faults.push(`src/slices/${area}/${slice}: has no test`)
  }
}

for (const fault of faults) console.log(fault)
if (faults.length > 0) process.exitCode = 1
