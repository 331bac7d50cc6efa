import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import type { Reaction } from '../../../platform/events/reaction.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { isMergedInto } from '../contacts/public.ts'
import { contactEvents, handleEvents } from '../contacts/events.ts'
import { importEvents } from '../imports/events.ts'
import { claimEvents, mergeEvents } from '../merges/events.ts'
import { privacyEvents } from '../privacy/events.ts'
import { refreshFeatures } from './features/refresh.ts'
import { refreshJobName, scoreWaiting } from './job-names.ts'
import { repointCandidates } from './scoring/repoint.ts'

/** Keeps what is compared in line with the contacts, and has those that changed scored. */
export const keepFeatures: Reaction = {
  name: 'identity.keep-features',
  kinds: [
    ...Object.values(contactEvents),
    ...Object.values(handleEvents),
    ...Object.values(mergeEvents),
    ...Object.values(claimEvents),
    ...Object.values(importEvents),
    privacyEvents.erased,
  ],
  async react(ctx, events) {
    if (events.some(event => importEvents.finished.is(event) || importEvents.undone.is(event)))
      await addJob(ctx, refreshJobName, {}, { key: `${refreshJobName}:${ctx.workspaceId}` })
    const merges = events.filter(event => mergeEvents.merged.is(event))
    const mergedIds = merges.map(event => event.data.contactId)
    const ids = events.flatMap(event => [event.contactId, event.data['contactId'] as string | undefined])
    const known = await withMembers(ctx, [...new Set(ids.filter(id => typeof id === 'string'))])
    const changed: string[] = []
    for (let at = 0; at < known.length; at += 2000)
      changed.push(...(await refreshFeatures(ctx, known.slice(at, at + 2000))))
    await repointCandidates(ctx, mergedIds)
    const apart = events.filter(event => mergeEvents.unmerged.is(event)).flatMap(event => event.contactId ?? [])
    await wait(ctx, [...new Set([...changed, ...apart])])
  },
}

/** What a survivor's events tell may be about contacts that were merged into it. */
async function withMembers({ db, workspaceId }: Tenant, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const isMerged = isMergedInto('c', sql`= any(${ids}::uuid[])`)
  const { rows } = await sql<{ id: string }>`
    select c.id from contacts c where c.workspace_id = ${workspaceId} and ${isMerged}`.execute(db)
  return [...new Set([...ids, ...rows.map(row => row.id)])]
}

/** Puts contacts among those that wait to be scored, and adds the job that does it. */
export async function wait({ db, workspaceId }: Tenant, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into identity_waiting (workspace_id, contact_id)
    select f.workspace_id, f.contact_id from identity_features f where f.workspace_id = ${workspaceId} and f.contact_id = any(${ids}::uuid[])
    order by f.contact_id on conflict do nothing`.execute(db)
  await scoreWaiting({ db, workspaceId })
}
