import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useWebKinds } from '../../../../ui/record/web-kind.ts'
import type { Counts } from '../schema.ts'

export const mergeWords = defineMessages('merges.merge', {
  merges: 'Merges',
  undo: 'Unmerge',
  undone: 'Undone',
  person: 'By a person',
  certain: 'Same handle',
  automatic: 'Automatic',
  claim: 'Confirmed by the customer',
  handles: '{count, plural, one {# way to reach} other {# ways to reach}}',
  events: '{count, plural, one {# event} other {# events}}',
})

/** Says what there is: `3 orders`, `1 note`. */
export function useCountWords(): (counts: Counts, skip?: readonly string[]) => string[] {
  const t = useMessages(mergeWords)
  const kinds = useWebKinds()
  return (counts, skip = []) => {
    const parts = [
      ...(['handles', 'events'] as const).map(what => [what, t(what, { count: counts[what] ?? 0 })] as const),
      ...kinds.map(({ table, count }) => [table, count(counts[table] ?? 0)] as const),
    ]
    return parts.flatMap(([what, text]) => (counts[what] && !skip.includes(what) ? text : []))
  }
}
