import { defineMessages } from '../../../../kernel/messages.ts'

/** The words that all screens of an import share. */
export const importWords = defineMessages('imports.import', {
  imports: 'Imports',
  fields: 'Custom fields',
  tags: 'Tags',
  draft: 'To map',
  checking: 'Checking',
  checked: 'Checked',
  running: 'Importing',
  done: 'Imported',
  failed: 'Stopped',
  undoing: 'Undoing',
  undone: 'Undone',
  rows: '{count, plural, one {# row} other {# rows}}',
})
