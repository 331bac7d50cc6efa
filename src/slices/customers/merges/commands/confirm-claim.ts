import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { findHolders, onOwnRows, placeHandle, refreshShown, proveHandle, lockWithRoots } from '../../contacts/public.ts'
import { confirmClaim as setConfirmed, findOpenClaim, type StoredClaim } from '../claims.ts'
import { claimEvents } from '../events.ts'
import { candidateColumns, chooseSurvivor, type Candidate } from '../merge.ts'
import { mergeContacts } from './merge-contacts.ts'

/**
 * What the customer confirmed holds: the handle is verified, and whoever had it until now is the same person. False when the
 * claim was confirmed before, is too old, or its contact is gone.
 */
export async function confirmClaim(ctx: Ctx, claimId: string): Promise<boolean> {
  return inTransaction(ctx.db, async tx => {
    const { workspaceId } = ctx
    const claim = await findOpenClaim(tx, workspaceId, claimId, ctx.now(), true)
    if (!claim) return false
    const members = await lockWithRoots(tx, workspaceId, [claim.contactId])
    const contact = members.get(claim.contactId)
    const root = contact && members.get(contact.mergedInto ?? contact.id)
    if (!root || root.deletedAt !== null) return false
    await setConfirmed(tx, workspaceId, claimId, ctx.now())
    const [holder] = await findHolders(tx, workspaceId, [claim])
    if (holder) await proveHandle(tx, workspaceId, claim, ctx.now())
    else await addHandle(tx, ctx, claim)
    const mergeId = holder && holder.id !== root.id ? await join(tx, ctx, claim, holder.id, root.id) : null
    const { kind, value } = claim
    const claimant = { id: claim.contactId, companyId: root.companyId }
    await record(tx, ctx, [claimEvents.claimed(claimant, { claimId, kind, value, mergeId })])
    await audit(tx, ctx, {
      action: 'claim.confirmed',
      subjectType: 'contact',
      subjectId: root.id,
      detail: { claimId, mergeId },
    })
    return true
  })
}

async function addHandle(tx: Db, ctx: Ctx, claim: StoredClaim): Promise<void> {
  const { contactId, kind, value, normal } = claim
  const fresh = { label: null, isPrimary: false, isIdentifying: true, source: 'claim' }
  const handle = { id: newId(), contactId, kind, value, normal, ...fresh }
  await onOwnRows(tx, ctx.workspaceId, [contactId], () => placeHandle(tx, ctx.workspaceId, handle, ctx.now()))
  await refreshShown(tx, ctx.workspaceId, [contactId])
  await proveHandle(tx, ctx.workspaceId, claim, ctx.now())
}

async function join(tx: Db, ctx: Ctx, claim: StoredClaim, holderId: string, rootId: string): Promise<string | null> {
  const { rows } = await sql<Candidate>`
    select ${candidateColumns} from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.id = any(${[holderId, rootId]}::uuid[])`.execute(tx)
  const survivorId = chooseSurvivor(rows).id
  const mergedId = survivorId === rootId ? holderId : rootId
  const evidence = { claimId: claim.id, kind: claim.kind, confirmedAt: ctx.now().toISOString() }
  const [made] = await mergeContacts(tx, ctx, [{ survivorId, mergedId, how: 'claim', evidence }])
  return made?.id ?? null
}
