import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Who may import whom (ARCHITECTURE.md, Imports). Reads the import statements of the files as text. */
interface Rule {
  name: string
  from: RegExp
  not?: RegExp
  /** Whether the import of `to` is allowed; `match` is that of `from`. */
  allows(to: string, match: RegExpExecArray): boolean
}

const isTest = /\.(test|fixture|e2e)\.tsx?$|^src\/app\/(tenant-matrix|hostile-input)\//
const opensConnections = /^src\/(platform\/db\/connect\.ts|testing\/)/
const isOpen = /\/(public|record|schema|events)\.ts$/

const rules: Rule[] = [
  { name: 'the kernel stands alone', from: /^src\/kernel\//, allows: to => to.startsWith('src/kernel/') },
  { name: 'models see only the kernel', from: /^src\/models\//, allows: to => /^src\/(kernel|models)\//.test(to) },
  {
    name: 'the platform knows no feature',
    from: /^src\/platform\//,
    not: isTest,
    allows: to => /^src\/(kernel|models|platform)\//.test(to),
  },
  { name: 'the design system knows no feature', from: /^src\/ui\//, allows: to => /^src\/(kernel|ui)\//.test(to) },
  {
    name: 'web sees ui, kernel, and of slices only record, schema, policy, events and web',
    from: /^src\/(slices\/[^/]+\/[^/]+|app)\/web\//,
    allows: to =>
      /^src\/(ui|kernel)\//.test(to) ||
      /\/web\//.test(to) ||
      /^src\/slices\/.*\/(record|schema|policy|events)\.ts$/.test(to),
  },
  {
    name: 'a slice sees another only through public, record, schema and events; reports may read any',
    from: /^src\/slices\/([^/]+\/[^/]+)\/(?!web\/)/,
    not: /\.(test|fixture)\.tsx?$|^src\/slices\/insight\/reports\//,
    allows: (to, match) =>
      /^src\/(kernel|models|platform)\//.test(to) ||
      to.startsWith(`src/slices/${match[1]}/`) ||
      (to.startsWith('src/slices/') && isOpen.test(to)),
  },
  {
    name: 'policies do no I/O',
    from: /\/policy\.ts$/,
    allows: to => !/^src\/platform\/(db|jobs|mail|files|http)\//.test(to),
  },
  {
    name: 'only tests use the test harness',
    from: /^(src|scripts)\/(?!testing\/)/,
    not: isTest,
    allows: to => !to.startsWith('src/testing/'),
  },
]

const root = join(import.meta.dirname, '../..')
const files = globSync('{src,scripts,bench,e2e}/**/*.{ts,tsx}', { cwd: root })
const statement =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[^'"`;]*?\s+from\s+)?['"](\.{1,2}\/[^'"]+)['"]|import\(\s*['"](\.{1,2}\/[^'"]+)['"]/g

const graph = new Map<string, string[]>()
const faults: string[] = []
for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8')
  const imported: string[] = []
  for (const match of text.matchAll(statement)) {
    const to = relative(root, resolve(root, dirname(file), match[1] ?? match[2]!))
    if (!existsSync(join(root, to))) faults.push(`${file} imports ${to}, which is not there`)
    if (match[1] !== undefined) imported.push(to)
    for (const rule of rules) {
      const from = rule.from.exec(file)
      if (from && !rule.not?.test(file) && !rule.allows(to, from)) faults.push(`${file} → ${to}: ${rule.name}`)
    }
  }
  if (
    /\bnew pg\.|\bconnectionString\b/.test(text) &&
    file.startsWith('src/') &&
    !isTest.test(file) &&
    !opensConnections.test(file)
  )
    faults.push(`${file}: connections are opened by src/platform/db/connect.ts, which outlives their loss`)
  graph.set(file, imported)
}
if (graph.size < 50) faults.push('The check found too few files to be right.')

for (const circle of findCircles(graph)) faults.push(`circle: ${circle.join(' → ')}`)
for (const fault of faults) console.log(fault)
if (faults.length > 0) process.exitCode = 1

function findCircles(graph: Map<string, string[]>): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) {
      circles.push([...path.slice(at), file])
      return
    }
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return circles
}
