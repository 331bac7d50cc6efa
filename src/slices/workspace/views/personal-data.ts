import { defineMessages, say } from '../../../kernel/messages.ts'
import { findMentions, handleNeedles, redactMentions, type PersonalData } from '../../../platform/personal-data.ts'

const words = defineMessages('views.personal-data', {
  savedViews: 'Saved views',
})

const texts = ['name', 'filter'] as const

/** A view may look for somebody's address. */
export const personalData: PersonalData[] = [
  {
    name: 'views',
    label: say(words, 'savedViews'),
    tables: ['views'],
    async *read() {},
    async count(ctx, _ids, { handles }) {
      return { redacted: (await findMentions(ctx, 'views', texts, handleNeedles(handles))).length }
    },
    erase: (ctx, _ids, { handles }) => redactMentions(ctx, 'views', texts, handleNeedles(handles)),
  },
]
