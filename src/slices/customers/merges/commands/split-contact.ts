import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import {
  blankContact,
  displayName,
  insertContacts,
  lockHandles,
  moveHandles,
  searchText,
  readTree,
  type LockedContact,
  noHandle,
} from '../../contacts/public.ts'
import { mergeEvents, naming } from '../events.ts'
import { readEdges } from '../store.ts'
import { requireContacts } from './require-contacts.ts'
import { unmergeContacts } from './unmerge-contacts.ts'

const words = defineMessages('merges.split-contact', {
  allHandles: 'These are all handles of the contact. Leave at least one with it.',
  leaveOne: 'Leave at least one handle.',
})

interface TakenHandle {
  id: string
  contactId: string
  kind: string
  value: string
  normal: string
}

/**
 * Takes handles out of a contact. Where they are all that a merge brought, that merge is undone; otherwise they become a
 * contact of their own, to whom what comes by them from now on belongs. Merging the two again puts them together again.
 */
export async function splitContact(
  ctx: Ctx,
  id: string,
  handleIds: string[],
): Promise<{ contactId: string; isUndo: boolean }> {
  return inTransaction(ctx, async ctx => {
    const [contact] = await requireContacts(ctx, [id])
    const ids = (await readTree(ctx, [contact!.id])).map(member => member.id)
    const handles: TakenHandle[] = await lockHandles(ctx, contact!.id)
    const wanted = new Set(handleIds)
    const taken = handles.filter(handle => wanted.has(handle.id))
    if (taken.length < wanted.size) throw noHandle()
    if (taken.length === handles.length)
      throw new AppError('unprocessable', say(words, 'allHandles'), {
        fields: [{ path: 'handleIds', message: say(words, 'leaveOne') }],
      })
    const brought = await findBringer(ctx, ids, handles, wanted)
    if (brought) {
      await unmergeContacts(ctx, [brought.id])
      await tell(ctx, contact!.id, brought.mergedId, taken.length)
      return { contactId: brought.mergedId, isUndo: true }
    }
    return { contactId: await makeContact(ctx, contact!, taken), isUndo: false }
  })
}

/** The merge all of whose handles, and no others, are wanted. */
async function findBringer(ctx: Ctx, ids: string[], handles: TakenHandle[], wanted: ReadonlySet<string>) {
  const edges = await readEdges(ctx, ids)
  const below = (id: string): string[] => [
    id,
    ...edges.filter(edge => edge.survivorId === id).flatMap(edge => below(edge.mergedId)),
  ]
  return edges.find(({ mergedId }) => {
    const members = new Set(below(mergedId))
    const brought = handles.filter(handle => members.has(handle.contactId))
    return brought.length === wanted.size && brought.every(handle => wanted.has(handle.id))
  })
}

async function makeContact(ctx: Ctx, from: LockedContact, taken: TakenHandle[]): Promise<string> {
  const contactId = newId()
  const name = displayName({}, taken)
  const first = (kind: string) => taken.find(handle => handle.kind === kind)?.normal ?? null
  const contact = {
    ...blankContact(),
    id: contactId,
    name,
    sortName: sortNameOf(name),
    searchText: searchText(name, taken),
    ownerId: from.ownerId,
    teamId: from.teamId,
    email: first('email'),
    phone: first('phone'),
    source: 'split',
  }
  await insertContacts(ctx, [contact], ctx.now())
  await moveHandles(
    ctx,
    taken.map(handle => handle.id),
    contactId,
  )
  const to = { id: contactId, name, companyId: null }
  await record(ctx, [
    mergeEvents.split(from, { ...naming(to), handles: taken.length }),
    mergeEvents.split(to, { ...naming(from), handles: taken.length }),
  ])
  await tell(ctx, from.id, contactId, taken.length)
  return contactId
}

async function tell(ctx: Ctx, id: string, contactId: string, handles: number): Promise<void> {
  await audit(ctx, { action: 'contact.split', subjectId: id, detail: { contactId, handles } })
}
