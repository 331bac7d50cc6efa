import { loadModule, parseSync } from 'libpg-query'
import {
  Bindings,
  type Column,
  given,
  keptTo,
  type Output,
  renamed,
  type Scope,
  type Source,
  sourceOf,
} from '../platform/db/guard/bindings.ts'
import { watchVerdicts } from '../platform/db/guard/guard.ts'
import { tenantTables } from '../platform/db/tables.gen.ts'

/**
 * The tenant wall read a second time, from the tree of PostgreSQL's own parser: whether a query, insert, update or delete
 * binds all of its tenant tables. Every statement that a test sends is judged by both readings, which must agree.
 */
await loadModule()

// A node of the tree is an object whose only key is its kind; what it holds is looked at field by field.
type Tree = any

const tenant = new Set<string>(tenantTables)

export function isBoundBySecondReading(sql: string): boolean {
  return (parseSync(sql) as Tree).stmts.every(({ stmt }: Tree) => {
    const reading = new SecondReading()
    const query = stmt.ExplainStmt?.query ?? stmt.DeclareCursorStmt?.query ?? stmt.CreateTableAsStmt?.query ?? stmt
    reading.query(query, null)
    return reading.isBound()
  })
}

/** Has both readings judge every statement of this process, each text once. */
export function readTwice(): void {
  watchVerdicts((sql, isRefused) => {
    if (
      /^\s*(\/\* across workspaces|vacuum|analyze|lock|copy|begin|start|commit|rollback|set|do|notify|listen)/i.test(
        sql,
      )
    )
      return
    if (isBoundBySecondReading(sql) === isRefused) throw new Error(`Two readings of a statement differ: ${sql}`)
  })
}

class SecondReading {
  readonly #bindings = new Bindings()
  readonly #outputs = new Map<Tree, Output>()
  readonly #uses: Column[] = []
  readonly #inductions: { from: Column; to: Column | null }[] = []
  #named: ReadonlyMap<string, Output> = new Map()

  isBound(): boolean {
    const bound = this.#bindings.solve()
    return (
      this.#uses.every(column => bound.has(column)) &&
      this.#inductions.every(({ from, to }) => !bound.has(from) || (to !== null && bound.has(to)))
    )
  }

  query(node: Tree, outer: Scope | null): Output {
    const known = this.#outputs.get(node)
    if (known) return known
    const before = this.#named
    const [kind] = Object.keys(node) as [string]
    const statement = kind.endsWith('Stmt') ? node[kind] : node
    for (const { CommonTableExpr: named } of statement.withClause?.ctes ?? [])
      this.#name(named, statement.withClause, outer)
    const output = this.#read(kind, statement, outer)
    this.#named = before
    this.#outputs.set(node, output)
    return output
  }

  #name({ ctename, aliascolnames, ctequery }: Tree, { recursive }: Tree, outer: Scope | null): void {
    const know = (output: Output) => {
      const known = renamed(output, namesIn(aliascolnames))
      this.#named = new Map([...this.#named, [ctename, known]])
      return { known, workspaceId: this.#bindings.named(known, 'workspace_id') ?? null }
    }
    const arm = recursive && ctequery.SelectStmt?.larg
    const first = arm ? know(this.query({ SelectStmt: arm }, outer)) : null
    const from = first?.workspaceId ?? null
    if (first) this.#named = new Map([...this.#named, [ctename, keptTo(from, first.known)]])
    const to = know(this.query(ctequery, outer)).workspaceId
    if (from !== null) this.#inductions.push({ from, to })
  }

  #read(kind: string, node: Tree, outer: Scope | null): Output {
    if (kind === 'SelectStmt' || node.op !== undefined) return this.#select(node, outer)
    if (kind === 'InsertStmt') return this.#insert(node, outer)
    if (kind === 'UpdateStmt' || kind === 'DeleteStmt') return this.#change(node, outer)
    this.#inside(node, outer)
    return []
  }

  #select(node: Tree, outer: Scope | null): Output {
    if (node.op !== 'SETOP_NONE') {
      const [left, right] = [node.larg, node.rarg].map(arm => this.query({ SelectStmt: arm }, outer)) as [
        Output,
        Output,
      ]
      this.#inside([node.sortClause, node.limitCount, node.limitOffset], outer)
      const isPlain = [...left, ...right].every(item => !('all' in item))
      return left.map((item, i) => ({
        name: 'all' in item ? null : item.name,
        column: isPlain ? this.#bindings.all([columnOf(left[i]), columnOf(right[i])]) : null,
      }))
    }
    if (node.valuesLists) {
      this.#inside(node.valuesLists, outer)
      const rows = node.valuesLists.map(({ List }: Tree) => List.items)
      return rows[0].map((_: Tree, i: number) => ({
        name: `column${i + 1}`,
        column: this.#bindings.all(rows.map((row: Tree) => this.#single(row[i], outer))),
      }))
    }
    const scope: Scope = { sources: [], outer }
    for (const item of node.fromClause ?? []) this.#from(item, scope)
    this.#where(node.whereClause, scope)
    const { fromClause: _, ...rest } = node
    this.#inside(rest, scope)
    return this.#columns(node.targetList ?? [], scope)
  }

  #insert(node: Tree, outer: Scope | null): Output {
    const target = this.#table(node.relation, true)
    const scope = { sources: [target], outer }
    const output = node.selectStmt ? this.query(node.selectStmt, outer) : []
    const at = (node.cols ?? []).findIndex(({ ResTarget }: Tree) => ResTarget.name === 'workspace_id')
    const column = output.some(item => 'all' in item) ? null : columnOf(output[at])
    if (target.isTenant && column !== null)
      this.#bindings.bind(this.#bindings.column(target, 'workspace_id')!, [column])
    this.#refuseMove(node.onConflictClause?.targetList ?? [], target)
    this.#inside([node.onConflictClause, node.returningList], scope)
    return this.#columns(node.returningList ?? [], scope)
  }

  #change(node: Tree, outer: Scope | null): Output {
    const target = this.#table(node.relation, true)
    const scope: Scope = { sources: [target], outer }
    for (const item of node.fromClause ?? node.usingClause ?? []) this.#from(item, scope)
    this.#where(node.whereClause, scope)
    this.#refuseMove(node.targetList ?? [], target)
    this.#inside([node.whereClause, node.targetList, node.returningList], scope)
    return this.#columns(node.returningList ?? [], scope)
  }

  #refuseMove(targets: Tree[], target: Source): void {
    if (target.isTenant && targets.some(({ ResTarget }) => ResTarget.name === 'workspace_id')) this.#uses.push('never')
  }

  #table({ relname, schemaname, alias }: Tree, isTarget = false): Source {
    const named = schemaname || isTarget ? undefined : this.#named.get(relname)
    const name = alias?.aliasname ?? relname
    if (named) return this.#bindings.source(name, null, false, renamed(named, namesIn(alias?.colnames)))
    if (alias?.colnames) this.#uses.push('never')
    const source = this.#bindings.source(name, relname, tenant.has(relname))
    if (source.isTenant) this.#uses.push(this.#bindings.column(source, 'workspace_id')!)
    return source
  }

  #from(node: Tree, scope: Scope): Source[] {
    if (node.JoinExpr) return this.#join(node.JoinExpr, scope)
    if (node.RangeTableSample) return this.#from(node.RangeTableSample.relation, scope)
    const source = this.#source(node, scope)
    scope.sources.push(source)
    return [source]
  }

  #source({ RangeVar, RangeSubselect, RangeFunction }: Tree, scope: Scope): Source {
    if (RangeVar) return this.#table(RangeVar)
    const { alias, lateral, subquery, functions } = RangeSubselect ?? RangeFunction
    if (RangeSubselect) {
      const output = renamed(this.query(subquery, lateral ? scope : scope.outer), namesIn(alias?.colnames))
      return this.#bindings.source(alias?.aliasname ?? '', null, false, output)
    }
    const call = functions[0].List.items[0].FuncCall
    this.#inside(functions, scope)
    const name = alias?.aliasname ?? call?.funcname.at(-1).String.sval
    const source = this.#bindings.source(name, 'function', false)
    const parts = JSON.stringify(call?.args ?? [])
    if (/"ParamRef"/.test(parts) && !/"(ColumnRef|FuncCall|SubLink|A_ArrayExpr)"/.test(parts))
      this.#bindings.give(source.id)
    return source
  }

  #join({ jointype, isNatural, larg, rarg, quals, usingClause }: Tree, scope: Scope): Source[] {
    const [left, right] = [this.#from(larg, scope), this.#from(rarg, scope)]
    const both = [...left, ...right]
    const narrowed = { JOIN_LEFT: right, JOIN_RIGHT: left, JOIN_FULL: [] }[jointype as string] ?? both
    const mayBind = (id: number) => narrowed.some(source => source.id === id)
    const sides = { sources: both, outer: scope.outer }
    this.#require(quals, sides, mayBind)
    this.#inside(quals, sides)
    for (const { String } of isNatural ? [] : (usingClause ?? [])) {
      const [a, b] = [left, right].map(sources => this.#bindings.resolve({ sources, outer: null }, null, String.sval))
      this.#equal(a!, b!, mayBind)
    }
    return both
  }

  #where(node: Tree, scope: Scope): void {
    const own = new Set(scope.sources.map(source => source.id))
    this.#require(node, scope, id => own.has(id))
  }

  #require(node: Tree, scope: Scope, mayBind: (id: number) => boolean): void {
    if (node?.BoolExpr?.boolop === 'AND_EXPR')
      for (const part of node.BoolExpr.args) this.#require(part, scope, mayBind)
    const { A_Expr, SubLink } = node ?? {}
    if (SubLink?.subLinkType === 'ANY_SUBLINK' && (SubLink.operName?.[0].String.sval ?? '=') === '=')
      this.#pair(this.#operand(SubLink.testexpr, scope), this.#rows(SubLink.subselect, scope), mayBind)
    if (A_Expr?.name[0].String.sval !== '=') return
    const left = this.#operand(A_Expr.lexpr, scope)
    if (A_Expr.kind === 'AEXPR_OP') {
      const right = this.#operand(A_Expr.rexpr, scope)
      this.#pair(left, right, mayBind)
      this.#pair(right, left, mayBind)
    } else if (A_Expr.kind === 'AEXPR_OP_ANY') this.#pair(left, this.#operand(A_Expr.rexpr, scope), mayBind)
    else if (A_Expr.kind === 'AEXPR_IN') {
      const rows: (Column | null)[][] = A_Expr.rexpr.List.items.map((item: Tree) => this.#operand(item, scope))
      const isEven = rows.every(row => row.length === left.length)
      if (isEven)
        this.#pair(
          left,
          left.map((_, i) => this.#bindings.all(rows.map(row => row[i]!))),
          mayBind,
        )
    }
  }

  #pair(targets: (Column | null)[], needs: (Column | null)[], mayBind: (id: number) => boolean): void {
    if (targets.length !== needs.length) return
    targets.forEach((target, i) => this.#bind(target, needs[i]!, mayBind))
  }

  #equal(a: Column | null, b: Column | null, mayBind: (id: number) => boolean): void {
    this.#bind(a, b, mayBind)
    this.#bind(b, a, mayBind)
  }

  #bind(target: Column | null, need: Column | null, mayBind: (id: number) => boolean): void {
    if (target === null || need === null || target === given || !mayBind(sourceOf(target))) return
    this.#bindings.bind(target, [need])
    if (need === given) this.#bindings.pick(target)
  }

  #rows(query: Tree, scope: Scope | null): (Column | null)[] {
    return this.query(query, scope).map(item => columnOf(item))
  }

  #operand(node: Tree, scope: Scope | null): (Column | null)[] {
    const { ParamRef, TypeCast, ColumnRef, RowExpr, A_ArrayExpr, SubLink } = node ?? {}
    if (ParamRef) return [given]
    if (TypeCast)
      return /^(uuid|text)$/.test(TypeCast.typeName.names.at(-1).String.sval)
        ? this.#operand(TypeCast.arg, scope)
        : [null]
    if (RowExpr) return RowExpr.args.map((item: Tree) => this.#single(item, scope))
    if (A_ArrayExpr)
      return [this.#bindings.all((A_ArrayExpr.elements ?? []).map((item: Tree) => this.#single(item, scope)))]
    if (SubLink?.subLinkType === 'EXPR_SUBLINK') return this.#rows(SubLink.subselect, scope)
    const names = ColumnRef?.fields.map(({ String }: Tree) => String?.sval) ?? []
    if (names.length === 0 || names.includes(undefined)) return [null]
    return [this.#bindings.resolve(scope, names.at(-2) ?? null, names.at(-1))]
  }

  #single(node: Tree, scope: Scope | null): Column | null {
    const columns = this.#operand(node, scope)
    return columns.length === 1 ? columns[0]! : null
  }

  #columns(targets: Tree[], scope: Scope): Output {
    return targets.flatMap(({ ResTarget: { name, val } }): Output => {
      const fields = val?.ColumnRef?.fields ?? []
      if (fields.at(-1)?.A_Star === undefined) {
        const own = fields.at(-1)?.String.sval ?? null
        return [{ name: name ?? own, column: this.#single(val, scope) }]
      }
      const alias = fields.at(-2)?.String.sval
      return scope.sources.filter(source => alias === undefined || source.alias === alias).map(all => ({ all }))
    })
  }

  /** Reads the queries inside an expression. */
  #inside(node: Tree, scope: Scope | null): void {
    if (node === null || typeof node !== 'object') return
    if (node.SubLink) {
      this.query(node.SubLink.subselect, scope)
      this.#inside(node.SubLink.testexpr, scope)
    } else for (const [key, value] of Object.entries(node)) if (key !== 'withClause') this.#inside(value, scope)
  }
}

function columnOf(item: Output[number] | undefined): Column | null {
  return item === undefined || 'all' in item ? null : item.column
}

function namesIn(names: Tree[] | undefined): (string | undefined)[] | null {
  return names?.map(({ String }) => String?.sval) ?? null
}
