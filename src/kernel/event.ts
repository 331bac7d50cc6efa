import { z } from 'zod'

declare const declared: unique symbol

/** Whose timelines an event stands on, and the record that it is about. */
export interface EventKeys {
  contactId?: string | null
  companyId?: string | null
  subjectId?: string
  /** The record that this one hangs on, where it is no customer. */
  linkedId?: string | null
}

export interface EventOptions {
  /** Where customer and company met; with a contact it makes the event a touchpoint. */
  channel?: string | null
  occurredAt?: Date
  importId?: string | null
  /** The sender's own id of the event; a second one with the same key is ignored. */
  sourceKey?: string | null
}

/** An event that is not written yet. Only declared kinds make them: its kind cannot be written by hand. */
export interface NewEvent extends EventKeys, EventOptions {
  kind: string & { readonly [declared]: true }
  subjectType?: string
  data: Record<string, unknown>
}

/** How a kind changes what is counted of a contact and of a company. */
export type Counting =
  /** One more order or return, worth the minor units under the key `amount` of the data. */
  | { as: 'order' | 'return'; amount: string }
  /** No further order; its worth changes by the minor units under `amount`. */
  | { as: 'correction'; amount: string }
  /** Sums alone do not tell the first and last any more: the record is counted anew. */
  | { as: 'recount' }
  /** Events belong to another contact than before: both it and the one under `contactId` of the data are counted anew. */
  | { as: 'move' }

/** One kind of event. */
export interface EventDeclaration {
  /** When it happens, in words for those who read the log from outside. */
  when: string
  /** What it tells; nothing where it is left out. */
  data?: z.ZodObject
  counts?: Counting
  /** Happens so often that it would hide all else where the events of all customers stand together. */
  isFrequent?: true
}

/** What the kinds of one noun have in common. */
export interface EventNoun<Of> {
  /** What of the record goes into the keys of its events. */
  of: (record: Of) => EventKeys
  /** Type of the subject, where it is not the noun. */
  subject?: string
  /** Tag of the endpoints that cause them, if any do. */
  tag?: string
  /** Tags of further endpoints whose answers are out of date after them, besides those that refer to the record. */
  outdates?: readonly string[]
  /** All kinds of record with this column are out of date after them too, and with an owner what refers to them. */
  outdatesAll?: 'tagIds' | 'fields' | 'ownerId'
  /** Under what the timeline can be narrowed to them; the noun, where it is left out. */
  group?: string
  /** `plain`: drawn as any event that nobody draws; `none`: on no timeline. Otherwise its slice draws it. */
  timeline?: 'plain' | 'none'
}

/** What was changed: the value before and after, by field. */
export const changes = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))

export type EventData<Declaration> = Declaration extends { data: infer Data extends z.ZodObject }
  ? z.output<Data>
  : Record<never, never>

/** A declared kind. Called with the record that it happened to, it makes an event. */
export interface EventKind<Of = any, Data = any> {
  (
    ...given: Record<never, never> extends Data
      ? [record: Of, data?: Data, options?: EventOptions]
      : [record: Of, data: Data, options?: EventOptions]
  ): NewEvent
  /** `order.placed` */
  kind: string
  noun: string
  about: EventNoun<Of>
  declaration: EventDeclaration
  /** Whether an event of the log is of this kind; its data then has a type. */
  is<E extends { kind: string; data: unknown }>(event: E): event is E & { data: Data }
}

export type Events<Of, Kinds> = { readonly [Key in keyof Kinds]: EventKind<Of, EventData<Kinds[Key]>> }
/** The kinds that one call of `defineEvents` declared. */
export type AnyEvents = Readonly<Record<string, EventKind>>

/** Tests have what they write checked against its declaration; elsewhere the compiler is enough. */
export const eventChecks = { areOn: false }

/**
 * Declares what can happen to a noun: `partTakenBack` is the kind `noun.part-taken-back`. Everything else that depends on
 * the kinds of events is derived from these values: what may be written, the documentation, facts, what a screen asks for
 * again, and how timelines are grouped and drawn.
 */
export function defineEvents<Of, const Kinds extends Record<string, EventDeclaration>>(
  noun: string,
  about: EventNoun<Of>,
  kinds: Kinds,
): Events<Of, Kinds> {
  const made = Object.entries(kinds).map(([key, declaration]) => [key, toKind(noun, about, key, declaration)])
  return Object.fromEntries(made) as Events<Of, Kinds>
}

function toKind<Of>(noun: string, about: EventNoun<Of>, key: string, declaration: EventDeclaration): EventKind<Of> {
  const kind = `${noun}.${key.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}` as NewEvent['kind']
  const make = (record: Of, data: Record<string, unknown> = {}, options?: EventOptions): NewEvent => {
    if (eventChecks.areOn) requireDeclared(kind, declaration, data)
    const keys = about.of(record)
    const subjectType = keys.subjectId === undefined ? undefined : (about.subject ?? noun)
    return { kind, ...keys, subjectType, data, ...options }
  }
  const is: EventKind['is'] = (event): event is typeof event & { data: any } => event.kind === kind
  return Object.assign(make, { kind, noun, about, declaration, is })
}

function requireDeclared(kind: string, { data: schema }: EventDeclaration, data: Record<string, unknown>): void {
  const unknown = Object.keys(data).filter(key => !schema || !(key in schema.shape))
  if (unknown.length > 0) throw new Error(`${kind} declares no ${unknown.join(', ')}`)
  const parsed = schema?.safeParse(JSON.parse(JSON.stringify(data)))
  if (parsed && !parsed.success) throw new Error(`${kind}: ${parsed.error.message}`)
}
