import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { dayIn } from '../../../../kernel/time.ts'
import { newId } from '../../../../kernel/ids.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { findErased } from '../../../../platform/erased-handles.ts'
import { record } from '../../../../platform/events/record.ts'
import { saveRecords } from '../../../../platform/record/commands.ts'
import { onlySaved } from '../../../../platform/record/saving.ts'
import { unlessTaken } from '../../../../platform/record/uniques.ts'
import { displayName, searchText } from '../contact.ts'
import { contactEvents } from '../events.ts'
import { normalizeHandle } from '../handle.ts'
import type { ContactInput, HandleInput, RowResult } from '../schema.ts'
import { contactRecord, type NewContact, type NewHandle } from '../record.ts'
import { findHolders, insertContacts, insertHandles } from '../store.ts'
import { changeContact } from './change-contact.ts'
import { requireCompanies } from '../../companies/public.ts'
import { lockAll, takenBy } from './lock-visible.ts'

const words = defineMessages('contacts.save-contacts', {
  unreachable: 'Give a name or at least one way to reach the contact.',
  wasErased:
    'The person with {value} was erased on {day}. Nothing was saved; if they have come back, say so and save again.',
})

/** Creates a contact with its handles. A handle that identifies somebody else already is a conflict that names them. */
export async function createContact(ctx: Ctx, input: ContactInput): Promise<string> {
  return onlySaved(await saveContacts(ctx, [input])).id
}

type Item = ContactInput & { id?: string; addTagIds?: string[]; removeTagIds?: string[]; version?: number }

interface Fresh {
  id: string
  contact: NewContact
  handles: NewHandle[]
  isReturning: boolean
}

/** An id of another workspace, or of a record that is not the actor's, anywhere refuses the whole call. */
export function saveContacts(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return saveRecords<typeof contactRecord.columns, Item, Fresh, RowResult>(ctx, contactRecord, items, {
    async lock(ctx, ids) {
      const companyIds = items.flatMap(item => (item.id === undefined && item.companyId) || [])
      await requireCompanies(ctx, companyIds, 'companyId')
      await lockAll(ctx, ids)
    },
    prepare(item, begun) {
      const handles = readHandles(ctx, item, begun)
      const primary = (kind: string) => handles.find(handle => handle.kind === kind && handle.isPrimary)?.normal ?? null
      const name = displayName(item, handles)
      const derived = { sortName: sortNameOf(name), searchText: searchText(name, handles) }
      const contact = { ...begun, name, ...derived, email: primary('email'), phone: primary('phone') }
      return { id: begun.id, isReturning: item.isReturning === true, contact, handles }
    },
    change: (ctx, { id, handles: _, source: __, isReturning: ___, ...patch }) => changeContact(ctx, id, patch),
    refusals: [refuseTaken, refuseErased],
    async insert(ctx, fresh) {
      const contacts = fresh.map(({ contact }) => contact)
      const handles = fresh.flatMap(contact => contact.handles)
      await insertContacts(ctx, contacts, ctx.now())
      await insertHandles(ctx, handles, ctx.now())
      const created = contacts.map(contact =>
        contactEvents.created(contact, { name: contact.name, source: contact.source }),
      )
      await record(ctx, created)
    },
  })
}

function readHandles(ctx: Ctx, input: ContactInput, contact: { id: string; source: string | null }): NewHandle[] {
  const given: (HandleInput & { path: string })[] = [
    ...(input.email ? [{ kind: 'email' as const, value: input.email, isPrimary: true, path: 'email' }] : []),
    ...(input.phone ? [{ kind: 'phone' as const, value: input.phone, isPrimary: true, path: 'phone' }] : []),
    ...(input.handles ?? []).map((handle, index) => ({ ...handle, path: `handles.${index}.value` })),
  ]
  const handles: NewHandle[] = []
  for (const { kind, value, label, isPrimary, path } of given) {
    const normal = normalizeHandle(kind, value, ctx.workspace.country, path)
    if (handles.some(known => known.kind === kind && known.normal === normal.normal)) continue
    const others = handles.filter(known => known.kind === kind)
    if (isPrimary) for (const other of others) other.isPrimary = false
    const owner = { contactId: contact.id, source: contact.source! }
    handles.push({ ...normal, ...owner, id: newId(), label, isPrimary: isPrimary ?? others.length === 0 })
  }
  if (handles.length === 0 && !input.name && !input.firstName && !input.lastName)
    throw invalidField('name', say(words, 'unreachable'))
  return handles
}

const keyOf = ({ kind, normal }: Pick<NewHandle, 'kind' | 'normal'>) => `${kind} ${normal}`

async function refuseTaken(ctx: Ctx, fresh: Fresh[]) {
  const handles = fresh.flatMap(contact => contact.handles)
  const holders = await findHolders(ctx, handles)
  const taken = new Map(holders.map(holder => [`${holder.kind} ${holder.normal}`, holder]))
  const keysOf = (contact: Fresh) => contact.handles.map(handle => ({ key: keyOf(handle), value: handle.value }))
  return unlessTaken(ctx, taken, keysOf, takenBy)
}

/** Nobody who was erased comes back by a row that was sent again. */
async function refuseErased(ctx: Ctx, fresh: Fresh[]) {
  const asked = fresh.filter(contact => !contact.isReturning).flatMap(contact => contact.handles)
  const erased = await findErased(ctx, asked)
  return ({ handles, isReturning }: Fresh) => {
    const clash = isReturning ? undefined : handles.find(handle => erased.has(keyOf(handle)))
    return clash && wasErased(ctx, clash.value, erased.get(keyOf(clash))!)
  }
}

function wasErased({ workspace }: Ctx, value: string, at: Date): AppError {
  const day = { day: dayIn(at, workspace.timeZone) }
  return new AppError('conflict', say(words, 'wasErased', { value, day }), { erasedAt: at.toISOString() })
}
