import { instanceKeys } from '../tables.gen.ts'

/** A column of one table of a statement, or of what a query returns. It is bound when a rule says so. */
export type Column = string

/** What a parameter gives is bound. */
export const given: Column = '$'

/** What a query returns: named columns, and with `*` all those of a source. */
export type Output = ({ name: string | null; column: Column | null } | { all: Source })[]

/** What stands in a FROM: a tenant table, a table of all workspaces, or the rows of a query or function. */
export interface Source {
  id: number
  alias: string
  table: string | null
  isTenant: boolean
  output: Output | null
}

/** The sources that a query sees, and those of the queries around it. */
export interface Scope {
  sources: Source[]
  outer: Scope | null
}

/**
 * The rules by which columns are bound: `target` is when all of `needs` are. An equality says it in both directions, the
 * ON of an outer join only of the side that may be missing, a query inside another one only of its own tables.
 */
export class Bindings {
  #rules: { target: Column; needs: Column[] }[] = []
  #read = new Set<Column>()
  #keys = new Map<number, readonly string[]>()
  #nextId = 1

  source(alias: string, table: string | null, isTenant: boolean, output: Output | null = null): Source {
    const id = this.#nextId++
    this.#keys.set(id, instanceKeys[table ?? ''] ?? [])
    return { id, alias, table, isTenant, output }
  }

  bind(target: Column, needs: Column[]): void {
    this.#rules.push({ target, needs })
  }

  /** The one row of a table of all workspaces that a parameter picks by a key of it is given with all of its columns. */
  pick(column: Column): void {
    const source = sourceOf(column)
    if (this.#keys.get(source)?.some(key => column === `${source}.${key}`)) this.give(source)
  }

  /** All columns of the source are given. */
  give(source: number): void {
    this.bind(`${source}.*`, [given])
  }

  /** A column that is bound when all of `needs` are; never when one of them is unknown. */
  all(needs: (Column | null)[]): Column | null {
    if (needs.includes(null)) return null
    if (needs.every(column => column === given)) return given
    const column = `${this.#nextId++}.`
    this.bind(column, needs as Column[])
    return column
  }

  /** The column `name` of `source`, or null when its query returns none of that name. */
  column(source: Source, name: string): Column | null {
    const column = `${source.id}.${name}`
    if (this.#read.has(column)) return column
    if (source.output !== null) {
      const from = this.named(source.output, name)
      if (from === undefined) return null
      if (from !== null) this.bind(column, [from])
    } else if (!source.isTenant) this.bind(column, [`${source.id}.*`])
    this.#read.add(column)
    return column
  }

  /** The column that a query returns as `name`; undefined when it returns none. */
  named(output: Output, name: string): Column | null | undefined {
    for (const item of output) {
      if ('all' in item) {
        const column = this.column(item.all, name)
        if (column !== null && (!item.all.isTenant || name === 'workspace_id')) return column
      } else if (item.name === name) return item.column
    }
    return undefined
  }

  /** The source and column that a name stands for in `scope`. */
  resolve(scope: Scope | null, qualifier: string | null, name: string): Column | null {
    for (let at = scope; at !== null; at = at.outer) {
      if (qualifier !== null) {
        const source = at.sources.find(source => source.alias === qualifier)
        if (source !== undefined) return this.column(source, name)
        continue
      }
      const tenant = name === 'workspace_id' && at.sources.find(source => source.isTenant)
      if (tenant) return this.column(tenant, name)
      if (at.sources.length === 1 && at.sources[0]!.output === null) return this.column(at.sources[0]!, name)
      if (at.sources.some(source => source.output === null)) return null
      for (const source of at.sources) {
        const column = this.column(source, name)
        if (column !== null) return column
      }
    }
    return null
  }

  /** All that is bound. */
  solve(): ReadonlySet<Column> {
    const bound = new Set<Column>([given])
    for (let size = 0; size !== bound.size;) {
      size = bound.size
      for (const { target, needs } of this.#rules) if (needs.every(column => bound.has(column))) bound.add(target)
    }
    return bound
  }
}

/**
 * What a query returns under other names. After a `*` nobody knows which column a name is of, so none is known.
 * Undefined stands for a name that is left as it is.
 */
export function renamed(output: Output, names: readonly (string | undefined)[] | null): Output {
  if (names === null || names.length === 0) return output
  const isPlain = output.every(item => !('all' in item))
  return isPlain ? output.map((item, i) => ({ ...item, name: names[i] ?? ('all' in item ? null : item.name) })) : []
}

/** A recursive query as its second part sees it: only its `workspace_id`, which an induction answers for, is known. */
export function keptTo(workspaceId: Column | null, output: Output): Output {
  const isPlain = output.every(item => !('all' in item))
  if (!isPlain) return [{ name: 'workspace_id', column: workspaceId }]
  return output.flatMap(item =>
    'all' in item ? [] : { ...item, column: item.name === 'workspace_id' ? workspaceId : null },
  )
}

export function sourceOf(column: Column): number {
  return Number.parseInt(column, 10)
}
