import type { KeyFor } from '../../../../kernel/record/record.ts'
import type { CompanyKey } from '../../companies/import/public.ts'
import { emptyProfile, type ProfileDraft } from '../../imports/public.ts'
import type { HandleKind, SourceRow, sourceColumns } from '../record.ts'

export interface DraftHandle {
  kind: HandleKind
  value: string
  normal: string
  isIdentifying: boolean
  confidence: number
}

/** What a file says of a person beside the name: all that channels may tell. */
type ValueKey = Exclude<KeyFor<typeof sourceColumns, 'trait'>, 'name' | 'firstName' | 'lastName' | 'companyId'>
type Values = Pick<SourceRow, ValueKey | 'lifecycle'>

export interface ContactDraft extends ProfileDraft<Values> {
  /** Normal of its `external` handle: `hubspot:1051`. */
  externalId: string | null
  name: string | null
  firstName: string | null
  lastName: string | null
  /** The external one first, then in the order of the columns. */
  handles: DraftHandle[]
  company: CompanyKey | null
}

export function emptyContact(row: number): ContactDraft {
  return {
    ...emptyProfile(row),
    externalId: null,
    name: null,
    firstName: null,
    lastName: null,
    handles: [],
    company: null,
  }
}
