import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { lockWithRoots, noContact, type LockedContact } from '../../contacts/public.ts'

const words = defineMessages('merges.require-contacts', {
  binned: '{name} is in the bin. Nothing was changed; take the contact out of it first.',
})

/**
 * The contacts that these ids belong to now, locked and in their order. One that is not there or not the actor's to see
 * refuses the whole call; so does one in the bin.
 */
export async function requireContacts(ctx: Ctx, ids: string[]): Promise<LockedContact[]> {
  const members = await lockWithRoots(ctx, ids)
  const roots = ids.map(id => {
    const member = members.get(id)
    const root = member && members.get(member.mergedInto ?? member.id)
    if (!root || !mayTouch(ctx, root)) throw noContact()
    return root
  })
  const binned = roots.find(root => root.deletedAt !== null)
  if (binned) throw new AppError('conflict', say(words, 'binned', { name: binned.name }))
  return roots
}
