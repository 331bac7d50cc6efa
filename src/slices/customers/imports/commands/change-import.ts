import { invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findMember } from '../../../workspace/members/public.ts'
import { importableKinds, importableKind, requireImportable, type ImportableKind } from '../kinds.ts'
import type { Mapping } from '../mapped-column.ts'
import { inspectFile } from '../inspect.ts'
import { readParts } from '../file.ts'
import { readingOptions, type ImportPatch } from '../schema.ts'
import { updateImport, type ImportChanges, type StoredImport } from '../store.ts'
import { proposeImport, readFields } from './upload-import.ts'
import { lockIn } from './require.ts'

const words = defineMessages('imports.change-import', {
  noOption: 'There is no such option. Use {choices}.',
  noSuchMember: 'There is no such member.',
  notInVCard: 'A vCard file holds no {table}.',
  noFieldsOf: 'There are no custom fields of {table}.',
  noTarget: 'There is no target “{target}” for {table}.',
  entryPerColumn: 'The file has {width} columns. Send one entry for each, null for a column to leave out.',
  noCustomField: 'There is no such custom field. Send a label and a type to make it.',
  targetTwice: 'Column {column} goes there already.',
})

/** Sets what the file holds and how it is understood. Another object or dialect proposes the mapping anew. */
export async function changeImport(ctx: Ctx, id: string, patch: ImportPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const before = await lockIn(ctx, id, ['draft', 'checked', 'failed', 'undone'], 'changed')
    if (before.status === 'failed' && before.doneRows > 0) await lockIn(ctx, id, [], 'changed')
    const changes: ImportChanges = {
      status: 'draft',
      counts: before.counts.undo ? { undo: before.counts.undo } : {},
      preview: null,
      error: null,
      doneRows: 0,
      position: null,
    }
    if (patch.object !== undefined) requireImportable(ctx.app, patch.object)
    const kind = importableKind(ctx.app, patch.object ?? before.object)
    if (before.format === 'vcard' && !kind.importTarget.cardReader)
      throw invalidField('object', say(words, 'notInVCard', { table: kind.table }))
    if (patch.object !== undefined || patch.dialect !== undefined)
      Object.assign(changes, await proposeAnew(ctx, before, patch))
    const columns = changes.columns ?? before.columns
    if (patch.mapping !== undefined) {
      const fields = await readFields(ctx)
      const keys = new Set((fields.get(kind.table) ?? []).map(field => field.key))
      checkMapping(kind, columns.length, patch.mapping, keys)
      changes.mapping = patch.mapping
    }
    if (patch.options !== undefined) {
      requireAsked(ctx, patch.options)
      const { ownerId } = patch.options
      if (ownerId && !(await findMember(ctx, ownerId)))
        throw invalidField('options.ownerId', say(words, 'noSuchMember'))
      changes.options = { ...(changes.options ?? before.options), ...patch.options }
    }
    if (patch.source !== undefined) changes.source = patch.source
    await updateImport(ctx, id, changes)
  })
}

/** Refuses options that no kind of record asks for. */
function requireAsked({ app }: Ctx, options: object): void {
  const asked = importableKinds(app).flatMap(({ importTarget: { questions = [] } }) => questions.map(({ key }) => key))
  const known = [...Object.keys(readingOptions.shape), ...asked]
  const other = Object.keys(options).find(key => !known.includes(key))
  if (other !== undefined) throw invalidField(`options.${other}`, say(words, 'noOption', { choices: known.join(', ') }))
}

async function proposeAnew(ctx: Ctx, before: StoredImport, patch: ImportPatch): Promise<ImportChanges> {
  const parts = await readParts({ ...ctx, db: ctx.db }, before.fileId)
  const wanted = patch.dialect === undefined ? before.dialect : { encoding: before.dialect.encoding, ...patch.dialect }
  const sample = inspectFile(
    importableKinds(ctx.app),
    parts,
    wanted.encoding === 'utf-8',
    before.fileName,
    ctx.locale,
    wanted,
  )
  const proposed = await proposeImport(ctx, sample, patch.object ?? before.object)
  const { dateOrder, decimalMark } = proposed.options
  return { ...proposed, options: { ...before.options, dateOrder, decimalMark } }
}

function checkMapping(
  { table, importTarget }: ImportableKind,
  width: number,
  mapping: Mapping,
  fieldKeys: ReadonlySet<string>,
): void {
  if (mapping.length !== width) throw invalidField('mapping', say(words, 'entryPerColumn', { width }))
  const known = new Map(importTarget.columns.map(column => [column.key, column]))
  const taken = new Map<string, number>()
  for (const [at, mapped] of mapping.entries()) {
    if (mapped === null) continue
    const path = `mapping.${at}.target`
    const key = /^fields\.([a-z][a-z0-9_]{0,59})$/.exec(mapped.target)?.[1]
    if (key !== undefined) {
      if (!importTarget.customFields) throw invalidField(path, say(words, 'noFieldsOf', { table }))
      if (!fieldKeys.has(key) && (mapped.label === undefined || mapped.type === undefined))
        throw invalidField(path, say(words, 'noCustomField'))
    } else if (!known.has(mapped.target))
      throw invalidField(path, say(words, 'noTarget', { target: mapped.target, table }))
    const other = taken.get(mapped.target)
    if (other !== undefined && !known.get(mapped.target)?.isMany)
      throw invalidField(path, say(words, 'targetTwice', { column: other + 1 }))
    taken.set(mapped.target, at)
  }
}
