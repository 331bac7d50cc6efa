import { contactsSlice } from '../slices/customers/contacts/slice.ts'
import { factsSlice } from '../slices/customers/facts/slice.ts'
import type { AppSlice } from '../platform/slice.ts'

/** THE list: what Rapport is made of. */
export const slices: AppSlice[] = [contactsSlice, factsSlice]
