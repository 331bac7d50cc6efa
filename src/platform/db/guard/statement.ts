import { Bindings, type Column, keptTo, type Output, renamed, type Scope, type Source } from './bindings.ts'
import { Conditions } from './conditions.ts'
import { readFrom } from './from.ts'
import { isBracket, isName, isQuery, isSign, isWord, type Node, splitAt, splitAtCommas } from './tokens.ts'
import { UnreadableStatement } from './tokens.ts'

type Queries = ReadonlyMap<string, Output>

/** Reads one statement: which tenant tables it uses, and what binds them. */
export class Statement {
  readonly bindings = new Bindings()
  readonly conditions = new Conditions(this.bindings, (nodes, scope) => this.query(nodes, scope))
  /** Each use of a tenant table, with the column that has to be bound. */
  readonly uses: { table: string; column: Column | null }[] = []
  /** What is taken for bound within a recursive query, with what must be then. */
  readonly inductions: { from: Column; to: Column | null }[] = []
  /** Tables whose rows it changes or deletes. */
  readonly changes: string[] = []
  readonly #tenant: ReadonlySet<string>
  readonly #outputs = new Map<readonly Node[], Output>()
  #named: Queries = new Map()

  constructor(tenant: ReadonlySet<string>) {
    this.#tenant = tenant
  }

  /** Reads a query with all that stands inside of it, once, and returns its columns. */
  query(nodes: readonly Node[], outer: Scope | null): Output {
    let output = this.#outputs.get(nodes)
    if (output === undefined) this.#outputs.set(nodes, (output = this.#withNamed(nodes, outer)))
    return output
  }

  /** Reads the queries inside an expression. */
  expression(nodes: readonly Node[], scope: Scope | null): void {
    for (const node of nodes) {
      if (node.kind !== 'group') continue
      if (isQuery(node)) this.query(node.nodes, scope)
      else this.expression(node.nodes, scope)
    }
  }

  /** The source that the table or named query `name` is under `alias`. */
  table(name: string, alias: string, isQualified = false, columns: string[] | null = null): Source {
    const named = isQualified ? undefined : this.#named.get(name)
    if (named !== undefined) return this.bindings.source(alias, null, false, renamed(named, columns))
    if (columns !== null) throw new UnreadableStatement(`The columns of the table ${name} may not be renamed.`)
    const source = this.bindings.source(alias, name, this.#tenant.has(name))
    if (source.isTenant) this.uses.push({ table: name, column: this.bindings.column(source, 'workspace_id') })
    return source
  }

  #withNamed(nodes: readonly Node[], outer: Scope | null): Output {
    if (!isWord(nodes[0], 'with')) return this.#union(nodes, outer)
    const before = this.#named
    let at = 1
    const isRecursive = isWord(nodes[at], 'recursive')
    if (isRecursive) at++
    for (; ; at++) {
      const name = nodes[at++]
      if (!isName(name)) throw new UnreadableStatement('A query of WITH has no name.')
      const columns = isBracket(nodes[at]) ? namesIn(nodes[at++]!) : null
      while (isWord(nodes[at], 'as', 'not', 'materialized')) at++
      const body = nodes[at++]
      if (!isBracket(body) || !isQuery(body))
        throw new UnreadableStatement(`The query ${name.text} of WITH cannot be read.`)
      const know = (output: Output) => {
        const known = renamed(output, columns)
        this.#named = new Map([...this.#named, [name.text, known]])
        return known
      }
      know(isRecursive ? this.#recursive(body.nodes, outer, know) : this.query(body.nodes, outer))
      if (!isSign(nodes[at], ',')) break
    }
    const output = this.#union(nodes.slice(at), outer)
    this.#named = before
    return output
  }

  /** Within itself a recursive query is what its first part returns, as long as the other part keeps to that. */
  #recursive(nodes: readonly Node[], outer: Scope | null, know: (output: Output) => Output): Output {
    const first = know(this.query(splitAt(nodes, isSetOperator)[0]!, outer))
    const from = this.bindings.named(first, 'workspace_id') ?? null
    know(keptTo(from, first))
    const all = this.query(nodes, outer)
    if (from !== null) this.inductions.push({ from, to: this.bindings.named(know(all), 'workspace_id') ?? null })
    return all
  }

  #union(nodes: readonly Node[], outer: Scope | null): Output {
    if (isWord(nodes[0], 'insert', 'update', 'delete')) return this.#arm(nodes, outer)
    const arms = splitAt(nodes, isSetOperator).map(arm => (isWord(arm[0], 'all', 'distinct') ? arm.slice(1) : arm))
    const outputs = arms.map(arm => this.#arm(arm, outer))
    const [first] = outputs
    if (outputs.length === 1) return first!
    return first!.map((item, i) => {
      const columns = outputs.map(output => {
        const other = output.every(column => !('all' in column)) ? output[i] : undefined
        return other === undefined || 'all' in other ? null : other.column
      })
      return { name: 'all' in item ? null : item.name, column: this.bindings.all(columns) }
    })
  }

  #arm(nodes: readonly Node[], outer: Scope | null): Output {
    const [first] = nodes
    if (isBracket(first) && isQuery(first)) {
      this.expression(nodes.slice(1), outer)
      return this.query(first.nodes, outer)
    }
    if (isWord(first, 'select')) return this.#select(nodes, outer)
    if (isWord(first, 'values')) return this.#values(nodes, outer)
    if (isWord(first, 'insert')) return this.#insert(nodes, outer)
    if (isWord(first, 'update')) return this.#update(nodes, outer)
    if (isWord(first, 'delete')) return this.#delete(nodes, outer)
    throw new UnreadableStatement(`A statement may not begin with ${first?.text ?? 'nothing'}.`)
  }

  #select(nodes: readonly Node[], outer: Scope | null): Output {
    const clauses = clausesOf(nodes, selectClauses)
    const scope: Scope = { sources: [], outer }
    readFrom(this, clauses.get('from') ?? [], scope)
    this.#where(clauses.get('where') ?? [], scope)
    for (const [name, clause] of clauses) if (name !== 'from') this.expression(clause, scope)
    return this.#columns(clauses.get('select')!, scope)
  }

  #values(nodes: readonly Node[], outer: Scope | null): Output {
    this.expression(nodes.slice(1), outer)
    const rows = splitAtCommas(nodes.slice(1)).map(row => (isBracket(row[0]) ? splitAtCommas(row[0].nodes) : []))
    return (rows[0] ?? []).map((_, i) => ({
      name: `column${i + 1}`,
      column: this.bindings.all(rows.map(row => this.#value(row[i] ?? [], outer))),
    }))
  }

  #insert(nodes: readonly Node[], outer: Scope | null): Output {
    const { target, rest } = this.#target(nodes.slice(2))
    const columns = isBracket(rest[0]) && !isQuery(rest[0]) ? namesIn(rest[0]) : null
    const end = rest.findIndex(
      (node, i) =>
        isWord(node, 'returning') ||
        (isWord(node, 'on') &&
          isWord(rest[i + 1], 'conflict') &&
          (isBracket(rest[i + 2]) || isWord(rest[i + 2], 'on', 'do'))),
    )
    const from = columns === null ? 0 : 1
    const scope: Scope = { sources: [target], outer }
    const begin = rest.slice(from, end < 0 ? undefined : end)
    const rows = isWord(begin[0], 'overriding') ? begin.slice(3) : begin
    const output = isWord(rows[0], 'default') ? [] : this.query(rows, outer)
    const item = output[columns?.indexOf('workspace_id') ?? -1]
    const isPlaced = output.every(column => !('all' in column))
    if (target.isTenant && item !== undefined && isPlaced && !('all' in item) && item.column !== null)
      this.bindings.bind(this.bindings.column(target, 'workspace_id')!, [item.column])
    const ending = clausesOf(end < 0 ? [] : rest.slice(end), ['on', 'set', 'where', 'returning'])
    const excluded = this.bindings.source('excluded', null, false, [])
    for (const clause of ending.values()) this.expression(clause, { sources: [target, excluded], outer })
    this.#refuseMove(ending.get('set') ?? [], target)
    if (ending.has('set') && target.table !== null) this.changes.push(target.table)
    return this.#columns(ending.get('returning') ?? [], scope)
  }

  #update(nodes: readonly Node[], outer: Scope | null): Output {
    const { target, rest } = this.#target(nodes.slice(1))
    const clauses = clausesOf(rest, ['set', 'from', 'where', 'returning'])
    this.#refuseMove(clauses.get('set') ?? [], target)
    return this.#change(target, clauses, 'from', outer)
  }

  #delete(nodes: readonly Node[], outer: Scope | null): Output {
    const { target, rest } = this.#target(nodes.slice(2))
    return this.#change(target, clausesOf(rest, ['using', 'where', 'returning']), 'using', outer)
  }

  #change(target: Source, clauses: Map<string, Node[]>, from: string, outer: Scope | null): Output {
    if (target.table !== null) this.changes.push(target.table)
    const scope: Scope = { sources: [target], outer }
    readFrom(this, clauses.get(from) ?? [], scope)
    this.#where(clauses.get('where') ?? [], scope)
    for (const [name, clause] of clauses) if (name !== from) this.expression(clause, scope)
    return this.#columns(clauses.get('returning') ?? [], scope)
  }

  /** The table that a statement writes to, and what follows its name. */
  #target(nodes: readonly Node[]): { target: Source; rest: readonly Node[] } {
    let at = isWord(nodes[0], 'only') ? 1 : 0
    if (isSign(nodes[at + 1], '.')) at += 2
    const name = nodes[at++]
    if (!isName(name)) throw new UnreadableStatement('The table that is written to cannot be read.')
    if (isSign(nodes[at], '*')) at++
    let alias = name.text
    if (isWord(nodes[at], 'as')) at++
    if (isName(nodes[at]) && !isWord(nodes[at], ...afterTarget)) alias = nodes[at++]!.text
    return { target: this.table(name.text, alias, true), rest: nodes.slice(at) }
  }

  #where(nodes: readonly Node[], scope: Scope): void {
    const ownIds = new Set(scope.sources.map(source => source.id))
    this.conditions.require(nodes, scope, source => ownIds.has(source))
  }

  #refuseMove(assignments: readonly Node[], target: Source): void {
    if (!target.isTenant) return
    for (const [first] of splitAtCommas(assignments))
      if (first?.text === 'workspace_id' || (isBracket(first) && namesIn(first).includes('workspace_id')))
        throw new UnreadableStatement('A statement may not change the workspace_id of a row.')
  }

  #columns(nodes: readonly Node[], scope: Scope): Output {
    const list = isWord(nodes[0], 'all', 'distinct') ? nodes.slice(isWord(nodes[1], 'on') ? 3 : 1) : nodes
    return splitAtCommas(list).flatMap((item): Output => {
      if (isSign(item.at(-1), '*') && item.length <= 3) {
        const alias = item.length === 3 ? item[0]!.text : null
        return scope.sources.filter(source => alias === null || source.alias === alias).map(all => ({ all }))
      }
      const as = item.findLastIndex(node => isWord(node, 'as'))
      const last = item.at(-1)
      const name = isName(last) ? last.text : null
      return [{ name, column: this.#value(as < 0 ? item : item.slice(0, as), scope) }]
    })
  }

  #value(nodes: readonly Node[], scope: Scope | null): Column | null {
    const columns = this.conditions.operand(nodes, scope)
    return columns.length === 1 ? columns[0]! : null
  }
}

const selectClauses = [
  'select',
  'into',
  'from',
  'where',
  'group',
  'having',
  'window',
  'order',
  'limit',
  'offset',
  'fetch',
  'for',
]
const afterTarget = ['set', 'values', 'select', 'with', 'default', 'overriding', 'using', 'where', 'returning', 'on']

/** The clauses of a statement by the words that they begin with. */
function clausesOf(nodes: readonly Node[], names: readonly string[]): Map<string, Node[]> {
  const clauses = new Map<string, Node[]>()
  let clause: Node[] = []
  nodes.forEach((node, i) => {
    const before = nodes[i - 1]
    const isOther =
      (isWord(node, 'from') && isWord(before, 'distinct') && isWord(nodes[i - 2], 'is', 'not')) ||
      (isWord(node, 'group') && isWord(before, 'within'))
    if (isWord(node, ...names) && names.length > 0 && !isOther) {
      clause = clauses.get(node.text) ?? []
      clauses.set(node.text, clause)
    } else clause.push(node)
  })
  return clauses
}

function isSetOperator(node: Node): boolean {
  return isWord(node, 'union', 'intersect', 'except')
}

function namesIn(node: Node): string[] {
  return node.kind === 'group' ? splitAtCommas(node.nodes).map(([name]) => name?.text ?? '') : []
}
