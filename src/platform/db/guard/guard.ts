import { tenantTables } from '../tables.gen.ts'
import { Statement } from './statement.ts'
import { isQuery, isWord, type Node, readStatements, UnreadableStatement } from './tokens.ts'

/**
 * The tenant wall: a statement that uses a tenant table whose `workspace_id` no parameter binds is a bug and is refused
 * before it reaches the database, in production too. Works on the text of the statement; each text is checked once.
 */
const tenant: ReadonlySet<string> = new Set(tenantTables)

/** Begins the statements of erasures and retention, the only ones that may change or delete what is append-only. */
export const forgets = '/* forgets */'

/** Begins the few statements that find out in which workspaces somebody is. */
export const acrossWorkspaces = '/* across workspaces */'

const verdicts = new Map<string, Verdict>()

interface Verdict {
  fault: string | null
  /** The tables whose rows it changes or deletes. */
  changes: readonly string[]
}

let watch: (sql: string, isRefused: boolean) => void = () => {}

/** Tells `watcher` of the verdict on each new text. */
export function watchVerdicts(watcher: typeof watch): void {
  watch = watcher
}

/** Throws for a statement that may not be sent. */
export function checkStatement(sql: string, appendOnly: ReadonlySet<string>): void {
  let verdict = verdicts.get(sql)
  if (verdict === undefined) {
    if (verdicts.size > 5000) verdicts.clear()
    verdicts.set(sql, (verdict = judge(sql)))
    watch(sql, verdict.fault !== null)
  }
  const fault = verdict.fault ?? findChange(sql, verdict.changes, appendOnly)
  if (fault !== null) throw new Error(`${fault} Statement: ${sql.slice(0, 500)}`)
}

/** What is wrong with `sql`, or null. */
export function findFault(sql: string, appendOnly: ReadonlySet<string> = new Set()): string | null {
  const { fault, changes } = judge(sql)
  return fault ?? findChange(sql, changes, appendOnly)
}

function findChange(sql: string, changes: readonly string[], appendOnly: ReadonlySet<string>): string | null {
  const changed = changes.find(table => appendOnly.has(table))
  return changed === undefined || sql.startsWith(forgets) ? null : `The table ${changed} is append-only.`
}

function judge(sql: string): Verdict {
  const changes: string[] = []
  try {
    for (const nodes of readStatements(sql)) {
      const { fault, changes: more } = judgeStatement(nodes, sql.startsWith(acrossWorkspaces))
      if (fault !== null) return { fault, changes }
      changes.push(...more)
    }
  } catch (error) {
    if (error instanceof UnreadableStatement) return { fault: error.message, changes }
    throw error
  }
  return { fault: null, changes }
}

function judgeStatement(nodes: readonly Node[], mayCross: boolean): Verdict {
  const name = namesOf(nodes).find(name => readsText.has(name) || evades.test(name))
  if (name !== undefined) return { fault: `A statement may not use ${name}, which gets around the wall.`, changes: [] }
  const begin = nodes.findIndex(node => isWord(node, ...queries) || isQuery(node))
  const isWrapped = isWord(nodes[0], 'explain', 'declare') || (isWord(nodes[0], 'create') && isTemporary(nodes[1]))
  if (begin < 0 || (begin > 0 && !isWrapped)) return { fault: judgeOther(nodes), changes: [] }
  const statement = new Statement(tenant)
  statement.query(nodes.slice(begin), null)
  const bound = statement.bindings.solve()
  const isBound = (column: string | null) => column !== null && bound.has(column)
  const use = mayCross ? undefined : statement.uses.find(({ column }) => !isBound(column))
  const induction = statement.inductions.find(({ from, to }) => isBound(from) && !isBound(to))
  const fault = use
    ? `The statement uses the tenant table ${use.table} without binding its workspace_id to a parameter.`
    : induction
      ? 'The recursive query leaves the workspace that it began in.'
      : judgeOther(nodes.slice(0, begin))
  return { fault, changes: statement.changes }
}

const queries = ['select', 'with', 'values', 'insert', 'update', 'delete']
const harmless = ['analyze', 'vacuum']
/** Functions that run a query that is given as a text, or read a table that is named by one. */
const readsText = new Set([
  ...['query', 'table', 'cursor', 'schema', 'database'].flatMap(of =>
    ['to_xml', 'to_xmlschema', 'to_xml_and_xmlschema'].map(to => `${of}_${to}`),
  ),
  'ts_stat',
  'ts_rewrite',
  'dblink',
  'dblink_exec',
])
/** Samples of the values of all tables, and what other tables a name may stand for. */
const evades = /^(pg_stats(_ext(_exprs)?)?|pg_statistic(_ext_data)?|'?search_path'?)$/i
const opaque = ['do', 'execute', 'prepare', 'call', 'alter']

/** What is no query may not name a tenant table, but for having it counted. */
function judgeOther(nodes: readonly Node[]): string | null {
  const verb = nodes[0]?.text ?? ''
  if (opaque.includes(verb) || (verb === 'create' && !isTemporary(nodes[1])))
    return `A statement may not begin with ${verb}.`
  const object = nodes[1]?.text ?? ''
  if ((verb === 'drop' && object !== 'table') || (verb === 'set' && nodes.some(node => isWord(node, 'schema'))))
    return `A statement may not ${verb} ${object}.`
  const table = harmless.includes(verb) ? undefined : namesOf(nodes).find(name => tenant.has(name))
  return table === undefined ? null : `The tenant table ${table} may not be used with ${verb}.`
}

function isTemporary(node: Node | undefined): boolean {
  return isWord(node, 'temp', 'temporary')
}

function namesOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => (node.kind === 'group' ? namesOf(node.nodes) : [node.text]))
}
