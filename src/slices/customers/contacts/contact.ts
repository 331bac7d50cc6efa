import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { fold, sortKey } from '../../../kernel/text.ts'

const words = defineMessages('contacts.contacts-contact', {
  noContact: 'There is no such contact, or you may not see it.',
  noHandle: 'There is no such handle, or you may not see it.',
})

export const noContact = () => notFound(say(words, 'noContact'))
export const noHandle = () => notFound(say(words, 'noHandle'))

interface Names {
  name?: string | null
  firstName?: string | null
  lastName?: string | null
}

/** The name to show: as given, else first and last, else the best handle. */
export function displayName({ name, firstName, lastName }: Names, handles: readonly { value: string }[] = []): string {
  const given = name?.trim() || [firstName?.trim(), lastName?.trim()].filter(Boolean).join(' ')
  return given || handles[0]?.value || 'No name'
}

/** What a contact is found by: its name and every handle, folded. */
export function searchText(name: string, handles: readonly { normal: string }[]): string {
  return [fold(name), ...new Set(handles.map(({ normal }) => normal.toLowerCase()))].join(' ').slice(0, 4000)
}

const afterAllNames = '\u{10fffd}'

/** By what a contact is sorted: visitors without a name come after all people. */
export function sortNameOf(name: string, lifecycle: string): string {
  return lifecycle === 'stranger' && /^Visitor [0-9a-f]{4}$/.test(name) ? afterAllNames + fold(name) : sortKey(name)
}
