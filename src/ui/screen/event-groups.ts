import { createContext, use, useMemo } from 'react'
import type { EventKind } from '../../kernel/event.ts'
import { hasKey, say, type Messages } from '../../kernel/messages.ts'
import { useText } from '../i18n/i18n.tsx'

/** How timelines can be narrowed. */
export interface EventGroups {
  /** By kind. */
  groups: ReadonlyMap<string, string>
  words: readonly Messages[]
}

/** A kind belongs to the group that its noun names, else to the noun itself. */
export function groupsOf(parts: readonly { kinds?: readonly EventKind[]; eventGroups?: Messages }[]): EventGroups {
  const all = parts.flatMap(({ kinds = [] }) => kinds)
  return {
    groups: new Map(all.map(({ kind, noun, about }) => [kind, about.group ?? noun])),
    words: parts.flatMap(({ eventGroups }) => eventGroups ?? []),
  }
}

export const EventGroupsContext = createContext<() => Promise<EventGroups>>(() => Promise.resolve(groupsOf([])))

/** Waits until the events of all slices are there. */
export function useEventGroups(): { groupOf: (kind: string) => string; nameOf: (group: string) => string } {
  const { groups, words } = use(use(EventGroupsContext)())
  const text = useText()
  return useMemo(
    () => ({
      groupOf: kind => groups.get(kind) ?? kind.split('.')[0]!,
      nameOf: group => {
        const messages = words.find(candidate => hasKey(candidate, group))
        return messages ? text(say(messages, group)) : spoken(group)
      },
    }),
    [groups, words, text],
  )
}

/** `survey.answered` as "Survey answered", for what has no words of its own. */
export function spoken(kind: string): string {
  const text = kind.replaceAll(/[._-]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
