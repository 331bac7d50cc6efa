import { AppError, invalidField } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Changes } from '../../../kernel/record/record.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { findRow } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { fieldEvents } from './events.ts'
import { requireFielded, requireType } from './fielded.ts'
import { countOptionUses, noField } from './queries.ts'
import type { fieldRecord, StoredField } from './record.ts'
import { fieldKey, type FieldInput, type FieldPatch } from './schema.ts'
import { insertFields, lockFields, placeFields, updateField } from './store.ts'

const words = defineMessages('fields.commands', {
  usedBy: '“{option}” is used by {count, plural, one {# record} other {# records}}',
  usedByMore: '“{option}” is used by more than {count, plural, one {# record} other {# records}}',
  optionsUsed: '{uses}. Nothing was saved. Confirm to take it out of the list; those records keep it.',
  someChoice: 'Give at least one choice.',
  noChoicesHere: 'Only fields of the types choice and choices have choices.',
  noCurrencyHere: 'Only fields of the type money have a currency.',
  manyFields: 'There are {mostFields} fields already, archived ones included. No more can be added.',
  sameLabel: 'There is a field “{label}” already. Use another label.',
})

const mostFields = 300

/** Adds a custom field at the end of its object's fields. */
export async function createField(ctx: Ctx, input: FieldInput): Promise<StoredField> {
  requireFielded(ctx.app.records, input.object)
  requireType(ctx.app.records, input.type)
  const hasOptions = input.type === 'choice' || input.type === 'choices'
  if (hasOptions && !input.options) throw invalidField('options', say(words, 'someChoice'))
  if (!hasOptions && input.options) throw invalidField('options', say(words, 'noChoicesHere'))
  if (input.type !== 'money' && input.currency) throw invalidField('currency', say(words, 'noCurrencyHere'))
  return inTransaction(ctx, async ctx => {
    const others = await lockFields(ctx, input.object)
    if (others.length >= mostFields) throw new AppError('unprocessable', say(words, 'manyFields', { mostFields }))
    requireFreeLabel(others, input.label)
    const field = {
      id: newId(),
      object: input.object,
      key: fieldKey(input.label, new Set(others.map(other => other.key))),
      label: input.label,
      type: input.type,
      options: input.options ?? [],
      currency: input.type === 'money' ? (input.currency ?? ctx.workspace.currency) : null,
      position: Math.max(-1, ...others.map(other => other.position)) + 1,
      createdAt: ctx.now(),
    }
    await insertFields(ctx, [field])
    await record(ctx, [
      fieldEvents.created(field, { object: field.object, key: field.key, label: field.label, type: field.type }),
    ])
    return { ...field, archivedAt: null }
  })
}

/** A choice that records hold leaves the list only when the caller confirms it, knowing how many. */
export async function changeField(ctx: Ctx, id: string, patch: FieldPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const [field, all] = await lockField(ctx, id)
    const changes: Changes<typeof fieldRecord.columns> = {}
    if (patch.label !== undefined && patch.label !== field.label) {
      const others = all.filter(other => other !== field)
      requireFreeLabel(others, patch.label)
      changes.label = patch.label
    }
    if (patch.options && patch.options.join() !== field.options.join()) {
      if (field.options.length === 0) throw invalidField('options', say(words, 'noChoicesHere'))
      const gone = field.options.filter(option => !patch.options!.includes(option))
      if (!patch.isConfirmed) await requireUnused(ctx, field, gone)
      changes.options = patch.options
    }
    const differences: Record<string, [unknown, unknown]> = {}
    for (const [key, value] of Object.entries(changes)) differences[key] = [field[key as keyof StoredField], value]
    if (Object.keys(changes).length > 0) await updateField(ctx, id, changes)
    const place = patch.position === undefined ? undefined : await move(ctx, field, all, patch.position)
    if (place) differences['position'] = place
    if (Object.keys(differences).length > 0)
      await record(ctx, [fieldEvents.changed(field, { object: field.object, key: field.key, changes: differences })])
  })
}

/** Takes a field out of use. Records keep their values, which are back when the field is. */
export async function archiveField(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const [field] = await lockField(ctx, id)
    if (field.archivedAt) return
    await updateField(ctx, id, { archivedAt: ctx.now() })
    await record(ctx, [fieldEvents.archived(field, { object: field.object, key: field.key, label: field.label })])
  })
}

export async function restoreField(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const [field, all] = await lockField(ctx, id)
    if (!field.archivedAt) return
    requireFreeLabel(all, field.label)
    await updateField(ctx, id, { archivedAt: null })
    await record(ctx, [fieldEvents.restored(field, { object: field.object, key: field.key, label: field.label })])
  })
}

/** The field, and all fields of its object in their order, locked. */
async function lockField(ctx: Ctx, id: string): Promise<[StoredField, StoredField[]]> {
  const known = await findRow(ctx, 'fields', ['object'], id)
  const all = known ? await lockFields(ctx, known.object) : []
  const field = noField.unless(all.find(candidate => candidate.id === id))
  return [field, all]
}

function requireFreeLabel(others: StoredField[], label: string): void {
  const holder = others.find(other => other.archivedAt === null && fold(other.label) === fold(label))
  if (holder)
    throw new AppError('conflict', say(words, 'sameLabel', { label: holder.label }), {
      fieldId: holder.id,
    })
}

async function requireUnused(ctx: Ctx, field: StoredField, removed: string[]): Promise<void> {
  const used = (await countOptionUses(ctx, field, removed)).filter(({ records }) => records.count > 0)
  if (used.length === 0) return
  const uses = used.map(({ option, records: { count, isCapped } }) =>
    say(words, isCapped ? 'usedByMore' : 'usedBy', { option, count }),
  )
  throw new AppError('conflict', say(words, 'optionsUsed', { uses }), { options: used })
}

async function move(
  ctx: Ctx,
  field: StoredField,
  all: StoredField[],
  position: number,
): Promise<[number, number] | undefined> {
  const visible = all.filter(other => other === field || other.archivedAt === null)
  const before = visible.indexOf(field)
  const after = Math.min(position, visible.length - 1)
  if (before === after) return undefined
  await placeFields(
    ctx,
    visible
      .toSpliced(before, 1)
      .toSpliced(after, 0, field)
      .map(candidate => candidate.id),
  )
  return [before, after]
}
