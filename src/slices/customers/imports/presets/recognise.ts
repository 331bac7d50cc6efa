import { chatwoot, shopify } from './others.ts'
import { hasAll, hasAny, type Preset } from './preset.ts'
import { hubspot } from './hubspot.ts'
import { salesforce } from './salesforce.ts'

/** The first that recognises the headings wins: the more particular ones stand before the more general ones. */
export const presets: Preset[] = [chatwoot, shopify, ...salesforce, ...hubspot]

/** Exports that cannot be imported, with what they hold. */
const refused: { holds: string; isRecognised(headings: ReadonlySet<string>): boolean }[] = [
  {
    holds: 'hubspotDeals',
    isRecognised: headings => headings.has('deal name') && hasAny(headings, 'pipeline', 'deal stage'),
  },
  {
    holds: 'hubspotTickets',
    isRecognised: headings => headings.has('ticket name') && hasAny(headings, 'pipeline', 'ticket status'),
  },
  {
    holds: 'salesforceOpportunities',
    isRecognised: headings =>
      hasAny(headings, 'stagename', 'stage') &&
      hasAny(headings, 'closedate', 'close date') &&
      hasAny(headings, 'name', 'opportunity name'),
  },
  {
    holds: 'deals',
    isRecognised: headings =>
      hasAny(headings, 'opportunity_id', 'opportunity id', 'deal_id', 'deal id') &&
      hasAny(headings, 'deal_stage', 'deal stage', 'stage'),
  },
  {
    holds: 'fiderIdeas',
    isRecognised: headings => hasAll(headings, 'number', 'title', 'description', 'votes_count', 'status'),
  },
]

export function headingSet(headings: readonly string[]): ReadonlySet<string> {
  return new Set(headings.map(heading => heading.trim().toLowerCase()))
}

export function recognisePreset(headings: readonly string[]): Preset | null {
  const known = headingSet(headings)
  return presets.find(preset => preset.isRecognised(known)) ?? null
}

/** What the file holds when it is something that is not imported, as `hubspotDeals`. */
export function recogniseRefused(headings: readonly string[]): string | null {
  const known = headingSet(headings)
  return refused.find(kind => kind.isRecognised(known))?.holds ?? null
}
