import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { newId } from '../../../../kernel/ids.ts'
import { columnsFor, storedOf } from '../../../../kernel/record/record.ts'
import { sortKey } from '../../../../kernel/text.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { findErased } from '../../../../platform/erased-handles.ts'
import { record } from '../../../../platform/events/record.ts'
import { onlySaved, ownSource, saveEach, unlessTaken } from '../../../../platform/record/saving.ts'
import { fieldsGiven, mergeFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { requireTagsOf } from '../../tags/public.ts'
import { displayName, searchText } from '../contact.ts'
import { contactEvents } from '../events.ts'
import { normalizeHandle } from '../handle.ts'
import type { ContactInput, RowResult } from '../schema.ts'
import { contactRecord, type NewContact, type NewHandle } from '../record.ts'
import { findHolders, insertContacts, insertHandles } from '../store.ts'
import { changeContact } from './change-contact.ts'
import { lockAll, takenBy } from './lock-visible.ts'
import { requireCompanies } from './require-companies.ts'

const words = defineMessages('contacts.save-contacts', {
  unreachable: 'Give a name or at least one way to reach the contact.',
  wasErased:
    'The person with {value} was erased on {day}. Nothing was saved; if they have come back, say so and save again.',
})

const written = columnsFor(contactRecord.columns, 'written')

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

/** Creates or changes contacts, each on its own: a refused row says why and the others are kept. */
export async function saveContacts(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return inTransaction(ctx.db, async tx => {
    await requireKnown(tx, ctx, items)
    const fields = await fieldsGiven(tx, ctx, 'contact', items)
    return saveEach<Item, Fresh, RowResult>(ctx, items, {
      prepare: item => prepare(ctx, item, fields),
      change: ({ id, handles: _, source: __, isReturning: ___, ...patch }) => changeContact(within(ctx, tx), id, patch),
      refusals: [fresh => refuseTaken(tx, ctx, fresh), fresh => refuseErased(tx, ctx, fresh)],
      async insert(fresh) {
        const contacts = fresh.map(({ contact }) => contact)
        const handles = fresh.flatMap(one => one.handles)
        await insertContacts(tx, ctx.workspaceId, contacts, ctx.now())
        await insertHandles(tx, ctx.workspaceId, handles, ctx.now())
        const created = contacts.map(one => contactEvents.created(one, { name: one.name, source: one.source }))
        await record(tx, ctx, created)
      },
    })
  })
}

function prepare(ctx: Ctx, input: ContactInput, definitions: Field[]): Fresh {
  const id = newId()
  const source = input.source || ownSource(ctx)
  const given = [
    ...(input.email ? [{ kind: 'email' as const, value: input.email, isPrimary: true, path: 'email' }] : []),
    ...(input.phone ? [{ kind: 'phone' as const, value: input.phone, isPrimary: true, path: 'phone' }] : []),
    ...(input.handles ?? []).map((handle, index) => ({ ...handle, path: `handles.${index}.value` })),
  ]
  const handles: NewHandle[] = []
  for (const { path, ...handle } of given) {
    const normal = normalizeHandle(handle.kind, handle.value, ctx.workspace.country, path)
    if (handles.some(known => known.kind === normal.kind && known.normal === normal.normal)) continue
    const isFirst = !handles.some(known => known.kind === handle.kind)
    const label = 'label' in handle ? (handle.label ?? null) : null
    if (handle.isPrimary) for (const known of handles) if (known.kind === handle.kind) known.isPrimary = false
    handles.push({
      ...normal,
      id: newId(),
      contactId: id,
      label,
      isPrimary: handle.isPrimary ?? isFirst,
      isIdentifying: true,
      source,
    })
  }
  if (handles.length === 0 && !input.name && !input.firstName && !input.lastName) {
    throw invalidField('name', say(words, 'unreachable'))
  }
  const primary = (kind: string) => handles.find(handle => handle.kind === kind && handle.isPrimary)?.normal ?? null
  const name = displayName(
    input,
    handles.map(handle => handle.value),
  )
  return {
    id,
    isReturning: input.isReturning === true,
    contact: {
      id,
      name,
      sortName: sortKey(name),
      searchText: searchText(
        name,
        handles.map(handle => handle.normal),
      ),
      ...storedOf(written, input),
      ownerId: input.ownerId === undefined ? ctx.actor.memberId : input.ownerId,
      email: primary('email'),
      phone: primary('phone'),
      tagIds: [...new Set(input.tagIds ?? [])],
      fields: input.fields ? mergeFields(definitions, {}, input.fields) : {},
      source,
    },
    handles,
  }
}

/** An id of another workspace, or of a record that is not the actor's, anywhere refuses the whole call. */
async function requireKnown(tx: Db, ctx: Ctx, items: Item[]): Promise<void> {
  await requireTagsOf(tx, ctx.workspaceId, items)
  const companyIds = items.flatMap(item => (item.id === undefined && item.companyId) || [])
  await requireCompanies(tx, ctx, companyIds)
  const ids = items.flatMap(item => item.id ?? [])
  await lockAll(tx, ctx, ids)
}

const keyOf = ({ kind, normal }: Pick<NewHandle, 'kind' | 'normal'>) => `${kind} ${normal}`

async function refuseTaken(tx: Db, ctx: Ctx, fresh: Fresh[]) {
  const handles = fresh.flatMap(one => one.handles)
  const holders = await findHolders(tx, ctx.workspaceId, handles)
  const taken = new Map(holders.map(holder => [`${holder.kind} ${holder.normal}`, holder]))
  const keysOf = (one: Fresh) => one.handles.map(handle => ({ key: keyOf(handle), value: handle.value }))
  return unlessTaken(ctx, taken, keysOf, takenBy)
}

/** Nobody who was erased comes back by a row that was sent again. */
async function refuseErased(tx: Db, ctx: Ctx, fresh: Fresh[]) {
  const asked = fresh.filter(one => !one.isReturning).flatMap(one => one.handles)
  const erased = await findErased(tx, ctx.app, ctx.workspaceId, asked)
  return ({ handles, isReturning }: Fresh) => {
    const clash = isReturning ? undefined : handles.find(handle => erased.has(keyOf(handle)))
    return clash && wasErased(clash.value, erased.get(keyOf(clash))!)
  }
}

function wasErased(value: string, at: Date): AppError {
  return new AppError('conflict', say(words, 'wasErased', { value, day: at.toISOString().slice(0, 10) }), {
    erasedAt: at.toISOString(),
  })
}
