import { type Bindings, type Column, given, type Output, type Scope, sourceOf } from './bindings.ts'
import { isBracket, isName, isQuery, isSign, isWord, type Node, splitAt, splitAtCommas } from './tokens.ts'

/** Reads the output of a query in brackets, each once. */
export type ReadQuery = (nodes: readonly Node[], scope: Scope | null) => Output

/** Columns side by side: one, or those of a row. An unknown value is null. */
type Operand = (Column | null)[]

/**
 * Takes the equalities out of a condition: those that hold whenever it does. Only sources for which `mayBind` holds are
 * bound by it.
 */
export class Conditions {
  readonly #bindings: Bindings
  readonly #readQuery: ReadQuery

  constructor(bindings: Bindings, readQuery: ReadQuery) {
    this.#bindings = bindings
    this.#readQuery = readQuery
  }

  require(nodes: readonly Node[], scope: Scope, mayBind: (source: number) => boolean): void {
    if (nodes.some(node => isWord(node, 'or'))) return
    for (const part of conjuncts(nodes)) {
      const [only] = part
      if (part.length === 1 && isBracket(only) && !isQuery(only)) this.require(only.nodes, scope, mayBind)
      else this.#equality(part, scope, mayBind)
    }
  }

  #equality(part: readonly Node[], scope: Scope, mayBind: (source: number) => boolean): void {
    const at = part.findIndex(node => isSign(node, '=') || isWord(node, 'in'))
    if (at < 0) return
    const left = this.operand(part.slice(0, at), scope)
    const right = isWord(part[at], 'in')
      ? this.#list(part.slice(at + 1), scope, left.length)
      : this.#compared(part.slice(at + 1), scope)
    if (left.length !== right.length) return
    left.forEach((column, i) => {
      this.#bind(column, right[i]!, mayBind)
      if (isSign(part[at], '=')) this.#bind(right[i]!, column, mayBind)
    })
  }

  #bind(target: Column | null, need: Column | null, mayBind: (source: number) => boolean): void {
    if (target === null || need === null || target === given) return
    if (!mayBind(sourceOf(target))) return
    this.#bindings.bind(target, [need])
    if (need === given) this.#bindings.pick(target)
  }

  /** The right side of an equality: an operand, or one of several by `any (…)`. */
  #compared(nodes: readonly Node[], scope: Scope): Operand {
    const [first, second] = nodes
    if (!isWord(first, 'any', 'some') || nodes.length !== 2 || !isBracket(second)) return this.operand(nodes, scope)
    return isQuery(second) ? this.#outputOf(second.nodes, scope) : this.operand(second.nodes, scope)
  }

  /** `in (…)`: what a query returns, or the places of a list, each bound when all that stand in it are. */
  #list(nodes: readonly Node[], scope: Scope, width: number): Operand {
    const [group] = nodes
    if (nodes.length !== 1 || !isBracket(group)) return []
    if (isQuery(group)) return this.#outputOf(group.nodes, scope)
    const rows = splitAtCommas(group.nodes).map(item => this.operand(item, scope))
    return Array.from({ length: width }, (_, i) =>
      this.#bindings.all(rows.map(row => (row.length === width ? row[i]! : null))),
    )
  }

  #outputOf(nodes: readonly Node[], scope: Scope): Operand {
    const output = this.#readQuery(nodes, scope)
    return output.map(item => ('all' in item ? null : item.column))
  }

  /** A column, a parameter, a row of such or a query for one; all else is unknown. */
  operand(nodes: readonly Node[], scope: Scope | null): Operand {
    const [first, second] = nodes
    const cast = nodes.findIndex(node => isSign(node, '::'))
    if (cast >= 0) return isSafeCast(nodes.slice(cast)) ? this.operand(nodes.slice(0, cast), scope) : [null]
    if (isWord(first, 'cast') && nodes.length === 2 && isBracket(second)) {
      const [value = [], ...type] = splitAt(second.nodes, node => isWord(node, 'as'))
      return type.length === 1 && isType(type[0]!) ? this.operand(value, scope) : [null]
    }
    if (isWord(first, 'array') && nodes.length === 2 && second!.kind === 'group' && second!.text === '[')
      return [this.#bindings.all(splitAtCommas(second!.nodes).map(item => this.operand(item, scope)[0] ?? null))]
    if (isBracket(first) && nodes.length === 1) {
      if (isQuery(first)) return scope === null ? [null] : this.#outputOf(first.nodes, scope)
      return splitAtCommas(first.nodes).map(item => {
        const inner = this.operand(item, scope)
        return inner.length === 1 ? inner[0]! : null
      })
    }
    if (first?.kind === 'parameter' && nodes.length === 1) return [given]
    if (isName(first) && nodes.length === 1) return [this.#bindings.resolve(scope, null, first.text)]
    const name = nodes.at(-1)
    if (!isName(first) || !isName(name) || (nodes.length !== 3 && nodes.length !== 5)) return [null]
    const qualifier = nodes.at(-3)!
    if (!isSign(nodes.at(-2), '.') || !isName(qualifier)) return [null]
    return [this.#bindings.resolve(scope, qualifier.text, name.text)]
  }
}

/** The parts of a condition between its `and`; that of `between … and …` is another. */
function conjuncts(nodes: readonly Node[]): Node[][] {
  let isBetween = false
  return splitAt(nodes, node => {
    if (isWord(node, 'between')) isBetween = true
    if (!isWord(node, 'and')) return false
    const splits = !isBetween
    isBetween = false
    return splits
  })
}

/** Whether the casts keep different values apart: `::uuid`, `::uuid[]`, `::text`. */
function isSafeCast(casts: readonly Node[]): boolean {
  return splitAt(casts.slice(1), node => isSign(node, '::')).every(isType)
}

function isType(nodes: readonly Node[]): boolean {
  const [name, brackets] = nodes
  const isArray = brackets?.kind === 'group' && brackets.text === '[' && brackets.nodes.length === 0
  return isName(name) && /^(uuid|text)$/.test(name.text) && (nodes.length === 1 || (nodes.length === 2 && isArray))
}
