import { keysOf } from '../../../../kernel/record/record.ts'
import { trimmed } from '../../../../kernel/text.ts'
import { isReference, mergeFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { traitColumns, type Trait, type Traits } from './sighting.ts'

/** What was told of a contact, with when: by trait, and custom fields as `fields.<key>`. */
export type Given = Record<string, { value: unknown; at: string }>
export type Shown = Record<string, unknown>

/** How a value is written where channels write it otherwise. */
const asKept: Partial<Record<Trait, (text: string) => string>> = {
  country: text => text.toUpperCase(),
  language: text => text.replace('_', '-'),
  birthday: text => text.slice(0, 10),
}

/** A value as the column takes it; undefined leaves it out. */
function readTrait(name: Trait, value: unknown): unknown {
  const given = value instanceof Date ? value.toISOString() : value
  if (typeof given !== 'string' && typeof given !== 'number') return undefined
  const text = trimmed(String(given).replace(/[\x00-\x1f\x7f]+/g, ' '))
  const result = traitColumns[name].given.safeParse(asKept[name]?.(text) ?? text)
  return result.success && text !== '' ? result.data : undefined
}

/** What `traits` tell at `at`, in the form in which it is remembered; what cannot be read is left out. */
export function givenOf(traits: Traits, at: Date, definitions: Field[]): Given {
  const given: Given = {}
  const stamp = { at: at.toISOString() }
  for (const name of keysOf(traitColumns)) {
    const value = readTrait(name, traits[name])
    if (value !== undefined) given[name] = { value, ...stamp }
  }
  for (const [key, value] of Object.entries(traits.fields ?? {})) {
    const definition = definitions.find(field => field.key === key)
    if (!definition || isReference(definition.type) || value === null) continue
    try {
      given[`fields.${key}`] = { value: mergeFields([definition], {}, { [key]: value })[key], ...stamp }
    } catch {
      // A value that the field cannot hold stays in the event alone.
    }
  }
  return given
}

/** The later of two tellings wins; of two at the same time the one that sorts last, so that their order does not matter. */
export function mergeGiven(one: Given, other: Given): Given {
  const merged: Given = { ...one }
  for (const [name, trait] of Object.entries(other)) {
    const known = merged[name]
    if (!known || trait.at > known.at || (trait.at === known.at && text(trait.value) > text(known.value)))
      merged[name] = trait
  }
  return merged
}

function text(value: unknown): string {
  return JSON.stringify(value)
}

/**
 * Which values of a contact's row are to be changed. A value is ours to change when it is blank or one that channels told;
 * what a person wrote stays. `given` is the latest of the contact and of all merged into it, `ours` everything that was.
 */
export function traitChanges(
  current: Record<string, unknown>,
  given: Given,
  ours: readonly Shown[],
): { changes: Record<string, unknown>; shown: Shown } {
  const changes: Record<string, unknown> = {}
  const shown: Shown = {}
  const names = new Set([...Object.keys(given), ...ours.flatMap(Object.keys)])
  for (const name of names) {
    const is = current[name] ?? null
    const isOurs = is === null || ours.some(values => text(values[name] ?? null) === text(is))
    if (!isOurs) continue
    const wanted = given[name]?.value ?? null
    if (wanted !== null) shown[name] = wanted
    if (text(wanted) !== text(is)) changes[name] = wanted
  }
  return { changes, shown }
}
