import { defineMessages } from '../../../../kernel/messages.ts'

/** How kinds of events are grouped in the filter; a noun without a group is a group of its own. */
const groups: Readonly<Record<string, string>> = {
  order: 'orders',
  return: 'orders',
  note: 'notes',
  task: 'tasks',
  file: 'files',
  contact: 'record',
  handle: 'record',
  company: 'record',
  identity: 'record',
  import: 'record',
  consent: 'consent',
  form: 'forms',
  product: 'product',
  page: 'product',
  screen: 'product',
}

export const groupWords = defineMessages('timeline.group', {
  orders: 'Orders and returns',
  notes: 'Notes',
  tasks: 'Tasks',
  files: 'Files',
  record: 'Changes of the record',
  consent: 'Consent',
  forms: 'Forms',
  product: 'Site and product',
})

export function groupOf(kind: string): string {
  const noun = kind.split('.')[0]!
  return groups[noun] ?? noun
}

/** `survey.answered` as "Survey answered", for what has no words of its own. */
export function spoken(kind: string): string {
  const text = kind.replaceAll(/[._-]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
