import { fold } from '../../../../kernel/text.ts'
import { isOneSlip } from '../../../../models/linkage/distance.ts'
import type { ContactDraft } from './draft.ts'

/** What matching needs to know of a contact that is there. */
export interface KnownPerson {
  id: string
  name: string
  /** Whether the name was made up from a handle because none was given. */
  isNameless: boolean
  emails: string[]
  /** Normals of its ids in other systems. */
  externals: string[]
}

export interface Match {
  id: string
  by: 'external' | 'email' | 'phone' | 'other'
}

export function handleKey({ kind, normal }: { kind: string; normal: string }): string {
  return `${kind} ${normal}`
}

/** Keys under which a contact that the draft may be can be found. A phone number is the same one in WhatsApp. */
export function matchKeys(draft: ContactDraft): string[] {
  return draft.handles.filter(handle => handle.isIdentifying).flatMap(handle => twins(handle))
}

function twins(handle: { kind: string; normal: string }): string[] {
  const key = handleKey(handle)
  if (handle.kind === 'phone') return [key, handleKey({ ...handle, kind: 'whatsapp' })]
  return handle.kind === 'whatsapp' ? [key, handleKey({ ...handle, kind: 'phone' })] : [key]
}

/**
 * Whose row it is: by the id in the source, then e-mail, then phone, then the other handles. A phone is shared by
 * families and offices, so it decides only where nothing speaks against it.
 */
export function findMatch(draft: ContactDraft, holderOf: (key: string) => KnownPerson | undefined): Match | null {
  const identifying = draft.handles.filter(handle => handle.isIdentifying)
  const holder = draft.externalId === null ? undefined : holderOf(`external ${draft.externalId}`)
  if (holder) return { id: holder.id, by: 'external' }
  for (const handle of identifying) {
    const holder = handle.kind === 'email' ? holderOf(handleKey(handle)) : undefined
    if (holder) return { id: holder.id, by: 'email' }
  }
  for (const handle of identifying) {
    if (handle.kind !== 'phone' && handle.kind !== 'whatsapp') continue
    const holder = twins(handle).map(holderOf).find(Boolean)
    if (holder && isSamePhoneOwner(draft, holder)) return { id: holder.id, by: 'phone' }
  }
  for (const handle of identifying) {
    if (
      handle.kind === 'email' ||
      handle.kind === 'phone' ||
      handle.kind === 'whatsapp' ||
      handle.normal === draft.externalId
    )
      continue
    const holder = holderOf(handleKey(handle))
    if (holder) return { id: holder.id, by: 'other' }
  }
  return null
}

/** Whether the holder of a phone number is the person of the row, rather than one who shares the number. */
export function isSamePhoneOwner(draft: ContactDraft, holder: KnownPerson): boolean {
  const name = draftName(draft)
  const likeness = name === null || holder.isNameless ? 'unknown' : likenessOf(name, holder.name)
  if (likeness === 'same') return true
  if (likeness === 'different') return false
  const system = draft.externalId?.slice(0, draft.externalId.indexOf(':') + 1)
  const isOtherRecord =
    system !== undefined && holder.externals.some(normal => normal.startsWith(system) && normal !== draft.externalId)
  if (isOtherRecord) return false
  const emails = draft.handles.filter(handle => handle.kind === 'email')
  const isOtherAddress =
    emails.length > 0 && holder.emails.length > 0 && !emails.some(({ normal }) => holder.emails.includes(normal))
  return likeness === 'alike' || !isOtherAddress
}

/** Whether everything but the id speaks against the holder of an id being the person of the row. */
export function isSomebodyElse(draft: ContactDraft, holder: KnownPerson): boolean {
  const name = draftName(draft)
  const emails = draft.handles.filter(handle => handle.kind === 'email')
  if (name === null || holder.isNameless || emails.length === 0 || holder.emails.length === 0) return false
  const known = new Set(wordsOf(holder.name))
  return !wordsOf(name).some(word => known.has(word)) && !emails.some(({ normal }) => holder.emails.includes(normal))
}

export function draftName({
  name,
  firstName,
  lastName,
}: {
  name: string | null
  firstName: string | null
  lastName: string | null
}): string | null {
  return name || [firstName, lastName].filter(Boolean).join(' ') || null
}

export type Likeness = 'same' | 'alike' | 'different'

/** `same` for the same words in any order; `alike` when one is a shorter or slightly other writing of the other. */
export function likenessOf(a: string, b: string): Likeness {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.length === 0 || right.length === 0) return 'alike'
  if (left.length === right.length && left.every(word => right.includes(word))) return 'same'
  const [short, long] = left.length <= right.length ? [left, [...right]] : [right, [...left]]
  for (const word of short) {
    const at = long.findIndex(other => isSameWord(word, other))
    if (at < 0) return 'different'
    long.splice(at, 1)
  }
  return 'alike'
}

/** Whether `name` says less than `known` about the same person: `Marta` or `M. Nováková` beside `Marta Nováková`. */
export function saysLess(name: string, known: string): boolean {
  const [given, there] = [wordsOf(name), wordsOf(known)]
  const isIn = (word: string) => there.some(other => (word.length === 1 ? other.startsWith(word) : other === word))
  return given.every(isIn) && given.join('').length < there.join('').length
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return true
  return Math.min(a.length, b.length) >= 5 && isOneSlip(a, b)
}
