import { columnsFor, keysOf, without } from '../../../kernel/record/record.ts'
import { addressParts } from '../contacts/merged/values.ts'
import { mergedColumns } from '../contacts/record.ts'

/** What is filled on its own; names, addresses, stages and what refers to other records have rules of their own. */
const filled = without(
  columnsFor(mergedColumns, 'written'),
  'firstName',
  'lastName',
  'lifecycle',
  'companyId',
  'ownerId',
  'teamId',
  ...addressParts,
)
export type Field = keyof typeof filled
export const fields = keysOf(filled)

/** What a contact shows in the model: each value on its own, null for none. */
export interface Card extends Record<Field, string | null> {
  name: string
  isNamed: boolean
  lifecycle: string
  tags: string[]
}

interface Edge {
  id: string
  survivor: number
  merged: number
  chosen: Field | null
}

const stages = ['stranger', 'lead', 'prospect', 'lapsed', 'customer', 'loyal', 'advocate']

/**
 * The rules of merging told anew, as plainly as can be: who is in whose tree, what each has of its own, and which merges an
 * edit came after. Everything shown is worked out from these.
 */
export class ForestModel {
  readonly own: Card[]
  readonly orders: number[][]
  edges: Edge[] = []
  /** By contact and value: merges that an edit of that value came after. */
  readonly #overruled = new Map<string, Set<string>>()

  constructor(cards: Card[]) {
    this.own = cards
    this.orders = cards.map(() => [])
  }

  rootOf(contact: number): number {
    const up = this.edges.find(edge => edge.merged === contact)
    return up ? this.rootOf(up.survivor) : contact
  }

  treeOf(contact: number): number[] {
    return [contact, ...this.#into(contact).flatMap(edge => this.treeOf(edge.merged))]
  }

  merge(id: string, survivor: number, merged: number, chosen: Field | null): void {
    this.edges.push({ id, survivor: this.rootOf(survivor), merged: this.rootOf(merged), chosen })
  }

  unmerge(id: string): void {
    this.edges = this.edges.filter(edge => edge.id !== id)
  }

  edit(contact: number, field: Field, value: string | null): void {
    if (this.shown(contact)[field] === value) return
    this.own[contact]![field] = value
    this.#overrule(contact, field)
  }

  addTag(contact: number, tag: string): void {
    if (!this.shown(contact).tags.includes(tag)) this.own[contact]!.tags.push(tag)
  }

  removeTag(contact: number, tag: string): void {
    if (!this.shown(contact).tags.includes(tag)) return
    this.own[contact]!.tags = this.own[contact]!.tags.filter(other => other !== tag)
    this.#overrule(contact, tag)
  }

  shown(contact: number): Card {
    const card: Card = structuredClone(this.own[contact]!)
    for (const edge of this.#into(contact)) {
      const theirs = this.shown(edge.merged)
      const isOverruled = (key: string) => this.#overruled.get(`${contact} ${key}`)?.has(edge.id) ?? false
      for (const field of fields) {
        if (isOverruled(field) || theirs[field] === null) continue
        if (card[field] === null || edge.chosen === field) card[field] = theirs[field]
      }
      if (!card.isNamed && theirs.isNamed) Object.assign(card, { name: theirs.name, isNamed: true })
      if (stages.indexOf(theirs.lifecycle) > stages.indexOf(card.lifecycle)) card.lifecycle = theirs.lifecycle
      for (const tag of theirs.tags) if (!card.tags.includes(tag) && !isOverruled(tag)) card.tags.push(tag)
    }
    return card
  }

  #into(contact: number): Edge[] {
    return this.edges.filter(edge => edge.survivor === contact)
  }

  #overrule(contact: number, key: string): void {
    const ids = this.#into(contact).map(edge => edge.id)
    this.#overruled.set(`${contact} ${key}`, new Set(ids))
  }
}
