import type { ImportableKind } from '../kinds.ts'
import { hasKnown, type Preset } from './preset.ts'
import { presetsOf, refused } from './presets.ts'

const headingSet = (headings: readonly string[]) => new Set(headings.map(heading => heading.trim().toLowerCase()))

export function recognisePreset(kinds: readonly ImportableKind[], headings: readonly string[]): Preset | null {
  const found = headingSet(headings)
  return presetsOf(kinds).find(({ known }) => hasKnown(found, known)) ?? null
}

/** What the file holds when it is something that is not imported, as `hubspotDeals`. */
export function recogniseRefused(headings: readonly string[]): string | null {
  const found = headingSet(headings)
  return Object.entries(refused).find(([, known]) => hasKnown(found, [known]))?.[0] ?? null
}
