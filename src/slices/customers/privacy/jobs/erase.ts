import { id } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { record } from '../../../../platform/events/record.ts'
import { defineWorkspaceJob } from '../../../../platform/jobs/jobs.ts'
import type { Person, PersonalData } from '../../../../platform/personal-data.ts'
import { eraseJobName } from '../commands/erase-contact.ts'
import { findErasure, hashesOf } from '../erasures.ts'
import { privacyEvents } from '../events.ts'
import { addToJournal } from '../journal.ts'
import { findPerson } from '../person.ts'
import type { ImpactCount } from '../schema.ts'
import { addStepRow } from '../store.ts'

export function inOrder(personalData: readonly PersonalData[]): PersonalData[] {
  return personalData.toSorted((a, b) => (a.last ?? 0) - (b.last ?? 0))
}

export const eraseJob = defineWorkspaceJob({
  name: eraseJobName,
  payload: { erasureId: id },
  run: (ctx, { erasureId }, signal) => runErasure(ctx, erasureId, signal),
})

/** Takes a person out of everything, step by step; begun again after a crash it goes on to the same end. */
export async function runErasure(ctx: Ctx, erasureId: string, signal?: AbortSignal): Promise<void> {
  const erasure = await findErasure(ctx, erasureId)
  if (!erasure || erasure.status === 'done') return
  const { app, workspaceId } = ctx
  const { contactId, contactIds, memberId, createdAt } = erasure
  const hashes = await hashesOf(ctx, erasureId)
  const at = createdAt.toISOString()
  await addToJournal(app, { workspaceId, erasureId, contactId, contactIds, memberId, hashes, at })

  // An erasure that nobody asked for is one of retention.
  const isByRetention = memberId === null && hashes.length === 0
  const lookedFor = async () => {
    const person = await findPerson(ctx, contactIds)
    return isByRetention ? withAddressesOnly(person) : person
  }
  if (erasure.status === 'waiting') {
    const counts = await countAll(ctx, contactIds, await lookedFor())
    await updateRows(ctx, 'erasures', erasureId, { status: 'running', counts })
  }
  const steps = inOrder(app.personalData)
  for (const data of [...steps, ...steps.filter(({ again }) => again)]) {
    signal?.throwIfAborted()
    await updateRows(ctx, 'erasures', erasureId, { step: data.name })
    const person = await lookedFor()
    await data.eraseFiles?.(ctx, contactIds, person)
    await inTransaction(ctx, ctx => data.erase(ctx, contactIds, person))
  }
  await inTransaction(ctx, async ctx => {
    const now = ctx.now()
    await updateRows(ctx, 'erasures', erasureId, { status: 'done', step: null, finishedAt: now })
    await record(ctx, [privacyEvents.erased({ id: contactId })])
    if (erasure.requestId !== null) await addStepRow(ctx, erasure.requestId, 'erased', { erasureId })
  })
}

/** Retention looks for addresses alone: ids of thousands of visitors' devices stand in no text that people wrote. */
function withAddressesOnly(person: Person): Person {
  return { ...person, names: [], handles: person.handles.filter(({ kind }) => kind === 'email' || kind === 'phone') }
}

/** What of a person each slice would delete, redact and keep. */
export async function countAll(ctx: Ctx, contactIds: string[], person: Person): Promise<ImpactCount[]> {
  const rows: ImpactCount[] = []
  for (const { name, count } of ctx.app.personalData) {
    const impact = await count(ctx, contactIds, person)
    if (impact.deleted || impact.redacted || impact.kept) rows.push({ name, ...impact })
  }
  return rows
}
