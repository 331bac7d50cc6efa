import { defineMessages } from '../../../kernel/messages.ts'
import { languages, wordsFor } from '../../../platform/languages.ts'

const words = defineMessages('imports.error-columns', {
  row: 'Row',
  imported: 'Imported',
  reason: 'Reason',
})

/** What the file of refused rows has after the columns of the original; of no use when it comes back corrected. */
export function errorColumns(locale: string): string[] {
  const t = wordsFor(words, locale)
  return [t('row'), t('imported'), t('reason')]
}

/** How many columns of a file are those, in whatever language it was fetched. */
export function countErrorColumns(names: readonly string[]): number {
  const last = names.slice(-3).join('\n')
  return languages.some(language => errorColumns(language).join('\n') === last) ? 3 : 0
}
