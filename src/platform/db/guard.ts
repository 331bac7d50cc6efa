import { writesIdentity } from './identity-version.ts'
import { tenantTables } from './tables.gen.ts'

/**
 * The tenant wall: a statement that touches a tenant table without comparing its `workspace_id` is a bug and is refused
 * before it reaches the database, in production too. Works on the text of the statement; each text is checked once.
 */
const tenant = new Set<string>(tenantTables)
const appendOnly = new Set(['audit_entries', 'consents', 'consent_texts'])

/** Begins the statements of erasures and retention, the only ones that may change or delete what is append-only. */
export const forgets = '/* forgets */'

interface Verdict {
  fault: string | null
  writesIdentity: boolean
}

const verdicts = new Map<string, Verdict>()

/** Throws for a statement that may not be sent; tells of others whether they change who somebody is. */
export function checkStatement(sql: string): boolean {
  let verdict = verdicts.get(sql)
  if (verdict === undefined) {
    verdict = { fault: findFault(sql), writesIdentity: writesIdentity(sql) }
    if (verdicts.size > 5000) verdicts.clear()
    verdicts.set(sql, verdict)
  }
  if (verdict.fault !== null) throw new Error(`${verdict.fault} Statement: ${sql.slice(0, 500)}`)
  return verdict.writesIdentity
}

/** What is wrong with `sql`, or null. */
export function findFault(sql: string): string | null {
  const tokens = tokenize(sql)
  const { references, mentions } = readReferences(tokens)
  for (const { table, alias, scope, verb } of references) {
    if (appendOnly.has(table) && (verb === 'update' || verb === 'delete') && !sql.startsWith(forgets)) {
      return `The table ${table} is append-only.`
    }
    const isBound = mentions.some(
      mention =>
        (mention.qualifier === null && mention.scope === scope && mention.verb !== 'assign') ||
        mention.qualifier === alias ||
        mention.qualifier === table,
    )
    if (!isBound) return `The statement uses the tenant table ${table} without comparing its workspace_id.`
  }
  return references.length > 0 && mentions.some(mention => mention.verb === 'assign')
    ? 'A statement may not change the workspace_id of a row.'
    : null
}

interface Reference {
  table: string
  alias: string
  scope: number
  verb: string
}

interface Mention {
  qualifier: string | null
  scope: number
  verb: 'compare' | 'assign'
}

const tokenPattern =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$([a-z_]*)\$[\s\S]*?\$\1\$|"((?:[^"]|"")+)"|([a-zA-Z_][a-zA-Z0-9_$]*)|[<>=!]+|[(),.;]|\S/g

function tokenize(sql: string): string[] {
  const tokens: string[] = []
  for (const match of sql.matchAll(tokenPattern)) {
    const [text, , quoted, word] = match
    if (quoted !== undefined) tokens.push(quoted)
    else if (word !== undefined) tokens.push(word.toLowerCase())
    else if (!text.startsWith('--') && !text.startsWith('/*')) tokens.push(text)
  }
  return tokens
}

const clauseEnds = new Set([
  'where',
  'group',
  'order',
  'having',
  'limit',
  'union',
  'returning',
  'set',
  'on',
  'select',
  'values',
  'offset',
  'fetch',
  'for',
  'window',
  'intersect',
  'except',
])
const notAliases = new Set([
  ...clauseEnds,
  'left',
  'right',
  'inner',
  'full',
  'cross',
  'join',
  'natural',
  'using',
  'as',
  'default',
  'overriding',
  'tablesample',
])

function readReferences(tokens: string[]): { references: Reference[]; mentions: Mention[] } {
  const references: Reference[] = []
  const mentions: Mention[] = []
  const scopes = [0]
  let nextScope = 1
  const inFrom = [false]
  let inSet = [false]
  let verb = ''
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const scope = scopes.at(-1)!
    if (token === '(') {
      scopes.push(opensColumnsOrRow(tokens, i) ? scope : nextScope++)
      inFrom.push(false)
      inSet.push(false)
      continue
    }
    if (token === ')') {
      if (scopes.length > 1) {
        scopes.pop()
        inFrom.pop()
        inSet.pop()
      }
      continue
    }
    if (token === ';') inSet = inSet.map(() => false)
    if (token === 'select' || token === 'insert' || token === 'update' || token === 'delete') verb = token
    if (token === 'set') inSet[inSet.length - 1] = true
    else if (token === 'where' || token === 'from' || token === 'returning') inSet[inSet.length - 1] = false
    if (clauseEnds.has(token)) inFrom[inFrom.length - 1] = false

    const startsTable =
      token === 'from' ||
      token === 'join' ||
      token === 'into' ||
      token === 'using' ||
      (token === 'update' && tokens[i - 1] !== 'do' && tokens[i - 1] !== 'for' && tokens[i - 1] !== 'key') ||
      (token === ',' && inFrom.at(-1)!)
    if (token === 'from' || token === 'using') inFrom[inFrom.length - 1] = true
    if (startsTable) {
      let at = i + 1
      while (tokens[at] === 'only' || tokens[at] === 'lateral') at++
      if (tokens[at + 1] === '.') at += 2
      const table = tokens[at]
      if (table !== undefined && tenant.has(table)) {
        const next = tokens[at + 1] === 'as' ? tokens[at + 2] : tokens[at + 1]
        const alias = next !== undefined && /^[a-z_]\w*$/i.test(next) && !notAliases.has(next) ? next : table
        references.push({ table, alias, scope, verb })
      }
    }

    if (token === 'workspace_id') {
      const qualifier = tokens[i - 1] === '.' ? tokens[i - 2]! : null
      const before = tokens[i - (qualifier === null ? 1 : 3)]
      const after = tokens[i + 1]
      if (inSet.at(-1)! && after === '=') {
        mentions.push({ qualifier, scope, verb: 'assign' })
      } else if (after === '=' || after === 'in' || before === '=' || isInRowOrColumns(tokens, i)) {
        mentions.push({ qualifier, scope, verb: 'compare' })
      }
    }
  }
  return { references, mentions }
}

/** `insert into t (…)`, `using (…)` and row comparisons `(a, b) = …` belong to the scope around them. */
function opensColumnsOrRow(tokens: string[], open: number): boolean {
  if (tokens[open + 1] === 'select' || tokens[open + 1] === 'with') return false
  if (tokens[open - 1] === 'using' || tokens[open - 2] === 'into' || tokens[open - 4] === 'into') return true
  if (['where', 'and', 'or', 'on', 'not', '('].includes(tokens[open - 1] ?? '')) return true
  return false
}

function isInRowOrColumns(tokens: string[], at: number): boolean {
  let open = at
  while (open > 0 && tokens[open] !== '(') {
    if (!/^[a-z_.,]\w*$/i.test(tokens[open]!)) return false
    open--
  }
  if (tokens[open] !== '(') return false
  if (tokens[open - 1] === 'using' || tokens[open - 2] === 'into' || tokens[open - 4] === 'into') return true
  let close = at
  while (close < tokens.length && tokens[close] !== ')') close++
  const after = tokens[close + 1]
  return after === '=' || after === 'in' || tokens[open - 1] === '='
}
