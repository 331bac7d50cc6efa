import { defineAbsence } from '../../../kernel/errors.ts'
import { defineMessages, say, stored } from '../../../kernel/messages.ts'
import { clip } from '../../../kernel/text.ts'
import { foldedName } from '../../../platform/record/given-name.ts'

/** The names of those who have none: of whom nothing, only a device, or only a number in another system is known. */
const names = defineMessages('contacts.name', {
  none: 'No name',
  visitor: 'Visitor {sign}',
  customer: 'Customer {number}',
  erased: 'Erased person',
})
export const noName = stored(say(names, 'none'))
export const visitorName = (sign: string) => stored(say(names, 'visitor', { sign }))
export const customerName = (number: string) => stored(say(names, 'customer', { number }))
export const erasedName = stored(say(names, 'erased'))

export const noContact = defineAbsence('contacts.no-contact', 'contact')
export const noHandle = defineAbsence('contacts.no-handle', 'handle')

interface Names {
  name?: string | null
  firstName?: string | null
  lastName?: string | null
}

/** The name to show: as given, else first and last, else the best handle. */
export function displayName({ name, firstName, lastName }: Names, handles: readonly { value: string }[] = []): string {
  const given = name?.trim() || [firstName?.trim(), lastName?.trim()].filter(Boolean).join(' ')
  return given || handles[0]?.value || noName
}

/** What a contact is found by: its name or names and every handle, folded. */
export function searchText(name: string | readonly string[], handles: readonly { normal: string }[]): string {
  const texts = [...[name].flat().map(foldedName), ...new Set(handles.map(({ normal }) => normal.toLowerCase()))]
  return clip(texts.join(' '), 4000)
}
