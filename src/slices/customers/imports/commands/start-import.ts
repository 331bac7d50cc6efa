import { invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { fold } from '../../../../kernel/text.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { createField, listFields } from '../../fields/public.ts'
import type { FieldType } from '../../fields/schema.ts'
import { insertChanges } from '../batches/touched.ts'
import { importableKind } from '../kinds.ts'
import { noUndo } from '../counts.ts'
import { headerHash, missingOf } from '../inspect.ts'
import type { Mapping } from '../mapped-column.ts'
import type { ImportStatus } from '../schema.ts'
import { clearErrors, saveMapping, updateImport, type ImportChanges, type StoredImport } from '../store.ts'
import { conflict, lockIn } from './require.ts'

const words = defineMessages('imports.start-import', {
  stoppedHalfway: 'This import stopped half-way. Run it to go on, or undo it first.',
  nothingToUndo: 'This import has changed nothing, so there is nothing to undo.',
})

export const checkJobName = 'imports.check'
export const runJobName = 'imports.run'
export const undoJobName = 'imports.undo'

/** A job goes on after any number of crashes; an import that cannot go on says so itself. */
const options = { maxAttempts: 1000 }

/** Locks an import that may be begun with, sets what `work` answers, and leaves the rest to the job. */
async function begin(
  ctx: Ctx,
  id: string,
  [job, wish, ...statuses]: [job: string, wish: 'checked' | 'run' | 'undone', ...ImportStatus[]],
  work: (ctx: Ctx, found: StoredImport) => Promise<ImportChanges>,
): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const found = await lockIn(ctx, id, statuses, wish)
    await updateImport(ctx, id, { startedAt: ctx.now(), error: null, ...(await work(ctx, found)) })
    await addJob(ctx, job, { importId: id }, options)
  })
}

/** Begins to try the whole file without writing anything. */
export function startCheck(ctx: Ctx, id: string): Promise<void> {
  return begin(ctx, id, [checkJobName, 'checked', 'draft', 'checked', 'failed', 'undone'], async (ctx, found) => {
    if (found.position !== null) throw conflict(say(words, 'stoppedHalfway'), found)
    requireMapped(ctx, found)
    await clearErrors(ctx, id)
    const counts = found.counts.undo ? { undo: found.counts.undo } : {}
    return { status: 'checking', counts, preview: null, doneRows: 0, finishedAt: null }
  })
}

/** Begins the import, or goes on where one stopped. The custom fields it needs are made here. */
export function startRun(ctx: Ctx, id: string): Promise<void> {
  return begin(ctx, id, [runJobName, 'run', 'draft', 'checked', 'failed', 'undone'], async (ctx, found) => {
    requireMapped(ctx, found)
    const mapping = await makeFields(ctx, found)
    if (found.columns.length > 0) {
      const saved = { object: found.object, mapping, options: { ...found.options, source: found.source } }
      await saveMapping(ctx, headerHash(found.columns), found.fileName, saved, ctx.now())
    }
    await auditImport(ctx, 'import.started', found)
    if (found.position !== null) return { status: 'running', mapping, startedAt: found.startedAt }
    await clearErrors(ctx, id)
    const { check } = found.counts
    const anew = { preview: null, doneRows: 0, finishedAt: null, undoneAt: null }
    return { status: 'running', mapping, counts: check ? { check } : {}, ...anew }
  })
}

/** Begins to take back everything the import did. */
export function startUndo(ctx: Ctx, id: string): Promise<void> {
  return begin(ctx, id, [undoJobName, 'undone', 'done', 'failed'], async (ctx, found) => {
    const { run } = found.counts
    if (!run) throw conflict(say(words, 'nothingToUndo'), found)
    const made = Object.values(run.records)
    const totalRecords = made.reduce((total, { created, updated }) => total + created + updated, 0)
    await auditImport(ctx, 'import.undone', found)
    const undo = { ...noUndo(Object.keys(run.records)), totalRecords }
    return { status: 'undoing', counts: { ...found.counts, undo } }
  })
}

function auditImport(ctx: Ctx, action: string, { id, object, source }: StoredImport): Promise<void> {
  return audit(ctx, { action, subjectType: 'import', subjectId: id, detail: { object, source } })
}

function requireMapped({ app }: Ctx, { object, format, mapping }: StoredImport): void {
  const [missing] = missingOf(importableKind(app, object), format, mapping)
  if (missing) throw invalidField('mapping', missing, 'unprocessable')
}

/** Makes the custom fields that the mapping names and nobody has; answers the mapping with the keys they got. */
async function makeFields(ctx: Ctx, found: StoredImport): Promise<Mapping> {
  const { id, object, mapping, columns, position } = found
  const { name, importTarget } = importableKind(ctx.app, object)
  if (!importTarget.customFields) return mapping
  const known = await listFields(ctx, name)
  const keys = new Set(known.map(field => `fields.${field.key}`))
  const labels = new Set(known.map(field => fold(field.label)))
  const made: string[] = []
  const next: Mapping = []
  for (const [at, mapped] of mapping.entries()) {
    if (mapped === null || mapped.label === undefined || mapped.type === undefined || keys.has(mapped.target)) {
      next.push(mapped)
      continue
    }
    const { type } = mapped
    const label = freeLabel(mapped.label, labels)
    labels.add(fold(label))
    const choices = choicesOf(type, columns[at]!.samples)
    const field = await createField(ctx, { object: name, label, type, ...choices })
    made.push(field.id)
    next.push({ ...mapped, target: `fields.${field.key}` })
  }
  const first = -1 - (position?.seq ?? 0)
  const action = 'created' as const
  const changes = made.map((recordId, index) => ({ seq: first - index, object: 'field', recordId, action }))
  await insertChanges(ctx, id, changes)
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
  const distinct = [...new Map(options.map(option => [option.toLowerCase(), option])).values()]
  return { options: distinct.length > 0 ? distinct.slice(0, 200) : ['–'] }
}
