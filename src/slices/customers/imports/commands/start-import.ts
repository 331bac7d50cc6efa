import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { fold } from '../../../../kernel/text.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { insertRows } from '../../../../platform/db/insert-rows.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { createField, listFields } from '../../fields/public.ts'
import type { FieldType } from '../../fields/schema.ts'
import { kindOf } from '../kinds.ts'
import { noUndo } from '../counts.ts'
import { headerHash, missingOf } from '../inspect.ts'
import type { Mapping } from '../mapped-column.ts'
import { clearErrors, saveMapping, updateImport, type StoredImport } from '../store.ts'
import { lockIn } from './require.ts'

const words = defineMessages('imports.start-import', {
  stoppedHalfway: 'This import stopped half-way. Run it to go on, or undo it first.',
  nothingToUndo: 'This import has changed nothing, so there is nothing to undo.',
})

export const checkJobName = 'imports.check'
export const runJobName = 'imports.run'
export const undoJobName = 'imports.undo'

/** A job goes on after any number of crashes; an import that cannot go on says so itself. */
const options = { maxAttempts: 1000 }

/** Begins to try the whole file without writing anything. */
export async function startCheck(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const found = await lockIn(tx, ctx, id, ['draft', 'checked', 'failed', 'undone'], 'checked')
    if (found.position !== null)
      throw new AppError('conflict', say(words, 'stoppedHalfway'), {
        status: found.status,
      })
    requireMapped(ctx, found)
    await clearErrors(tx, ctx.workspaceId, id)
    const counts = found.counts.undo ? { undo: found.counts.undo } : {}
    await updateImport(tx, ctx.workspaceId, id, {
      status: 'checking',
      counts,
      preview: null,
      error: null,
      doneRows: 0,
      startedAt: ctx.now(),
      finishedAt: null,
    })
    await addJob(tx, checkJobName, { workspaceId: ctx.workspaceId, importId: id }, options)
  })
}

/** Begins the import, or goes on where one stopped. The custom fields it needs are made here. */
export async function startRun(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const found = await lockIn(tx, ctx, id, ['draft', 'checked', 'failed', 'undone'], 'run')
    requireMapped(ctx, found)
    const isGoingOn = found.position !== null
    const mapping = await makeFields(tx, ctx, found)
    if (!isGoingOn) await clearErrors(tx, ctx.workspaceId, id)
    const { check } = found.counts
    const anew = isGoingOn
      ? {}
      : {
          counts: check ? { check } : {},
          preview: null,
          doneRows: 0,
          startedAt: ctx.now(),
          finishedAt: null,
          undoneAt: null,
        }
    await updateImport(tx, ctx.workspaceId, id, { ...anew, status: 'running', error: null, mapping })
    if (found.columns.length > 0) {
      const saved = { object: found.object, mapping, options: { ...found.options, source: found.source } }
      await saveMapping(tx, ctx.workspaceId, newId(), headerHash(found.columns), found.fileName, saved, ctx.now())
    }
    await audit(tx, ctx, {
      action: 'import.started',
      subjectType: 'import',
      subjectId: id,
      detail: { object: found.object, source: found.source },
    })
    await addJob(tx, runJobName, { workspaceId: ctx.workspaceId, importId: id }, options)
  })
}

/** Begins to take back everything the import did. */
export async function startUndo(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const found = await lockIn(tx, ctx, id, ['done', 'failed'], 'undone')
    const run = found.counts.run
    if (!run)
      throw new AppError('conflict', say(words, 'nothingToUndo'), {
        status: found.status,
      })
    const made = Object.values(run.records)
    const undo = {
      ...noUndo(Object.keys(run.records)),
      totalRecords: made.reduce((total, { created, updated }) => total + created + updated, 0),
    }
    await updateImport(tx, ctx.workspaceId, id, {
      status: 'undoing',
      counts: { ...found.counts, undo },
      error: null,
      startedAt: ctx.now(),
    })
    await audit(tx, ctx, {
      action: 'import.undone',
      subjectType: 'import',
      subjectId: id,
      detail: { object: found.object, source: found.source },
    })
    await addJob(tx, undoJobName, { workspaceId: ctx.workspaceId, importId: id }, options)
  })
}

function requireMapped({ app }: Ctx, { object, format, mapping }: StoredImport): void {
  const [missing] = missingOf(kindOf(app, object), format, mapping)
  if (missing) throw new AppError('unprocessable', missing, { fields: [{ path: 'mapping', message: missing }] })
}

/** Makes the custom fields that the mapping names and nobody has; answers the mapping with the keys they got. */
async function makeFields(
  tx: Db,
  ctx: Ctx,
  { id, object, mapping, columns, position }: StoredImport,
): Promise<Mapping> {
  const { name, importTarget } = kindOf(ctx.app, object)
  if (!importTarget.customFields) return mapping
  const of = name
  const known = await listFields(tx, ctx.workspaceId, of)
  const keys = new Set(known.map(field => `fields.${field.key}`))
  const labels = new Set(known.map(field => fold(field.label)))
  const made: string[] = []
  const next: Mapping = []
  for (const [at, mapped] of mapping.entries()) {
    if (mapped === null || mapped.label === undefined || mapped.type === undefined || keys.has(mapped.target)) {
      next.push(mapped)
      continue
    }
    const label = freeLabel(mapped.label, labels)
    labels.add(fold(label))
    const field = await createField(within(ctx, tx), {
      object: of,
      label,
      type: mapped.type,
      ...choicesOf(mapped.type, columns[at]!.samples),
    })
    made.push(field.id)
    next.push({ ...mapped, target: `fields.${field.key}` })
  }
  const seq = position?.seq ?? 0
  const rows = made.map((recordId, index) => ({
    importId: id,
    seq: -1 - seq - index,
    object: 'field',
    recordId,
    action: 'created',
  }))
  await insertRows(
    tx,
    ctx.workspaceId,
    'import_changes',
    { importId: 'uuid', seq: 'bigint', object: 'text', recordId: 'uuid', action: 'text' },
    rows,
  )
  return next
}

function freeLabel(label: string, taken: ReadonlySet<string>): string {
  let free = label
  for (let number = 2; taken.has(fold(free)); number++) free = `${label} (${number})`
  return free
}

function choicesOf(type: FieldType, samples: string[]): { options?: string[] } {
  if (type !== 'choice' && type !== 'choices') return {}
  const options = samples
    .flatMap(sample => (type === 'choices' ? sample.split(/[;,|]/) : [sample]))
    .map(option => option.trim())
    .filter(option => option !== '' && !/[,;]/.test(option))
  return {
    options:
      options.length > 0
        ? [...new Map(options.map(option => [option.toLowerCase(), option])).values()].slice(0, 200)
        : ['–'],
  }
}
