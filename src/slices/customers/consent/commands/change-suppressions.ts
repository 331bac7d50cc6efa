import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { normalizeHandle } from '../../contacts/public.ts'
import type { Channel } from '../consent.ts'
import { hashHandle, type HandleKey } from '../handle-hash.ts'
import { suppressionsOf, type Suppression } from '../suppressions.ts'
import { liftSuppressions, suppress } from './suppress.ts'

/** Addresses as they were typed: with an @ an e-mail, else a phone number. */
function readAddresses(ctx: Ctx, addresses: readonly string[]): HandleKey[] {
  return addresses.map((address, at) =>
    normalizeHandle(address.includes('@') ? 'email' : 'phone', address, ctx.workspace.country, `addresses.${at}`),
  )
}

export async function addSuppressions(ctx: Ctx, addresses: string[], channel: Channel | 'all'): Promise<number> {
  const handles = readAddresses(ctx, addresses)
  await inTransaction(ctx, async ctx => {
    await suppress(ctx, handles, 'manual', channel)
    await audit(ctx, { action: 'suppressions.added', detail: { count: handles.length, channel } })
  })
  return handles.length
}

/** What customers asked for, and what their mail servers answered, is not staff's to take back. */
export async function removeSuppressions(ctx: Ctx, addresses: string[]): Promise<number> {
  const handles = readAddresses(ctx, addresses)
  return inTransaction(ctx, async ctx => {
    const hashes = handles.map(handle => hashHandle(ctx, handle))
    const count = await liftSuppressions(ctx, hashes, 'manual')
    await audit(ctx, { action: 'suppressions.removed', detail: { count } })
    return count
  })
}

export function checkSuppressions(ctx: Ctx, addresses: string[]): Promise<Suppression[][]> {
  return suppressionsOf(ctx, readAddresses(ctx, addresses))
}
