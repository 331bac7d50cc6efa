import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mergedInto, usesIn, writesUnnamed, type Use } from '../tables/uses.ts'

/**
 * Who may touch which table: only its owner writes it, and others read it by fragments and functions of the owner's
 * public.ts, and no list is filtered by a raw contact_id. Reads the SQL in the sources as text. Prints each foreign use,
 * and each exception that nobody needs any more.
 */
const root = join(import.meta.dirname, '../..')

/** Tables of the platform; some of them a slice declares as well, which shows what is in them. */
const platform: Record<string, string[]> = {
  'src/platform': ['workspaces', 'erased_handles'],
  'src/platform/auth': [
    'api_keys',
    'api_key_hashes',
    'users',
    'accounts',
    'sessions',
    'verifications',
    'two_factors',
    'passkeys',
    'instance_values',
  ],
  'src/platform/audit': ['audit_entries'],
  'src/platform/events': ['events', 'event_batches', 'event_deliveries', 'parked_events'],
  'src/platform/http': ['idempotency_keys'],
  'src/platform/mail': ['outgoing_mail'],
}

/** The one log, which all may read, and the slices that may read everything. */
const isOpen = (table: string, file: string) => table === 'events' || file.startsWith('src/slices/insight/')

const owners = new Map<string, string[]>()
for (const [folder, tables] of Object.entries(platform)) own(folder, tables)
for (const file of globSync('src/slices/*/*/slice.ts', { cwd: root })) {
  const declared = /\btables: \[([^\]]*)\]/.exec(read(file))
  own(dirname(file), namesIn(declared?.[1] ?? ''))
}
own('src/slices/customers/contacts', [mergedInto])

const definitions = new Map(
  globSync('src/slices/*/*/record.ts', { cwd: root }).flatMap(file =>
    [...read(file).matchAll(/export const (\w+) = defineRecord\(\{[^{]*?\btable: '(\w+)'/g)].map(
      ([, name, table]) => [name!, table!] as const,
    ),
  ),
)

function own(folder: string, tables: string[]): void {
  for (const table of tables) owners.set(table, [...(owners.get(table) ?? []), folder])
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/'(\w+)'/g)].map(match => match[1]!)
}

const isExempt =
  /\.(test|fixture)\.tsx?$|\.gen\.ts$|^src\/(testing|ui|snippet|app\/(tenant-matrix|hostile-input))\/|\/web\//

interface Exception {
  in: string
  reads: string[]
  why: string
}

/** What reads others' tables itself, and why. Nobody writes them. */
const exceptions: Exception[] = [
  {
    in: 'src/platform/auth',
    reads: ['members', 'team_members'],
    why: 'who signs in, for which workspace and with which rights, is one prepared join on the way of every request',
  },
  {
    in: 'src/slices/customers/companies',
    reads: ['contacts', 'contacts.merged_into'],
    why: 'a company counts its people, but contacts stand above companies',
  },
  {
    in: 'src/slices/customers/contacts',
    reads: ['merges'],
    why: 'whose values a contact shows follows from the merges that hold, but merges stand above contacts',
  },
  {
    in: 'src/slices/customers/facts',
    reads: ['companies', 'contacts', 'contacts.merged_into', 'orders', 'returns'],
    why: 'facts are folded for whoever an event is now, of orders that still count; all three stand above facts',
  },
  {
    in: 'src/slices/customers/identity',
    reads: ['contact_facts', 'contacts', 'fields', 'handles', 'merges'],
    why: 'linkage compares all contacts of a workspace with each other in single statements over whole sets',
  },
  {
    in: 'src/slices/customers/merges',
    reads: ['contacts', 'handles', 'identity_decisions'],
    why: 'a merge shows and checks whole trees of contacts; what was judged about them stands above merges',
  },
  {
    in: 'src/slices/workspace/demo',
    reads: ['contact_facts', 'contacts', 'members', 'workspaces'],
    why: 'the demo looks for what it has just made, a million rows at once, to go on with it',
  },
]

/** What writes a table that only a variable names, and whose tables those are. Everybody else names what they write. */
const writers: { files: string[]; why: string }[] = [
  {
    files: [
      'src/platform/db/row.ts',
      'src/platform/record/bin.ts',
      'src/platform/record/statements.ts',
      'src/platform/record/demo-records.ts',
      'src/platform/personal-data.ts',
    ],
    why: 'does it for those who name a table or a definition, which is read there',
  },
  {
    files: ['fold.ts', 'public.ts', 'rebuild.ts'].map(file => `src/slices/customers/facts/${file}`),
    why: 'its two tables are alike: of contacts, of companies',
  },
  {
    files: ['store.ts', 'import/undo.ts'].map(file => `src/slices/customers/orders/${file}`),
    why: 'its orders and returns come once, and go, alike',
  },
  {
    files: ['undo/imported-rows.ts', 'batches/import-records.ts', 'batches/sourced-record.ts'].map(
      file => `src/slices/customers/imports/${file}`,
    ),
    why: 'kinds of record that say importTarget and imported are written by definition',
  },
  { files: ['src/slices/customers/tags/take-off.ts'], why: 'a deleted tag comes off all kinds with the column tagIds' },
  {
    files: ['src/slices/customers/fields/demo.ts'],
    why: 'a field of the demo leaves all kinds with the column fields',
  },
  { files: ['src/slices/customers/privacy/jobs/retain.ts'], why: 'what manifests say has a term goes when it is over' },
  { files: ['src/slices/workspace/members/hand-over.ts'], why: 'kinds that say owned are handed over' },
  { files: ['src/slices/workspace/members/demo.ts'], why: 'kinds that say owned lose members of the demo' },
  {
    files: ['src/slices/workspace/demo/commands/remove-demo.ts'],
    why: 'kinds with the column isDemo lose what is of the demo',
  },
  {
    files: ['load.ts', 'strip-tables.ts'].map(file => `src/slices/workspace/demo/${file}`),
    why: 'a million rows of the demo are copied in, into tables without their indexes where these are empty',
  },
  { files: ['src/platform/db/backup/read-backup.ts'], why: 'a backup is restored table by table' },
]

const files = globSync('src/**/*.ts', { cwd: root }).filter(file => !isExempt.test(file))
const uses = files
  .flatMap(file => usesIn(file, read(file), { owners, definitions }))
  .filter(({ kind, table, file }) => kind === 'writes' || !isOpen(table, file))
const isCovered = ({ kind, table, file }: Use, { in: folder, reads }: Exception) =>
  kind === 'reads' && file.startsWith(`${folder}/`) && reads.includes(table)
const faults = new Set(
  uses
    .filter(use => !exceptions.some(exception => isCovered(use, exception)))
    .map(({ file, kind, table }) => `${file} ${kind} ${table}, which belongs to ${owners.get(table)!.join(' and ')}`),
)
for (const exception of exceptions)
  for (const table of exception.reads)
    if (!uses.some(use => use.table === table && isCovered(use, exception)))
      faults.add(`${exception.in} no longer reads ${table}: take the exception away`)
// Whoever was merged would be missing from the page of whom they were merged into.
for (const file of files)
  if (/type: 'id',\s*sql: sql`\w+\.contact_id`(?!,\s*refersTo\b)/.test(read(file)))
    faults.add(`${file} filters by contact_id itself: say that it refersTo contacts`)
const unnamed = files.filter(file => writesUnnamed(read(file), { definitions }))
const known = writers.flatMap(writer => writer.files)
for (const file of unnamed) if (!known.includes(file)) faults.add(`${file} writes a table that only a variable names`)
for (const file of known) if (!unnamed.includes(file)) faults.add(`${file} names what it writes: take it away`)
if (uses.length === 0 || owners.size < 50 || definitions.size < 5)
  faults.add('The check found too few tables to be right.')
for (const fault of faults) console.log(fault)
if (faults.size > 0) process.exitCode = 1
