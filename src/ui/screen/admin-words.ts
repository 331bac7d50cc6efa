import { createContext, use, useMemo } from 'react'
import { hasKey, say, type Messages } from '../../kernel/messages.ts'
import { useText } from '../i18n/i18n.tsx'

/** What a slice says of itself where a workspace is administered. */
export interface AdminWords {
  /** By permission: what whoever has it may do. */
  permissionWords?: Messages
  /** By action of the audit log: what was done. */
  actionWords?: Messages
}

export const AdminWordsContext = createContext<() => Promise<readonly AdminWords[]>>(() => Promise.resolve([]))

/** `contacts:read` as "See contacts"; one that has no words stands as it is written. */
export function usePermissionWords(): (permission: string) => string {
  return useWordsOf('permissionWords').wordsOf
}

/** `contact.read` as "Read a contact"; `actions` are all that have words. */
export function useActionWords(): { actions: readonly string[]; wordsOf: (action: string) => string } {
  const { keys, wordsOf } = useWordsOf('actionWords')
  return { actions: keys, wordsOf }
}

/** Waits until the words of all slices are there. */
function useWordsOf(kind: keyof AdminWords): { keys: readonly string[]; wordsOf: (key: string) => string } {
  const slices = use(use(AdminWordsContext)())
  const spoken = useText()
  return useMemo(() => {
    const all = slices.flatMap(slice => slice[kind] ?? [])
    return {
      keys: all.flatMap(messages => Object.keys(messages.english)),
      wordsOf: key => {
        const messages = all.find(messages => hasKey(messages, key))
        return messages ? spoken(say(messages, key)) : key
      },
    }
  }, [slices, kind, spoken])
}
