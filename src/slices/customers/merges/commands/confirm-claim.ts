import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { record } from '../../../../platform/events/record.ts'
import { findHolders, onOwnRows, placeHandle, refreshShown, proveHandle, lockWithRoots } from '../../contacts/public.ts'
import { findOpenClaim, type StoredClaim } from '../claims.ts'
import { claimEvents } from '../events.ts'
import { candidateColumns, chooseSurvivor, type Candidate } from '../merge.ts'
import { mergeContacts } from './merge-contacts.ts'

/**
 * What the customer confirmed holds: the handle is verified, and whoever had it until now is the same person. False when the
 * claim was confirmed before, is too old, or its contact is gone.
 */
export async function confirmClaim(ctx: Ctx, claimId: string): Promise<boolean> {
  return inTransaction(ctx, async ctx => {
    const claim = await findOpenClaim(ctx, claimId, ctx.now())
    if (!claim) return false
    const members = await lockWithRoots(ctx, [claim.contactId])
    const contact = members.get(claim.contactId)
    const root = contact && members.get(contact.mergedInto ?? contact.id)
    if (!root || root.deletedAt !== null) return false
    await updateRows(ctx, 'claims', claimId, { confirmedAt: ctx.now() })
    const [holder] = await findHolders(ctx, [claim])
    if (holder) await proveHandle(ctx, claim, ctx.now())
    else await addHandle(ctx, claim)
    const mergeId = holder && holder.id !== root.id ? await join(ctx, claim, holder.id, root.id) : null
    const { kind, value } = claim
    const claimant = { id: claim.contactId, companyId: root.companyId }
    await record(ctx, [claimEvents.claimed(claimant, { claimId, kind, value, mergeId })])
    await audit(ctx, {
      action: 'claim.confirmed',
      subjectType: 'contact',
      subjectId: root.id,
      detail: { claimId, mergeId },
    })
    return true
  })
}

async function addHandle(ctx: Ctx, claim: StoredClaim): Promise<void> {
  const { contactId, kind, value, normal } = claim
  const fresh = { label: null, isPrimary: false, isIdentifying: true, source: 'claim' }
  const handle = { id: newId(), contactId, kind, value, normal, ...fresh }
  await onOwnRows(ctx, [contactId], () => placeHandle(ctx, handle, ctx.now()))
  await refreshShown(ctx, [contactId])
  await proveHandle(ctx, claim, ctx.now())
}

async function join(ctx: Ctx, claim: StoredClaim, holderId: string, rootId: string): Promise<string | null> {
  const { rows } = await sql<Candidate>`
    select ${candidateColumns} from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.id = any(${[holderId, rootId]}::uuid[])`.execute(ctx.db)
  const survivorId = chooseSurvivor(rows).id
  const mergedId = survivorId === rootId ? holderId : rootId
  const evidence = { claimId: claim.id, kind: claim.kind, confirmedAt: ctx.now().toISOString() }
  const [made] = await mergeContacts(ctx, [{ survivorId, mergedId, how: 'claim', evidence }])
  return made?.id ?? null
}
