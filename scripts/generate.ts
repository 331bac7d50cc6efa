import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { configTable } from '../src/platform/config.ts'
import { startEmbedded } from '../src/platform/db/embedded/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { generateTables } from './generate/tables.ts'

/**
 * Writes the files that follow from others: `npm run generate [-- tables | documents] [--check]`. With `--check` nothing
 * is written and stale files fail. Tables go first: the documents need code that imports their types.
 */
const root = join(import.meta.dirname, '..')

async function main(args: string[]): Promise<void> {
  const isCheck = args.includes('--check')
  const wants = (name: string) => args.every(arg => arg.startsWith('--')) || args.includes(name)
  const stale: string[] = []
  const put = async (path: string, content: string) => {
    const target = join(root, path)
    if ((await readFile(target, 'utf8').catch(() => null)) === content) return
    stale.push(path)
    if (!isCheck) await writeFile(target, content)
  }
  if (wants('tables')) await put('src/platform/db/tables.gen.ts', await tables())
  if (wants('documents')) {
    await put(
      'docs/configuration.md',
      await markdown(
        `# Configuration\n\nEvery variable of the environment that Rapport reads, or of a file \`.env\` in its folder. Generated from \`src/platform/config/variables.ts\`.\n\n${configTable()}`,
      ),
    )
    const { openApiDocument } = await import('../src/app/http.ts')
    await put('docs/openapi.json', JSON.stringify(openApiDocument(), null, 2) + '\n')
    const { permissionTable } = await import('./generate/permissions.ts')
    await put('docs/permissions.md', await markdown(permissionTable()))
    const { eventTable } = await import('./generate/events.ts')
    await put('docs/events.md', await markdown(eventTable()))
  }
  for (const path of stale) console.log(`${isCheck ? 'stale' : 'wrote'} ${path}`)
  if (isCheck && stale.length > 0) {
    console.log('Run: npm run generate')
    process.exitCode = 1
  }
}

async function tables(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-generate-'))
  const server = await startEmbedded({ folder, settings: { fsync: 'off' } })
  try {
    await migrate(server.url)
    return await generateTables(server.url)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function markdown(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(join(root, 'docs/x.md'))), parser: 'markdown' })
}

await main(process.argv.slice(2))
