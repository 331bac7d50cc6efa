import { z } from 'zod'
import { day, isTimeZone } from '../../../../kernel/time.ts'
import { mergeFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import type { Traits } from './sighting.ts'

/** What was told of a contact, with when: by trait, and custom fields as `fields.<key>`. */
export type Given = Record<string, { value: unknown; at: string }>
export type Shown = Record<string, unknown>

const line = (most: number) => (value: unknown) => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
    .replace(/[\x00-\x1f\x7f]+/g, ' ')
    .trim()
  return text === '' || text.length > most ? undefined : text
}
const matching =
  (pattern: RegExp, change: (text: string) => string = text => text) =>
  (value: unknown) => {
    const text = typeof value === 'string' ? change(value.trim()) : ''
    return pattern.test(text) ? text : undefined
  }

/** The columns that traits fill, and how a value is read; undefined leaves it out. */
export const readTrait: Record<Exclude<keyof Traits, 'fields'>, (value: unknown) => string | undefined> = {
  name: line(200),
  firstName: line(200),
  lastName: line(200),
  jobTitle: line(200),
  street: line(200),
  city: line(200),
  region: line(200),
  postalCode: line(20),
  country: matching(/^[A-Z]{2}$/, text => text.toUpperCase()),
  language: matching(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, text => text.replace('_', '-')),
  timeZone: value => (typeof value === 'string' && isTimeZone(value) ? value : undefined),
  birthday: value => {
    const text = value instanceof Date ? value.toISOString() : value
    const result = day.safeParse(typeof text === 'string' ? text.slice(0, 10) : text)
    return result.success ? result.data : undefined
  },
  companyId: value => (z.uuid().safeParse(value).success ? (value as string) : undefined),
}

/** What `traits` tell at `at`, in the form in which it is remembered; what cannot be read is left out. */
export function givenOf(traits: Traits, at: Date, definitions: Field[]): Given {
  const given: Given = {}
  const told = { at: at.toISOString() }
  for (const [name, read] of Object.entries(readTrait)) {
    const value = read(traits[name as keyof Traits])
    if (value !== undefined) given[name] = { value, ...told }
  }
  for (const [key, value] of Object.entries(traits.fields ?? {})) {
    const definition = definitions.find(field => field.key === key)
    if (!definition || definition.type === 'contact' || definition.type === 'company' || value === null) continue
    try {
      given[`fields.${key}`] = { value: mergeFields([definition], {}, { [key]: value })[key], ...told }
    } catch {
      // A value that the field cannot hold stays in the event alone.
    }
  }
  return given
}

/** The later of two tellings wins; of two at the same time the one that sorts last, so that their order does not matter. */
export function mergeGiven(one: Given, other: Given): Given {
  const merged: Given = { ...one }
  for (const [name, told] of Object.entries(other)) {
    const known = merged[name]
    if (!known || told.at > known.at || (told.at === known.at && text(told.value) > text(known.value)))
      merged[name] = told
  }
  return merged
}

function text(value: unknown): string {
  return JSON.stringify(value)
}

/**
 * Which values of a contact's row are to be changed. A value is ours to change when it is blank or one that channels told;
 * what a person wrote stays. `told` is the latest of the contact and of all merged into it, `ours` everything that was.
 */
export function changesOf(
  current: Record<string, unknown>,
  told: Given,
  ours: readonly Shown[],
): { changes: Record<string, unknown>; shown: Shown } {
  const changes: Record<string, unknown> = {}
  const shown: Shown = {}
  const names = new Set([...Object.keys(told), ...ours.flatMap(Object.keys)])
  for (const name of names) {
    const is = current[name] ?? null
    const isOurs = is === null || ours.some(values => text(values[name] ?? null) === text(is))
    if (!isOurs) continue
    const wanted = told[name]?.value ?? null
    if (wanted !== null) shown[name] = wanted
    if (text(wanted) !== text(is)) changes[name] = wanted
  }
  return { changes, shown }
}
