import { newId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { countGrown } from '../../../../platform/db/count-grown.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { findRows } from '../../../../platform/db/row.ts'
import { findMembersByName } from '../../../workspace/members/public.ts'
import { readRates } from '../../../workspace/settings/public.ts'
import { listFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import type { Run } from '../batches/batch.ts'
import { importableKind, type ImportableKind } from '../kinds.ts'
import { opener } from '../file.ts'
import { readCards, readCsv, type Position, type SourceRow } from '../reader.ts'
import { targetsOf } from '../mapping.ts'
import { rowReader } from '../rows/row-reader.ts'
import type { Choices, RowReader, RowRules } from '../rows/rules.ts'
import type { StoredImport } from '../store.ts'
import { importedKinds } from '../undo/undo-kind.ts'

/** Everything that stays the same while an import is checked or run. */
export interface Prepared {
  run: Run
  kind: ImportableKind
  rules: RowRules
  reader: RowReader
  fileSize: number
  rows(from: Position | null): AsyncGenerator<SourceRow[]>
}

export async function prepare(ctx: Ctx, found: StoredImport): Promise<Prepared> {
  const { app, workspace } = ctx
  const rates = await readRates(ctx)
  const { mapping, source } = found
  const members = await findMembersByName(ctx)
  const isThere = [...members.values()].some(id => id === found.options.ownerId)
  const options = isThere ? found.options : { ...found.options, ownerId: null }
  const kind = importableKind(app, found.object)
  const fields = await readFields(ctx, kind, found)
  const rules: RowRules = {
    ...options,
    source,
    columns: found.columns.map(column => column.name),
    mapping,
    fields,
    choices: await readChoices(ctx, found, fields),
    members,
  }
  const run: Run = {
    importId: found.id,
    source,
    options,
    targets: targetsOf(mapping),
    tables: importedKinds(app.records).map(({ table }) => table),
    currency: workspace.currency,
    rates,
    by: { ...ctx, actor: { kind: found.createdBy === null ? 'system' : 'member', memberId: found.createdBy } },
  }
  const { open, size } = await opener(ctx, found.fileId)
  const isCsv = found.format === 'csv'
  return {
    run,
    kind,
    rules,
    reader: isCsv ? rowReader(kind.importTarget, rules) : kind.importTarget.cardReader!(rules),
    fileSize: size,
    rows: from => (isCsv ? readCsv(open, found.dialect, from) : readCards(open, found.dialect.encoding, from)),
  }
}

/** Has the planner count the tables that imports fill, where they have grown. */
export function countFilled({ app, db }: Ctx): Promise<void> {
  const filled = importedKinds(app.records).flatMap(({ table, imported }) => [table, ...(imported.fills ?? [])])
  return countGrown(db, [...filled, 'events', 'import_changes'])
}

/** The custom fields that the mapping names; those that are only made when the import runs are imagined. */
async function readFields(
  tenant: Tenant,
  { name, importTarget }: ImportableKind,
  { mapping, options }: StoredImport,
): Promise<Field[]> {
  if (!importTarget.customFields) return []
  const known = await listFields(tenant, name)
  const { currency } = options
  const missing = mapping.flatMap((mapped): Field[] => {
    if (!mapped?.target.startsWith('fields.') || mapped.label === undefined || mapped.type === undefined) return []
    const { target, label, type } = mapped
    const key = target.slice('fields.'.length)
    if (known.some(field => field.key === key)) return []
    return [{ id: newId(), object: name, key, label, type, options: [], currency, position: 0 }]
  })
  return [...known, ...missing]
}

/** Choices may be added to by the import that makes the field, by no other. */
async function readChoices(tenant: Tenant, found: StoredImport, fields: Field[]): Promise<Map<string, Choices>> {
  const rows = await findRows(tenant, 'importChanges', ['recordId'], { importId: found.id, object: 'field' })
  const made = new Set(rows.map(row => row.recordId))
  const named = new Set(found.mapping.flatMap(mapped => (mapped?.label === undefined ? [] : mapped.target)))
  const choices = fields.filter(field => field.type === 'choice' || field.type === 'choices')
  return new Map(
    choices.map(field => [
      field.key,
      {
        options: new Map(field.options.map(option => [option.toLowerCase(), option])),
        isOpen: made.has(field.id) || (field.options.length === 0 && named.has(`fields.${field.key}`)),
      },
    ]),
  )
}
