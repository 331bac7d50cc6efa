import { createContext } from 'react'
import type { AnyEvents, EventKind } from '../../kernel/event.ts'
import type { Columns, RecordDefinition } from '../../kernel/record/record.ts'
import type { WebKind } from '../record/web-kind.ts'

/** As much of a kind of record as answers are outdated by. */
type Kept = Pick<WebKind, 'name' | 'table' | 'isPart' | 'linked'> & { columns?: Columns }

/** What a part of the web app says of events. */
export interface Hearing {
  /** The kinds that its slice declares. */
  kinds?: readonly EventKind[]
  /** By tag, nouns whose events, and what else is told live of them, outdate its answers; `*` is every one. */
  live?: Readonly<Record<string, readonly string[]>>
  /** The kinds of record that its slice owns. */
  records?: readonly Kept[]
  /** By tag, of which kinds of record its answers tell. */
  tellsOf?: Readonly<Record<string, (kind: Kept) => boolean>>
}

/** Which answers are out of date when something happens, and when a command was answered. */
export interface Outdated {
  /** By tag: kinds (`order.placed`), nouns (`order`) or `*`. */
  by: ReadonlyMap<string, ReadonlySet<string>>
  /** By the tag of a command: the kinds and nouns of what it makes happen. */
  causes: ReadonlyMap<string, ReadonlySet<string>>
}

/** The kinds that a module declares, whatever else it exports. */
export function kindsIn(module: Readonly<Record<string, unknown>>): EventKind[] {
  const isKind = (value: unknown): value is EventKind => typeof value === 'function' && 'declaration' in value
  return Object.values(module).flatMap(value => Object.values(value as AnyEvents).filter(isKind))
}

/** The definitions in a module, whatever else it exports, by the name of what they define. */
export function definitionsIn(module: Readonly<Record<string, unknown>>): Map<string, RecordDefinition> {
  const isDefinition = (value: unknown): value is RecordDefinition =>
    typeof value === 'object' && value !== null && 'table' in value && 'columns' in value
  return new Map(Object.values(module).flatMap(value => (isDefinition(value) ? [[value.name, value]] : [])))
}

const isNamedIn = (columns: Columns = {}, table: string) =>
  Object.values(columns).some(({ refersTo }) => refersTo === table)

/**
 * Answers of a tag are out of date after its own events, after those that say so in `outdates`, after what its slice
 * listens to, and after what commands do to records that they tell of or refer to.
 */
export function outdatedBy(parts: readonly Hearing[]): Outdated {
  const [by, causes] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const add = (to: Map<string, Set<string>>, tag: string, word: string) => {
    const words = to.get(tag)
    if (words) words.add(word)
    else to.set(tag, new Set([word]))
  }
  const records = parts.flatMap(part => part.records ?? [])
  const tellers = parts.flatMap(part => Object.entries(part.tellsOf ?? {}))
  const tagsOf = (record: Kept) => [
    record.table,
    ...records.filter(({ columns }) => isNamedIn(columns, record.table)).map(({ table }) => table),
    ...tellers.filter(([, tells]) => tells(record)).map(([tag]) => tag),
  ]
  for (const { kinds = [], live = {} } of parts) {
    for (const { kind, noun, about } of kinds) {
      const { outdates = [], outdatesAll } = about
      const subject = about.tag && records.find(({ name }) => name === (about.subject ?? noun))
      const all = outdatesAll ? records.filter(({ columns = {} }) => outdatesAll in columns) : []
      const alike = outdatesAll === 'ownerId' ? all.flatMap(tagsOf) : all.map(({ table }) => table)
      if (about.tag) {
        for (const word of [kind, noun]) add(causes, about.tag, word)
        add(by, about.tag, noun)
      }
      for (const tag of [...outdates, ...alike, ...(subject ? tagsOf(subject) : [])]) add(by, tag, kind)
    }
    for (const [tag, nouns] of Object.entries(live)) for (const noun of nouns) add(by, tag, noun)
  }
  return { by, causes }
}

/** The noun that stands for a resource of which nobody declares events: `task` for `tasks`. */
const nounOf = (tag: string) => tag.replace(/s$/, '')

/** Whether what is told live concerns an answer of `tag`, asked for with `params`. */
export function isOutdated(
  { by }: Outdated,
  tag: string,
  params: Readonly<Record<string, string>>,
  { kinds, ids }: { kinds: readonly string[]; ids: readonly string[] },
): boolean {
  const heard = by.get(tag) ?? new Set([nounOf(tag)])
  if (!kinds.some(kind => heard.has('*') || heard.has(kind) || heard.has(kind.split('.')[0]!))) return false
  const asked = Object.values(params)
  return asked.length === 0 || ids.length === 0 || asked.some(id => ids.includes(id))
}

/** Tags whose answers are out of date after a command of `tag`, its own among them. */
export function outdatedAfter({ by, causes }: Outdated, tag: string): string[] {
  const caused = new Set([nounOf(tag), ...(causes.get(tag) ?? [])])
  const others = [...by].filter(([, heard]) => heard.has('*') || [...heard].some(word => caused.has(word)))
  return [...new Set([tag, ...others.map(([other]) => other)])]
}

/** Fetched when it is first needed: the first screen stands without it. */
export const OutdatedContext = createContext<() => Promise<Outdated>>(() => Promise.resolve(outdatedBy([])))
