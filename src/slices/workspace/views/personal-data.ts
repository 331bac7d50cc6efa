import { defineMessages, say } from '../../../kernel/messages.ts'
import { personalTexts, type PersonalData } from '../../../platform/personal-data.ts'

const words = defineMessages('views.personal-data', {
  savedViews: 'Saved views',
})

/** A view may look for somebody's address. */
export const personalData: PersonalData[] = [
  {
    name: 'views',
    label: say(words, 'savedViews'),
    tables: ['views'],
    ...personalTexts('views', ['name', 'filter']),
  },
]
