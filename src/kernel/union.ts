/** Sets that are joined step by step (union–find with path halving). Each is known by one of its members, its root. */
export class Union<T> {
  #parents = new Map<T, T>()

  /** The root of the set of `member`, a set of its own if it was in none. */
  find(member: T): T {
    let at = member
    for (let parent = this.#parents.get(at); parent !== undefined && parent !== at; parent = this.#parents.get(at)) {
      const above = this.#parents.get(parent)!
      this.#parents.set(at, above)
      at = above
    }
    if (!this.#parents.has(at)) this.#parents.set(at, at)
    return at
  }

  /** Puts the set of `below` into that of `above`, whose root stays; false when they are one already. */
  join(above: T, below: T): boolean {
    const [root, other] = [this.find(above), this.find(below)]
    if (root === other) return false
    this.#parents.set(other, root)
    return true
  }

  /** Every member once, by the root of its set. */
  sets(): Map<T, T[]> {
    return Map.groupBy(this.#parents.keys(), member => this.find(member))
  }
}
