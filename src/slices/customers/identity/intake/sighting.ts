import { AppError } from '../../../../kernel/errors.ts'
import { columnsFor } from '../../../../kernel/record/record.ts'
import { normalizeHandle } from '../../contacts/public.ts'
import { contactRecord } from '../../contacts/record.ts'
import type { HandleKind } from '../../contacts/schema.ts'
import { isNoId, isSharedAddress, joinRules } from './join-rules.ts'

export const traitColumns = columnsFor(contactRecord.columns, 'trait')
export type Trait = keyof typeof traitColumns

/** What a channel may tell of a person; a value of the wrong shape is left out, the rest is taken. */
export interface Traits extends Partial<Record<Trait, string>> {
  /** Custom fields by key. */
  fields?: Record<string, unknown>
}

/** Somebody was met on a channel: by which handles, when, and what was told of them. */
export interface Sighting {
  handles: { kind: HandleKind; value: string }[]
  at: Date
  /** Where it was: the source that new contacts and handles are marked with. */
  source: string
  traits?: Traits
  /** The customer has just shown that this handle is his own (followed a link sent to it). */
  verified?: HandleKind
  isDemo?: boolean
}

export interface SightedHandle {
  key: string
  kind: HandleKind
  value: string
  normal: string
  /** A shared address is kept, but finds nobody. */
  isShared: boolean
}

export function sightedKey(handle: { kind: string; normal: string }): string {
  return `${handle.kind} ${handle.normal}`
}

/** The usable handles of a sighting, the strongest first; what is none is left out. */
export function handlesOf(sighting: Sighting, country: string): SightedHandle[] {
  const found = new Map<string, SightedHandle>()
  for (const { kind, value } of sighting.handles) {
    if (isNoId(kind === 'external' ? value.slice(value.indexOf(':') + 1) : value)) continue
    try {
      const { normal, value: given } = normalizeHandle(kind, value, country, 'value')
      const key = sightedKey({ kind, normal })
      found.set(key, { key, kind, value: given, normal, isShared: kind === 'email' && isSharedAddress(normal) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return [...found.values()].sort((a, b) => joinRules[a.kind].rank - joinRules[b.kind].rank || (a.key < b.key ? -1 : 1))
}

/** The name that a sighting gives, for comparing. */
export function sightedName({ name, firstName, lastName }: Traits = {}): string | null {
  return name?.trim() || [firstName, lastName].filter(Boolean).join(' ').trim() || null
}
