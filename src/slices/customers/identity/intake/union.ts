/** Sets that are joined step by step (union–find); the name of a set is the smallest of its members. */
export class Union {
  #parent = new Map<string, string>()

  find(node: string): string {
    const parent = this.#parent.get(node)
    if (parent === undefined) {
      this.#parent.set(node, node)
      return node
    }
    if (parent === node) return node
    const root = this.find(parent)
    this.#parent.set(node, root)
    return root
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)]
    if (a === b) return
    if (a < b) this.#parent.set(b, a)
    else this.#parent.set(a, b)
  }
}
