import type { Reference } from '../../../../ui/screen/record-look.ts'
import { ContactName, resolveContacts, searchContacts } from './public.tsx'

export const reference: Reference = { search: searchContacts, resolve: resolveContacts, Name: ContactName }
