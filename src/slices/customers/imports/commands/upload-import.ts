import type { Ctx } from '../../../../platform/context.ts'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { listFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { storeUpload, type StoredFile } from '../../files/public.ts'
import { importableKinds, importableKind, requireImportable } from '../kinds.ts'
import { Utf8Check } from '../dialect.ts'
import {
  headerHash,
  inspectFile,
  propose,
  proposeOptions,
  refuseForeign,
  sourceOf,
  toStoredColumns,
  type Sample,
} from '../inspect.ts'
import { readParts } from '../file.ts'
import { maxImportBytes } from '../schema.ts'
import { findMapping, insertImport, type SavedMapping } from '../store.ts'
import { requireAll } from '../../../../platform/list/visible.ts'

const words = defineMessages('imports.upload-import', {
  spreadsheet: 'This is a spreadsheet. Save it as CSV (UTF-8) and upload that. Nothing of it was kept.',
  packed: 'This is a packed file. Unpack it and upload the CSV or vCard file in it. Nothing of it was kept.',
  notText: 'This is not a text file. Upload a CSV or vCard file. Nothing of it was kept.',
})

/** Keeps an uploaded file and a draft of its import: what it seems to hold and how it would be understood. */
export async function uploadImport(ctx: Ctx, request: FastifyRequest, given: Given): Promise<string> {
  requireAll(ctx)
  if (given.object !== undefined) requireImportable(ctx.app, given.object)
  const id = newId()
  const check = new Utf8Check()
  await storeUpload(ctx, request, {
    purpose: 'import',
    maxBytes: maxImportBytes,
    watch: chunk => check.push(chunk),
    async onStored(ctx, file) {
      requireText(file)
      await insertDraft(ctx, id, file, check.end(), given)
    },
  })
  return id
}

interface Given {
  object?: string
  source?: string
}

async function insertDraft(ctx: Ctx, id: string, file: StoredFile, isUtf8: boolean, given: Given): Promise<void> {
  const sample = inspectFile(
    importableKinds(ctx.app),
    await readParts({ ...ctx, db: ctx.db }, file.id),
    isUtf8,
    file.name,
    ctx.locale,
  )
  const kinds = importableKinds(ctx.app)
  refuseForeign(sample, kinds)
  const isCsv = sample.columns.length > 0
  const heading = headerHash(sample.columns)
  const saved = isCsv ? await findMapping(ctx, heading, given.object ?? null) : undefined
  const proposed = await proposeImport(ctx, sample, given.object, saved)
  const savedSource = saved?.object === proposed.object ? saved.options.source : undefined
  await insertImport(ctx, {
    id,
    format: sample.format,
    fileId: file.id,
    fileName: file.name,
    source: given.source ?? savedSource ?? sourceOf(file.name, sample, kinds),
    ...proposed,
    createdBy: ctx.actor.memberId,
    createdAt: ctx.now(),
  })
}

/** What the file seems to hold, unless somebody says it, and how it would be understood. */
export async function proposeImport(ctx: Ctx, sample: Sample, asked?: string, saved?: SavedMapping) {
  const fields = await readFields(ctx)
  const { object, mapping } = propose(sample, importableKinds(ctx.app), asked, saved, fields)
  const { source: _, ...usual } = saved?.object === object ? saved.options : {}
  return {
    object,
    mapping,
    dialect: sample.dialect,
    columns: toStoredColumns(sample.columns),
    preset: sample.preset?.object === object ? sample.preset.key : null,
    options: proposeOptions(sample, importableKind(ctx.app, object), mapping, ctx.workspace, usual),
  }
}

/** The custom fields of what can be imported, by its table. */
export async function readFields(ctx: Pick<Ctx, 'db' | 'app' | 'workspaceId'>): Promise<Map<string, Field[]>> {
  const all = new Map<string, Field[]>()
  for (const { name, table, importTarget } of importableKinds(ctx.app))
    if (importTarget.customFields) all.set(table, await listFields(ctx, name))
  return all
}

const foreign: [RegExp, 'spreadsheet' | 'packed' | 'notText'][] = [
  [/officedocument\.spreadsheetml|ms-excel|opendocument\.spreadsheet/, 'spreadsheet'],
  [/zip|rar|7z|gzip/, 'packed'],
  [/^(image|audio|video)\/|pdf|officedocument|opendocument|ms-|x-ole|postscript|epub/, 'notText'],
]

function requireText({ mediaType }: StoredFile): void {
  const found = foreign.find(([pattern]) => pattern.test(mediaType))
  if (found) throw new AppError('unprocessable', say(words, found[1]))
}
