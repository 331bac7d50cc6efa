import { useMemo } from 'react'
import type { WordedNumber } from '../../kernel/message-params.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { Noun } from '../../kernel/noun.ts'
import { useMessages } from '../i18n/i18n.tsx'

const sentences = defineMessages('ui.noun-sentences', {
  create: 'Create {object}',
  delete: 'Delete {object}',
  restore: 'Restore {object}',
  deleteSelected: 'Delete selected {objects}',
  all: 'All {objects}',
  search: 'Search {objects}',
  appear: '{many} appear here',
  noneVisible: 'No {objects} that you may see',
  noMatch: 'No {objects} match',
  changed: '{counted} changed.',
  failed: '{counted} not changed: {reason}',
  taken: '{gender, select, other {Open the {object} that has it}}',
  deleted: '{counted} moved to the bin.',
  restored: '{counted} restored.',
  inBin: '{counted} in the bin',
  binWaits: '{many} you delete wait here and can be restored with everything they had.',
  wasCreated: '{gender, select, other {{what} created}}',
  wasDeleted: '{gender, select, other {{what} moved to the bin}}',
  wasRestored: '{gender, select, other {{what} restored from the bin}}',
  wasChanged: '{gender, select, other {{what} changed}}',
})

/** "Create contact", where no component says it. */
export const textOfCreating = (noun: Noun) => say(sentences, 'create', { object: say(noun, 'object') })

type Sentence =
  | 'create'
  | 'delete'
  | 'restore'
  | 'deleteSelected'
  | 'all'
  | 'search'
  | 'appear'
  | 'noneVisible'
  | 'noMatch'
  | 'binWaits'
type Counted = 'changed' | 'deleted' | 'restored' | 'inBin'
type Happened = 'wasCreated' | 'wasDeleted' | 'wasRestored' | 'wasChanged'

export interface SpokenNoun {
  /** "Contact" */
  one: string
  /** "Contacts" */
  many: string
  /** "3 contacts" */
  count: (count: number | WordedNumber) => string
  /** "Create contact" */
  say: (sentence: Sentence) => string
  /** "3 contacts moved to the bin." */
  sayOf: (sentence: Counted, count: number | WordedNumber) => string
  /** "2 contacts were not changed: the name is missing" */
  sayFailed: (count: number, reason: string) => string
  /** "Open the contact that has it" */
  taken: string
  /** "Contact created", "Order 10231 changed" */
  sayHappened: (sentence: Happened, what?: string) => string
}

/** What the screens say about records of a kind, in the reader's language. */
export function useNoun(noun: Noun): SpokenNoun {
  const form = useMessages(noun)
  const t = useMessages(sentences)
  return useMemo(() => {
    const [one, many, gender] = [form('one'), form('many'), form('gender')]
    const forms = { many, object: form('object'), objects: form('objects') }
    const count = (number: number | WordedNumber) => form('count', { count: number })
    return {
      one,
      many,
      count,
      say: sentence => t(sentence, forms),
      sayOf: (sentence, number) => t(sentence, { counted: count(number) }),
      taken: t('taken', { gender, object: forms.object }),
      sayFailed: (number, reason) => t('failed', { counted: count(number), reason }),
      sayHappened: (sentence, what = one) => t(sentence, { gender, what }),
    }
  }, [form, t])
}
