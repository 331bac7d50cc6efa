import { only, type Stored } from '../../../../kernel/record/record.ts'
import { isGiven } from '../../../../platform/record/given-name.ts'
import type { Changed, Known, Outcome, UpdateMode, Working } from '../../imports/public.ts'
import { customerName, displayName } from '../contact.ts'
import { handleRecord, type NewContact, type NewHandle, type SourceRow } from '../record.ts'
import type { ContactDraft } from './draft.ts'
import type { KnownPerson } from './match.ts'

export interface ResolvedContact extends ContactDraft {
  companyId: string | null
  tagIds: string[]
  /** Its id is one of ours. */
  isOwnId?: boolean
}

/** The columns of a contact that an import writes. */
export type ContactState = Omit<SourceRow, 'id'>

export const knownHandleColumns = only(
  handleRecord.columns,
  'id',
  'kind',
  'value',
  'normal',
  'isPrimary',
  'isIdentifying',
  'source',
  'importId',
)
export type KnownHandle = Stored<typeof knownHandleColumns>

export interface KnownContact extends Known<ContactState> {
  handles: KnownHandle[]
  known: KnownPerson
}

export interface ContactOptions {
  importId: string
  source: string
  update: UpdateMode
  /** Whether people who are not known are made contacts. */
  isCreating: boolean
  ownerId: string | null
  lifecycle: ContactState['lifecycle']
}

export interface ContactPlan {
  /** For each draft, in their order. */
  outcomes: { outcome: Outcome; contactId: string | null; companyId: string | null; reason?: string }[]
  created: NewContact[]
  changed: (Changed<ContactState> & { searchText: string })[]
  handles: NewHandle[]
  /** Handles that were there and become, or stop being, the primary one of their kind. */
  primaries: { id: string; isPrimary: boolean }[]
  /** Handles that another import had brought: undoing that one must not take them away any more. */
  confirmed: string[]
  /** What later rows are matched with. */
  keys: { key: string; id: string }[]
  known: KnownPerson[]
}

/** A contact while the rows of a batch are worked into it. */
export interface WorkingContact extends Working<ContactState> {
  handles: KnownHandle[]
  added: NewHandle[]
  known: KnownPerson
}

/** A name for somebody of whom only handles are known: an address speaks for itself, a bare id does not. */
export function placeholder({ handles }: WorkingContact): string {
  const spoken = handles.find(handle => handle.kind !== 'external')
  if (spoken) return displayName({}, [spoken])
  return customerName(handles[0]?.normal.replace(/^[^:]*:/, '') ?? '')
}

/** Whether a name is one that `placeholder` makes. */
export function isPlaceholder(name: string, handles: readonly { value: string; normal: string }[]): boolean {
  return !isGiven(name) || handles.some(({ value, normal }) => name === value || name === normal)
}
