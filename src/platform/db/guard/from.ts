import { type Bindings, type Output, renamed, type Scope, type Source } from './bindings.ts'
import type { Conditions } from './conditions.ts'
import { isBracket, isName, isQuery, isSign, isWord, type Node, splitAtCommas, UnreadableStatement } from './tokens.ts'

/** The statement that the tables stand in; it reads what is nested in them. */
interface Statement {
  readonly bindings: Bindings
  readonly conditions: Conditions
  query(nodes: readonly Node[], outer: Scope | null): Output
  expression(nodes: readonly Node[], scope: Scope | null): void
  table(name: string, alias: string, isQualified?: boolean, columns?: string[] | null): Source
}

/** Reads what stands after FROM or USING into `scope`, and takes the equalities out of its joins. */
export function readFrom(statement: Statement, nodes: readonly Node[], scope: Scope): void {
  for (const item of splitAtCommas(nodes)) new Joins(statement, item, scope).read()
}

class Joins {
  #at = 0
  readonly #statement: Statement
  readonly #nodes: readonly Node[]
  readonly #scope: Scope

  constructor(statement: Statement, nodes: readonly Node[], scope: Scope) {
    this.#statement = statement
    this.#nodes = nodes
    this.#scope = scope
  }

  read(): Source[] {
    let sources = this.#item()
    while (this.#at < this.#nodes.length) {
      if (!this.#isJoin()) throw new UnreadableStatement('The tables of the statement cannot be read.')
      sources = this.#join(sources)
    }
    return sources
  }

  #next(): Node | undefined {
    return this.#nodes[this.#at]
  }

  #skip(...words: string[]): boolean {
    const isThere = isWord(this.#next(), ...words)
    if (isThere) this.#at++
    return isThere
  }

  #isJoin(): boolean {
    const next = this.#nodes[this.#at + 1]
    return (
      isWord(this.#next(), 'join', 'inner', 'cross', 'natural') ||
      (isWord(this.#next(), 'left', 'right', 'full') && isWord(next, 'join', 'outer'))
    )
  }

  #join(left: Source[]): Source[] {
    const isNatural = this.#skip('natural')
    const kind = isWord(this.#next(), 'join') ? 'inner' : this.#nodes[this.#at++]!.text
    this.#skip('outer')
    if (!this.#skip('join')) throw new UnreadableStatement('The tables of the statement cannot be read.')
    let right = this.#item()
    if (kind === 'cross' || isNatural) return [...left, ...right]
    while (this.#isJoin()) right = this.#join(right)
    const narrowed = kind === 'left' ? right : kind === 'right' ? left : kind === 'full' ? [] : [...left, ...right]
    const ids = new Set(narrowed.map(source => source.id))
    if (this.#skip('on')) this.#condition({ sources: [...left, ...right], outer: this.#scope.outer }, ids)
    else if (this.#skip('using')) this.#using(left, right, ids)
    return [...left, ...right]
  }

  /** An ON sees the two sides of its join and what is around the query, not the tables before a comma. */
  #condition(scope: Scope, narrowed: ReadonlySet<number>): void {
    const begin = this.#at
    while (this.#at < this.#nodes.length && !this.#isJoin() && !isWord(this.#next(), 'on', 'using')) this.#at++
    const condition = this.#nodes.slice(begin, this.#at)
    this.#statement.conditions.require(condition, scope, source => narrowed.has(source))
    this.#statement.expression(condition, scope)
  }

  #using(left: readonly Source[], right: readonly Source[], narrowed: ReadonlySet<number>): void {
    const { bindings } = this.#statement
    const group = this.#nodes[this.#at++]
    if (this.#skip('as')) this.#at++
    const names = isBracket(group) ? splitAtCommas(group.nodes).map(([name]) => name!.text) : []
    for (const name of names) {
      const [a, b] = [left, right].map(sources => bindings.resolve({ sources: [...sources], outer: null }, null, name))
      if (a == null || b == null) continue
      if (narrowed.has(Number.parseInt(a, 10))) bindings.bind(a, [b])
      if (narrowed.has(Number.parseInt(b, 10))) bindings.bind(b, [a])
    }
  }

  /** A table, a query, a function or joins in brackets, with its alias. */
  #item(): Source[] {
    const isLateral = this.#skip('lateral')
    this.#skip('only')
    const first = this.#nodes[this.#at++]
    if (isBracket(first) && !isQuery(first)) {
      const sources = new Joins(this.#statement, first.nodes, this.#scope).read()
      if (this.#alias() !== null) throw new UnreadableStatement('Joins in brackets may not have an alias.')
      return sources
    }
    const source = isBracket(first) ? this.#query(first.nodes, isLateral) : this.#tableOrFunction(first)
    this.#scope.sources.push(source)
    return [source]
  }

  #query(nodes: readonly Node[], isLateral: boolean): Source {
    const output = this.#statement.query(nodes, isLateral ? this.#scope : this.#scope.outer)
    const { alias, columns } = this.#alias() ?? { alias: '', columns: null }
    return this.#statement.bindings.source(alias, null, false, renamed(output, columns))
  }

  #tableOrFunction(first: Node | undefined): Source {
    let name = first
    const isQualified = isSign(this.#next(), '.')
    while (isSign(this.#next(), '.')) {
      name = this.#nodes[this.#at + 1]
      this.#at += 2
    }
    if (!isName(name)) throw new UnreadableStatement('The tables of the statement cannot be read.')
    if (isBracket(this.#next())) return this.#function(name.text)
    if (isSign(this.#next(), '*')) this.#at++
    const { alias, columns } = this.#alias() ?? { alias: name.text, columns: null }
    return this.#statement.table(name.text, alias, isQualified, columns)
  }

  /** The rows that a function makes of parameters alone, as `unnest($1)` does, are given with all of their columns. */
  #function(name: string): Source {
    const args = this.#nodes[this.#at++] as Node & { nodes: readonly Node[] }
    this.#statement.expression(args.nodes, this.#scope)
    if (this.#skip('with')) this.#skip('ordinality')
    const { alias } = this.#alias() ?? { alias: name }
    const source = this.#statement.bindings.source(alias, name, false)
    if (areGiven(args.nodes)) this.#statement.bindings.give(source.id)
    return source
  }

  #alias(): { alias: string; columns: string[] | null } | null {
    const isNamed = this.#skip('as')
    const next = this.#next()
    const isAlias = isName(next) && !this.#isJoin() && !isWord(next, 'on', 'using', 'tablesample')
    if (isAlias) this.#at++
    const group = this.#next()
    const columns =
      isBracket(group) && (isNamed || isAlias) ? splitAtCommas(group.nodes).map(([name]) => name?.text ?? '') : null
    if (columns !== null) this.#at++
    if (this.#skip('tablesample')) this.#at += 2
    if (this.#skip('repeatable')) this.#at++
    return isAlias || isNamed ? { alias: isAlias ? next.text : '', columns } : null
  }
}

/** Whether nothing but parameters, literals and casts stands in the arguments of a function, and a parameter at least. */
function areGiven(nodes: readonly Node[]): boolean {
  let hasParameter = false
  const isGiven = nodes.every((node, i) => {
    if (node.kind === 'parameter') hasParameter = true
    if (node.kind === 'group') return node.nodes.length === 0
    return !isName(node) || isSign(nodes[i - 1], '::')
  })
  return isGiven && hasParameter
}
