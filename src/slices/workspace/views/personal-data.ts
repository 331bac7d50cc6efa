import { defineText } from '../../../kernel/messages.ts'
import { personalTexts, type PersonalData } from '../../../platform/personal-data.ts'

/** A view may look for somebody's address. */
export const personalData: PersonalData[] = [
  {
    name: 'views',
    label: defineText('views.personal-data.savedViews', 'Saved views'),
    tables: ['views'],
    ...personalTexts('views', ['name', 'filter']),
  },
]
