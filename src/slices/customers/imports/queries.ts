import { sql } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { textIn } from '../../../platform/languages.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage } from '../../../platform/list/list.ts'
import { isReference } from '../fields/public.ts'
import { sizeOfFile } from '../files/public.ts'
import { readFields } from './commands/upload-import.ts'
import { requireAll } from '../../../platform/list/visible.ts'
import { noImport } from './commands/require.ts'
import { importableKinds, importableKind } from './kinds.ts'
import { missingOf } from './inspect.ts'
import { presetsOf } from './presets/presets.ts'
import { importStatuses, type ImportDetail, type ImportRow } from './schema.ts'
import { findImport, type StoredImport } from './store.ts'

const columns: Record<string, ListColumn> = {
  object: { type: 'text', sql: sql`i.object` },
  status: { type: 'choice', sql: sql`i.status`, choices: importStatuses },
  source: { type: 'text', sql: sql`i.source` },
  createdBy: { type: 'id', sql: sql`i.created_by` },
  createdAt: { type: 'time', sql: sql`i.created_at`, isSortable: true },
}

type Stored = Omit<ImportRow, 'preset' | 'result'> & { preset: string | null; result: ImportRow['result'] }

export async function listImports(ctx: Ctx, query: ListQuery): Promise<Page<ImportRow>> {
  requireAll(ctx)
  const page = await listPage<Stored>(ctx, query, {
    alias: 'i',
    from: sql`imports i`,
    select: sql`i.id, i.object, i.format, i.file_name, i.source, i.preset, i.status, i.total_rows, i.done_rows, i.counts -> 'run' as result, i.created_by, i.created_at, i.finished_at, i.undone_at`,
    columns,
    search: q => sql<boolean>`lower(i.file_name) like ${'%' + escapeLike(q.toLowerCase()) + '%'}`,
  })
  return {
    ...page,
    items: page.items.map(row => ({ ...row, result: row.result ?? null, preset: presetOf(ctx, row.preset) })),
  }
}

export async function getStoredImport(ctx: Ctx, id: string): Promise<StoredImport> {
  requireAll(ctx)
  return noImport.unless(await findImport(ctx, id))
}

export async function getImport(ctx: Ctx, id: string): Promise<ImportDetail> {
  const found = await getStoredImport(ctx, id)
  const fields = (await readFields(ctx)).get(found.object) ?? []
  const fileSize = await sizeOfFile(ctx, found.fileId)
  const kind = importableKind(ctx.app, found.object)
  const { importTarget } = kind
  const { position: _, fileId: __, workspaceId: ___, isDemo: ____, counts, preview, preset, ...rest } = found
  const shown = preview?.run ?? preview?.check
  return {
    ...rest,
    preset: presetOf(ctx, preset),
    fileSize,
    targets: [
      ...importTarget.columns.map(({ key, label, isMany }) => {
        return { key, label: textIn(label, ctx.locale), isMany, isField: false }
      }),
      ...fields
        .filter(field => !isReference(field.type))
        .map(field => ({ key: `fields.${field.key}`, label: field.label, isMany: false, isField: true })),
    ],
    objects: importableKinds(ctx.app).map(({ table }) => table),
    hasFields: importTarget.customFields !== undefined,
    hasPhones: importTarget.byValue.phone !== undefined,
    questions: (importTarget.questions ?? []).map(({ key, label }) => ({ key, label: textIn(label, ctx.locale) })),
    missing: missingOf(kind, found.format, found.mapping).map(text => textIn(text, ctx.locale)),
    progress: progressOf(found, fileSize),
    check: counts.check ?? null,
    result: counts.run ?? null,
    undo: counts.undo ?? null,
    problems: shown?.problems ?? [],
    warnings: shown?.warnings ?? [],
    createdAt: found.createdAt.toISOString(),
    startedAt: found.startedAt?.toISOString() ?? null,
    finishedAt: found.finishedAt?.toISOString() ?? null,
    undoneAt: found.undoneAt?.toISOString() ?? null,
  }
}

function presetOf({ app }: Ctx, key: string | null): ImportRow['preset'] {
  const preset = presetsOf(importableKinds(app)).find(known => known.key === key)
  return preset ? { key: preset.key, label: preset.label } : null
}

type Followed = Pick<StoredImport, 'status' | 'totalRows' | 'doneRows' | 'position' | 'counts'>

/** How far a check, run or undo is, and how long the rest takes at its present pace. */
export function progressOf(followed: Followed, fileSize: number): ImportDetail['progress'] {
  const { status, totalRows, doneRows, position, counts } = followed
  if (status === 'undoing') {
    const { doneRecords, totalRecords } = counts.undo ?? { doneRecords: 0, totalRecords: 0 }
    const fraction = totalRecords === 0 ? 0 : Math.min(1, doneRecords / totalRecords)
    return { fraction, rowsPerSecond: null, secondsLeft: null }
  }
  if (status !== 'checking' && status !== 'running') return null
  const read = fileSize === 0 ? 0 : Math.min(0.99, (position?.offset ?? 0) / fileSize)
  const fraction = totalRows ? Math.min(1, doneRows / totalRows) : read
  const total = totalRows ?? (fraction > 0 ? doneRows / fraction : null)
  const rate = position?.rate || null
  const secondsLeft = rate && total !== null ? Math.round(Math.max(0, total - doneRows) / rate) : null
  return { fraction, rowsPerSecond: rate, secondsLeft }
}
