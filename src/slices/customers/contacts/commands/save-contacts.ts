import { AppError, invalidField, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { columnsFor, storedOf } from '../../../../kernel/record/record.ts'
import { sortKey } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { findErased } from '../../../../platform/erased-handles.ts'
import { record } from '../../../../platform/events/record.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { failed, onlySaved } from '../../../../platform/record/saving.ts'
import { listFields, mergeFields, requireReferences } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { requireTags } from '../../tags/public.ts'
import { displayName, searchText } from '../contact.ts'
import { contactEvents } from '../events.ts'
import { normalizeHandle } from '../handle.ts'
import type { ContactInput, RowResult } from '../schema.ts'
import { contactRecord, type NewContact, type NewHandle } from '../record.ts'
import { findHolders, insertContacts, insertHandles } from '../store.ts'
import { changeContact } from './change-contact.ts'
import { takenBy } from './lock-visible.ts'
import { requireCompanies } from './require-companies.ts'

const words = defineMessages('contacts.save-contacts', {
  unreachable: 'Give a name or at least one way to reach the contact.',
  noContact: 'There is no such contact, or you may not see it.',
  wasErased:
    'The person with {value} was erased on {day}. Nothing was saved; if they have come back, say so and save again.',
})

const written = columnsFor(contactRecord.columns, 'written')

/** Creates a contact with its handles. A handle that identifies somebody else already is a conflict that names them. */
export async function createContact(ctx: Ctx, input: ContactInput): Promise<string> {
  return onlySaved(await saveContacts(ctx, [input])).id
}

type Item = ContactInput & { id?: string; addTagIds?: string[]; removeTagIds?: string[]; version?: number }

/** Creates or changes contacts, each on its own: a refused row says why and the others are kept. */
export async function saveContacts(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return inTransaction(ctx.db, async tx => {
    await requireKnown(tx, ctx, items)
    const results = new Array<RowResult>(items.length)
    const fields = items.some(item => item.fields) ? await listFields(tx, ctx.workspaceId, 'contact') : []
    await requireReferences(
      tx,
      ctx,
      fields,
      items.map(item => item.fields),
    )
    const fresh: { index: number; contact: NewContact; handles: NewHandle[]; isReturning: boolean }[] = []
    for (const [index, item] of items.entries()) {
      try {
        if (item.id === undefined)
          fresh.push({ index, ...prepare(ctx, item, fields), isReturning: item.isReturning === true })
        else {
          const { id, handles: _, source: __, isReturning: ___, ...patch } = item
          await changeContact({ ...ctx, db: tx }, id, patch)
          results[index] = { status: 'updated', id, error: null }
        }
      } catch (error) {
        results[index] = failed(ctx, error)
      }
    }
    const accepted = await refuseErased(tx, ctx, await refuseTaken(tx, ctx, fresh, results), results)
    const now = ctx.now()
    await insertContacts(
      tx,
      ctx.workspaceId,
      accepted.map(({ contact }) => contact),
      now,
    )
    await insertHandles(
      tx,
      ctx.workspaceId,
      accepted.flatMap(({ handles }) => handles),
      now,
    )
    await record(
      tx,
      ctx,
      accepted.map(({ contact }) => contactEvents.created(contact, { name: contact.name, source: contact.source })),
    )
    for (const { index, contact } of accepted) results[index] = { status: 'created', id: contact.id, error: null }
    return results
  })
}

function prepare(ctx: Ctx, input: ContactInput, definitions: Field[]): { contact: NewContact; handles: NewHandle[] } {
  const id = newId()
  const source = input.source ?? (ctx.actor.kind === 'api-key' ? 'api' : 'manual')
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
  await requireTags(
    tx,
    ctx.workspaceId,
    items.flatMap(item => [...(item.tagIds ?? []), ...(item.addTagIds ?? [])]),
  )
  await requireCompanies(
    tx,
    ctx,
    items.flatMap(item => (item.id === undefined && item.companyId) || []),
  )
  const ids = [...new Set(items.flatMap(item => item.id ?? []))]
  if (ids.length === 0) return
  const found = await tx
    .selectFrom('contacts as asked')
    .innerJoin('contacts as c', join =>
      join
        .onRef('c.workspaceId', '=', 'asked.workspaceId')
        .onRef('c.id', '=', eb => eb.fn.coalesce('asked.mergedInto', 'asked.id')),
    )
    .select(['asked.id', 'c.ownerId', 'c.teamId'])
    .where('asked.workspaceId', '=', ctx.workspaceId)
    .where('asked.id', 'in', ids)
    .execute()
  if (found.length < ids.length || !found.every(contact => mayTouch(ctx, contact)))
    throw notFound(say(words, 'noContact'))
}

async function refuseTaken<T extends { index: number; handles: NewHandle[] }>(
  tx: Db,
  ctx: Ctx,
  fresh: T[],
  results: RowResult[],
): Promise<T[]> {
  const holders = await findHolders(
    tx,
    ctx.workspaceId,
    fresh.flatMap(row => row.handles),
  )
  const taken = new Map(holders.map(holder => [`${holder.kind} ${holder.normal}`, holder]))
  return fresh.filter(row => {
    const clash = row.handles.find(handle => taken.has(`${handle.kind} ${handle.normal}`))
    if (clash) results[row.index] = failed(ctx, takenBy(ctx, clash.value, taken.get(`${clash.kind} ${clash.normal}`)!))
    else
      for (const handle of row.handles)
        taken.set(`${handle.kind} ${handle.normal}`, {
          kind: handle.kind,
          normal: handle.normal,
          holderId: handle.contactId,
          contactId: handle.contactId,
          contactName: 'another row of this call',
          ownerId: ctx.actor.memberId,
          teamId: null,
        })
    return !clash
  })
}

/** Nobody who was erased comes back by a row that was sent again. */
async function refuseErased<T extends { index: number; handles: NewHandle[]; isReturning: boolean }>(
  tx: Db,
  ctx: Ctx,
  fresh: T[],
  results: RowResult[],
): Promise<T[]> {
  const asked = fresh.filter(row => !row.isReturning).flatMap(row => row.handles)
  const erased = await findErased(tx, ctx.app, ctx.workspaceId, asked)
  return fresh.filter(row => {
    const clash = row.isReturning ? undefined : row.handles.find(({ kind, normal }) => erased.has(`${kind} ${normal}`))
    if (clash) results[row.index] = failed(ctx, wasErased(clash.value, erased.get(`${clash.kind} ${clash.normal}`)!))
    return !clash
  })
}

function wasErased(value: string, at: Date): AppError {
  return new AppError('conflict', say(words, 'wasErased', { value, day: at.toISOString().slice(0, 10) }), {
    erasedAt: at.toISOString(),
  })
}
