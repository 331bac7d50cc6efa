import { parseArgs } from 'node:util'
import { flushAuditReads } from '../src/platform/audit/audit-read.ts'
import type { Bench, Figure } from './bench.ts'
import { openDataset, type Dataset } from './dataset.ts'
import { measure } from './measure.ts'
import { measureCollect } from './collect.ts'
import { startApp, startRaw } from './processes.ts'
import { Recorder } from './record.ts'
import type { Replay } from './replay.ts'
import { measureIdentity } from './identity/run-identity.ts'
import { jsonLine, machine, table } from './report.ts'
import { createContact } from './routes/create-contact.ts'
import { filteredList } from './routes/filtered-list.ts'
import { cleanUpImports, importContacts } from './routes/import-contacts.ts'
import { openContact } from './routes/open-contact.ts'
import { search } from './routes/search.ts'
import { timeline } from './routes/timeline.ts'
import { plans, sizes, type Size } from './settings.ts'
import { signInAll } from './sign-in.ts'

const benches: Bench[] = [openContact, timeline, search, filteredList, createContact]
const names = [...benches.map(bench => bench.name), 'import', 'collect', 'identity']
const usage = `Usage: npm run bench -- [${names.join(' | ')}] … [--size small|large] [--json]`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string', default: 'small' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const size = values.size as Size
  const unknown = positionals.filter(name => !names.includes(name))
  if (values.help || unknown.length > 0 || !sizes.includes(size)) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const say = (line: string) => console.error(line)
  const chosen = positionals.length === 0 ? benches : benches.filter(bench => positionals.includes(bench.name))
  const dataset = await openDataset(size, say)
  try {
    const wants = (name: string) => positionals.length === 0 || positionals.includes(name)
    const also = { import: wants('import'), collect: wants('collect') }
    const figures =
      chosen.length > 0 || also.import || also.collect ? await measureAll(chosen, also, dataset, size, say) : []
    if (wants('identity')) figures.push(...(await measureIdentity(dataset, plans[size].linkedPeople, say)))
    console.log(
      values.json
        ? figures.map(jsonLine).join('\n')
        : `${table(figures)}\n\n${size}: ${plans[size].contacts.toLocaleString('en')} contacts. ${machine()}`,
    )
  } finally {
    await dataset.close()
  }
  return 0
}

async function measureAll(
  chosen: readonly Bench[],
  also: { import: boolean; collect: boolean },
  dataset: Dataset,
  size: Size,
  say: (line: string) => void,
): Promise<Figure[]> {
  for (const bench of chosen) await bench.cleanUp?.(dataset)
  if (also.import) await cleanUpImports(dataset)
  const raw = await startRaw(dataset, await recordAll(chosen, dataset))
  const app = await startApp(dataset)
  try {
    const cookies = await signInAll(app.origin, dataset.accounts)
    const figures: Figure[] = []
    const { seconds, rounds } = plans[size]
    for (const bench of chosen) {
      say(`Measuring: ${bench.title} …`)
      figures.push(...(await measure(bench, dataset, { app, raw, cookies }, seconds, rounds)))
    }
    if (also.import) {
      say('Measuring: import contacts …')
      figures.push(await importContacts(dataset, app.origin, cookies[0]!, plans[size].importRows))
    }
    if (also.collect) {
      say('Measuring: collect events …')
      figures.push(...(await measureCollect(dataset, app, seconds, rounds)))
    }
    return figures
  } finally {
    await app.stop()
    await raw.stop()
    for (const bench of chosen) await bench.cleanUp?.(dataset)
    if (also.import) await cleanUpImports(dataset)
  }
}

async function recordAll(chosen: readonly Bench[], dataset: Dataset): Promise<Record<string, Replay>> {
  const recorder = await Recorder.open(dataset)
  const replays: Record<string, Replay> = {}
  for (const bench of chosen) replays[bench.name] = await recorder.record(bench, dataset)
  await flushAuditReads(dataset.app)
  await recorder.close()
  return replays
}

process.exitCode = await main()
