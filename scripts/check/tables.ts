import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Who may touch which table: only its owner writes it, and others read it by fragments and functions of the owner's
 * public.ts. Reads the SQL in the sources as text. Prints each foreign use, and each exception that nobody needs any more.
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
  const declared = /\btables: \[([^\]]*)\]/.exec(readFileSync(join(root, file), 'utf8'))
  own(
    dirname(file),
    [...(declared?.[1] ?? '').matchAll(/'(\w+)'/g)].map(match => match[1]!),
  )
}

/** Whether a contact was merged and into which is the business of contacts alone. */
const mergedInto = 'contacts.merged_into'
own('src/slices/customers/contacts', [mergedInto])

function own(folder: string, tables: string[]): void {
  for (const table of tables) owners.set(table, [...(owners.get(table) ?? []), folder])
}

const isExempt =
  /\.(test|fixture)\.tsx?$|\.gen\.ts$|^src\/(testing|ui|snippet|app\/(tenant-matrix|hostile-input))\/|\/web\//
const sqlWrite = /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from|truncate|merge\s+into)\s+"?(\w+)/g
const sqlRead = /\b(?:from|join|using)\s+(?:only\s+|lateral\s+)*"?(\w+)|,\s*(\w+)\s+(?:as\s+)?\w+\s+(?:where|on)\b/g
const builderWrite = /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g
const builderRead = /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|using|from)\(\s*'(\w+)/g
const rowsWrite = /\binsertRows(?:<[^(]*>)?\(\s*\w+,[^,]+,\s*'(\w+)'/g
const namedTable = /\bsql\.table\('(\w+)'\)/g
const writtenName = /\b(?:insert\s+into|update|delete\s+from)\s+\$\{\s*sql\.table\((?!')/
const anyName = /'(\w+)'/g

interface Exception {
  in: string
  writes?: string[]
  reads?: string[]
  why: string
}

/** What is not yet, or for a reason not, as it should be. The list may only shrink. */
const exceptions: Exception[] = [
  { in: 'src/app/commands', reads: ['parked_events'], why: 'not moved yet' },
  {
    in: 'src/platform/auth',
    reads: ['members', 'team_members'],
    why: 'who is signed in, and for which workspace, is one prepared join',
  },
  {
    in: 'src/slices/customers/companies',
    reads: ['contacts', 'contacts.merged_into'],
    why: 'a company counts its people, who stand above it',
  },
  {
    in: 'src/slices/customers/contacts',
    reads: ['merges'],
    why: 'values and names of a contact are read in the statement that writes it',
  },
  {
    in: 'src/slices/customers/facts',
    writes: ['companies', 'contacts'],
    reads: ['companies', 'contacts', 'contacts.merged_into', 'orders', 'returns'],
    why: 'facts stand below contacts and companies, which open them; orders and returns stand above both',
  },
  {
    in: 'src/slices/customers/identity',
    reads: ['contact_facts', 'contacts', 'fields', 'handles', 'merges'],
    why: 'linkage works on whole sets of contacts and handles at once',
  },
  {
    in: 'src/slices/customers/merges',
    reads: ['contacts', 'handles', 'identity_decisions'],
    why: 'a merge moves and shows what belongs to the contacts of a tree',
  },
  {
    in: 'src/slices/customers/privacy',
    reads: ['contacts'],
    why: 'not moved yet',
  },
  {
    in: 'src/slices/workspace/demo',
    reads: ['accounts', 'contact_facts', 'contacts', 'members', 'users', 'workspaces'],
    why: 'to take a demo away asks what has come to refer to it',
  },
]

interface Use {
  file: string
  kind: 'writes' | 'reads'
  table: string
}

const uses = globSync('src/**/*.ts', { cwd: root })
  .filter(file => !isExempt.test(file))
  .flatMap(usesIn)
const isCovered = ({ file, kind, table }: Use, exception: Exception) =>
  file.startsWith(exception.in) && (exception[kind]?.includes(table) ?? false)
const foreign = uses.filter(use => !exceptions.some(exception => isCovered(use, exception)))
const faults = [
  ...new Set(
    foreign.map(
      ({ file, kind, table }) => `${file} ${kind} ${table}, which belongs to ${owners.get(table)!.join(' and ')}`,
    ),
  ),
]
for (const exception of exceptions)
  for (const kind of ['writes', 'reads'] as const)
    for (const table of exception[kind] ?? [])
      if (!uses.some(use => use.kind === kind && use.table === table && use.file.startsWith(exception.in)))
        faults.push(`${exception.in} no longer ${kind} ${table}: take the exception away`)
if (uses.length === 0 || owners.size < 50) faults.push('The check found too few tables to be right.')
for (const fault of faults) console.log(fault)
if (faults.length > 0) process.exitCode = 1

function usesIn(file: string): Use[] {
  const found: Use[] = []
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const note = (kind: Use['kind'], name: string | undefined) => {
    const table = name?.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) ?? ''
    const folders = owners.get(table)
    if (!folders || folders.some(folder => file.startsWith(`${folder}/`))) return
    if (kind === 'writes' || !isOpen(table, file)) found.push({ file, kind, table })
  }
  for (const pattern of [sqlWrite, builderWrite, rowsWrite])
    for (const match of text.matchAll(pattern)) note('writes', match[1])
  for (const match of text.matchAll(sqlRead))
    if (!/\bdelete$/.test(text.slice(0, match.index).trimEnd())) note('reads', match[1] ?? match[2])
  for (const pattern of [builderRead, namedTable]) for (const match of text.matchAll(pattern)) note('reads', match[1])
  if (/\bsql\.table\((?!')/.test(text))
    for (const match of text.matchAll(anyName)) note(writtenName.test(text) ? 'writes' : 'reads', match[1])
  if (/\bmerged_into\b|'(\w+\.)?mergedInto'/.test(text)) note('reads', mergedInto)
  return found
}
