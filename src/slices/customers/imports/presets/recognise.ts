import { hasKnown, type Preset } from './preset.ts'
import { presets, refused } from './presets.ts'

const headingSet = (headings: readonly string[]) => new Set(headings.map(heading => heading.trim().toLowerCase()))

export function recognisePreset(headings: readonly string[]): Preset | null {
  const found = headingSet(headings)
  return presets.find(({ known }) => hasKnown(found, known)) ?? null
}

/** What the file holds when it is something that is not imported, as `hubspotDeals`. */
export function recogniseRefused(headings: readonly string[]): string | null {
  const found = headingSet(headings)
  return Object.entries(refused).find(([, known]) => hasKnown(found, [known]))?.[0] ?? null
}
