import { isDeepStrictEqual } from 'node:util'
import { fold } from '../../../../kernel/text.ts'
import { isGiven } from '../../../../platform/record/given-name.ts'
import { addressParts, isBlank, type Address, type Name, type Values } from './values.ts'

/** Per value, whose is shown: that of the survivor even if blank, or that of the merged contact even if the survivor has one. */
export type Choices = Readonly<Record<string, 'survivor' | 'merged'>>

/** What a survivor has of itself. `pins` names, by value, the merges that an edit has overruled. */
export interface Own {
  values: Values
  pins: Record<string, string[]>
}

/** A contact that was merged in, as it is shown itself. */
export interface Source {
  mergeId: string
  values: Values
  choices: Choices
}

/**
 * What the survivor has of itself, now that its row reads `row` and was last shown as `shown`: whatever differs was edited
 * since, is the survivor's own, and overrules the merges that there were.
 */
export function takeEdits(own: Own, shown: Values, row: Values, mergeIds: string[]): Own {
  const values = { ...own.values }
  const pins = { ...own.pins }
  for (const key of new Set([...Object.keys(shown), ...Object.keys(row)])) {
    if (key === 'tagIds' || isDeepStrictEqual(shown[key] ?? null, row[key] ?? null)) continue
    if (key in row) values[key] = row[key]
    else delete values[key]
    pins[key] = mergeIds
  }
  const [was, is] = [shown['tagIds'] as string[], row['tagIds'] as string[]]
  const removed = was.filter(tag => !is.includes(tag))
  const added = is.filter(tag => !was.includes(tag))
  if (removed.length > 0 || added.length > 0) {
    const tags = (values['tagIds'] as string[]).filter(tag => !removed.includes(tag))
    values['tagIds'] = [...tags, ...added.filter(tag => !tags.includes(tag))]
    for (const tag of removed) pins[`tagIds.${tag}`] = mergeIds
  }
  return { values, pins }
}

/**
 * What is shown of a survivor: its own values, and where these are blank those of the contacts merged in, in the order of
 * the merges. `placeholders` are the texts of its handles, which stand for a name where there is none.
 */
export function show(own: Own, sources: readonly Source[], placeholders: ReadonlySet<string>): Values {
  const values: Values = { ...own.values }
  for (const { mergeId, values: theirs, choices } of sources) {
    const isOverruled = (key: string) => own.pins[key]?.includes(mergeId) || choices[key] === 'survivor'
    for (const key of Object.keys(theirs)) {
      if (isOverruled(key)) continue
      const isChosen = choices[key] === 'merged'
      if (key === 'tagIds') values[key] = withTags(values[key], theirs[key], tag => !isOverruled(`tagIds.${tag}`))
      else if (key === 'name') values[key] = betterName(values[key], theirs[key], isChosen, placeholders)
      else if (key === 'address') values[key] = fullerAddress(values[key], theirs[key], isChosen)
      else if (key === 'lifecycle') values[key] = isChosen ? theirs[key] : furthest(values[key], theirs[key])
      else if (!isBlank(theirs[key]) && (isChosen || isBlank(values[key]))) values[key] = theirs[key]
    }
  }
  return values
}

function withTags(own: unknown, theirs: unknown, isTaken: (tag: string) => boolean): string[] {
  const tags = own as string[]
  return [...tags, ...(theirs as string[]).filter(tag => !tags.includes(tag) && isTaken(tag))]
}

/** A given name says more than a handle, and that more than none. */
export function nameRank({ name, firstName, lastName }: Name, placeholders: ReadonlySet<string>): number {
  if (firstName || lastName) return 2
  if (!isGiven(name)) return 0
  return placeholders.has(name) ? 1 : 2
}

function betterName(own: unknown, theirs: unknown, isChosen: boolean, placeholders: ReadonlySet<string>): unknown {
  const [ours, others] = [nameRank(own as Name, placeholders), nameRank(theirs as Name, placeholders)]
  return others > ours || (isChosen && others > 0) ? theirs : own
}

/** An address is completed by one that does not speak against it, never mixed with another. */
function fullerAddress(own: unknown, theirs: unknown, isChosen: boolean): unknown {
  const [ours, others] = [own as Address, theirs as Address]
  if (addressParts.every(part => isBlank(others[part]))) return own
  if (isChosen) return theirs
  const agrees = addressParts.every(
    part => isBlank(ours[part]) || isBlank(others[part]) || fold(ours[part]!) === fold(others[part]!),
  )
  if (!agrees) return own
  return Object.fromEntries(addressParts.map(part => [part, isBlank(ours[part]) ? others[part] : ours[part]]))
}

/** From stranger to advocate; somebody who lapsed was a customer, and is one who buys under another name. */
const stages = ['stranger', 'lead', 'prospect', 'lapsed', 'customer', 'loyal', 'advocate']

function furthest(own: unknown, theirs: unknown): unknown {
  return stages.indexOf(theirs as string) > stages.indexOf(own as string) ? theirs : own
}
