import { createHash } from 'node:crypto'
import { newId } from '../../../../kernel/ids.ts'
import type { Outcome, UpdateMode } from '../../imports/public.ts'
import type { NewNote } from '../record.ts'

export interface ResolvedNote {
  sourceId: string | null
  body: string
  contactId: string | null
  companyId: string | null
  /** The company on whose timeline the note stands too: its own or the contact's. */
  eventCompanyId: string | null
  authorId: string | null
  createdAt: Date | null
}

export interface KnownNote {
  id: string
  contactId: string | null
  companyId: string | null
  body: string
  isTouched: boolean
}

export interface NotePlan {
  outcomes: Outcome[]
  created: (NewNote & { eventCompanyId: string | null })[]
  changed: (KnownNote & { before: string; eventCompanyId: string | null })[]
  keys: { key: string; id: string }[]
}

/** A note without an id is known again by whose it is and what it says. */
export function noteSourceId({ sourceId, body, contactId, companyId }: ResolvedNote): string {
  return (
    sourceId ??
    `text:${createHash('sha256')
      .update(`${contactId ?? companyId}\n${body}`)
      .digest('base64url')
      .slice(0, 22)}`
  )
}

export function planNotes(
  drafts: ResolvedNote[],
  known: ReadonlyMap<string, KnownNote>,
  options: { importId: string; source: string; update: UpdateMode },
  now: Date,
): NotePlan {
  const plan: NotePlan = { outcomes: [], created: [], changed: [], keys: [] }
  const fresh = new Set<string>()
  for (const draft of drafts) {
    const sourceId = noteSourceId(draft)
    const there = known.get(sourceId)
    if (fresh.has(sourceId)) plan.outcomes.push('repeated')
    else if (!there) {
      const id = newId()
      fresh.add(sourceId)
      plan.created.push({
        id,
        contactId: draft.contactId,
        companyId: draft.companyId,
        eventCompanyId: draft.eventCompanyId,
        body: draft.body,
        mentionIds: [],
        authorId: draft.authorId,
        source: options.source,
        sourceId,
        importId: options.importId,
        createdAt: draft.createdAt ?? now,
      })
      plan.keys.push({ key: `note ${sourceId}`, id })
      plan.outcomes.push('created')
    } else if (there.isTouched) plan.outcomes.push('repeated')
    else if (there.body !== draft.body && options.update === 'all') {
      fresh.add(sourceId)
      plan.changed.push({ ...there, body: draft.body, before: there.body, eventCompanyId: draft.eventCompanyId })
      plan.outcomes.push('updated')
    } else plan.outcomes.push('unchanged')
  }
  return plan
}
