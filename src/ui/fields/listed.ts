import { fold } from '../../kernel/text.ts'
import type { Field, FieldOption, FieldType } from './field.ts'

/** Those in whose name or e-mail `query` is; first come those of whose names a word begins with it. */
export function findListed<Item extends { name: string; email?: string }>(all: readonly Item[], query: string): Item[] {
  const wanted = fold(query)
  const begins = ({ name }: Item) => ` ${fold(name)}`.includes(` ${wanted}`)
  const [first, others] = [all.filter(begins), all.filter(item => !begins(item))]
  return [...first, ...others.filter(({ name, email = '' }) => fold(`${name} ${email}`).includes(wanted))]
}

/**
 * What is listed whole, such as people and teams, as the values of fields. `all` are known by name, those that are
 * `offered` can be chosen.
 */
export function listed<Item extends { id: string; name: string; email?: string }>(
  type: FieldType,
  all: readonly Item[],
  offered = all,
) {
  const byId = new Map(all.map(item => [item.id, item]))
  const option = ({ id, name, email }: Item): FieldOption => ({ value: id, label: name, ...(email && { hint: email }) })
  const optionOf = (id: string | null) => (id !== null && byId.has(id) ? [option(byId.get(id)!)] : [])
  const search = async (query: string) => findListed(offered, query).slice(0, 50).map(option)
  const options = all.map(option)
  return {
    itemOf: (id: string | null) => (id === null ? undefined : byId.get(id)),
    nameOf: (id: string | null) => (id === null ? undefined : byId.get(id)?.name),
    optionOf,
    search,
    /** For filters, cells and forms. */
    field: (key: string, label: string): Field => ({
      key,
      label,
      type,
      options,
      search,
      resolve: async ids => ids.flatMap(optionOf),
    }),
  }
}
