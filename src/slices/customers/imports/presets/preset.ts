/** An export of another system, known by its headings. Headings are compared in lower case. */
export interface Preset {
  key: string
  /** For people: "HubSpot contacts". */
  label: string
  /** The name its ids are kept under, so that a later file finds the same records. */
  source: string
  /** The table of the records that it holds. */
  object: string
  isRecognised(headings: ReadonlySet<string>): boolean
  /** Targets of its columns; `fields.<key>` with a label is a custom field, null a column to leave out. */
  columns: Record<string, PresetTarget>
}

export type PresetTarget =
  string | { target: string; label: string; type: 'text' | 'choice' | 'yesno' | 'number' | 'date' } | null

export const unsubscribed: PresetTarget = { target: 'fields.unsubscribed', label: 'Unsubscribed', type: 'yesno' }

export function hasAll(headings: ReadonlySet<string>, ...wanted: string[]): boolean {
  return wanted.every(heading => headings.has(heading))
}

export function hasAny(headings: ReadonlySet<string>, ...wanted: string[]): boolean {
  return wanted.some(heading => headings.has(heading))
}
