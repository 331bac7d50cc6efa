import { sql, type RawBuilder } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { findRows, updateRows } from '../../../platform/db/row.ts'
import { fileKey } from '../../../platform/files/file-store.ts'
import {
  erased,
  mentions,
  mentionsInJson,
  needlesOf,
  redactMentions,
  type Person,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { eraseFile, findLiving } from '../files/public.ts'
import { asWritten } from '../../../platform/redact.ts'

const words = defineMessages('imports.personal-data', {
  importRunning: 'An import that has the person in it is running. The erasure waits for it.',
  importedFilesAndRefusedRows: 'Imported files and refused rows',
})

/**
 * The files that were imported, what was overwritten by them, and rows that were refused. A file with the person in it
 * goes as a whole: what it brought of others is in the records, and they can upload it again without the row.
 */
export const personalData: PersonalData[] = [
  {
    name: 'imports',
    label: say(words, 'importedFilesAndRefusedRows'),
    tables: ['imports', 'import_changes', 'import_errors'],
    read: (ctx, ids, person) => readImports(ctx, ids, person),
    async count(ctx, ids, person) {
      const { rows } = await sql<{ deleted: number; redacted: number }>`
        select (select count(*)::int from import_changes ic where ${ofContacts(ctx, ids)}) as deleted,
          (select count(*)::int from import_errors ie where ${named(ctx, person)}) as redacted`.execute(ctx.db)
      return rows[0]!
    },
    async eraseFiles(ctx, _ids, person) {
      const needles = needlesOf(person)
      if (needles.length === 0) return
      for (const { id, fileId, status } of await filesOf(ctx)) {
        if (!(await holds(ctx, fileId, needles))) continue
        if (['checking', 'running', 'undoing'].includes(status))
          throw new AppError('unavailable', say(words, 'importRunning'))
        await eraseFile(ctx, fileId)
        await updateRows(ctx, 'imports', id, { fileName: erased })
      }
    },
    async erase(ctx, ids, person) {
      await sql`delete from import_changes ic where ${ofContacts(ctx, ids)}`.execute(ctx.db)
      await sql`update import_errors ie set cells = '[]', reason = ${erased}
        where ${named(ctx, person)}`.execute(ctx.db)
      // What an import remembers of its file to show it again: samples, findings, conflicts.
      await redactMentions(ctx, 'imports', ['columns', 'preview', 'counts', 'position', 'error'], needlesOf(person))
    },
  },
]

function ofContacts(ctx: Ctx, ids: string[]): RawBuilder<boolean> {
  return sql<boolean>`ic.workspace_id = ${ctx.workspaceId} and ic.record_id = any(${ids}::uuid[])`
}

function named(ctx: Ctx, person: Person): RawBuilder<boolean> {
  const needles = needlesOf(person)
  return sql<boolean>`ie.workspace_id = ${ctx.workspaceId} and (${mentionsInJson(sql`ie.cells`, needles)} or ${mentions(sql`ie.reason`, needles)})`
}

async function* readImports(ctx: Ctx, ids: string[], person: Person): AsyncGenerator<object[]> {
  const changes = await sql<object>`
    select i.file_name, i.source, i.created_at, ic.action, ic.before as changes from import_changes ic
      join imports i on i.workspace_id = ic.workspace_id and i.id = ic.import_id
    where ${ofContacts(ctx, ids)} order by ic.import_id, ic.seq`.execute(ctx.db)
  yield changes.rows
  const refused = await sql<object>`
    select i.id, i.file_name, i.source, ie.row_number, ie.reason, ie.cells from import_errors ie
      join imports i on i.workspace_id = ie.workspace_id and i.id = ie.import_id
    where ${named(ctx, person)} order by i.id, ie.row_number`.execute(ctx.db)
  yield refused.rows
}

async function filesOf(ctx: Ctx): Promise<{ id: string; fileId: string; status: string }[]> {
  const rows = await findRows(ctx, 'imports', ['id', 'fileId', 'status'], {}, sql`order by id`)
  const fileIds = rows.map(row => row.fileId)
  const living = await findLiving(ctx, fileIds)
  return rows.filter(row => living.has(row.fileId))
}

const overlap = 400

/** Whether a stored file has one of `needles` in it, read as the encodings that files come in. */
async function holds(ctx: Ctx, fileId: string, needles: string[]): Promise<boolean> {
  const inCsv = needles.map(needle => needle.replaceAll('"', '""'))
  const wanted = [...needles.flatMap(asWritten), ...inCsv].map(needle => needle.toLowerCase())
  const decoders = ['utf-8', 'windows-1252', 'windows-1250', 'utf-16le'].map(encoding => ({
    decoder: new TextDecoder(encoding),
    tail: '',
  }))
  try {
    for await (const chunk of await ctx.app.files.get(fileKey(ctx.workspaceId, fileId))) {
      for (const decoder of decoders) {
        const text = decoder.tail + decoder.decoder.decode(chunk as Buffer, { stream: true }).toLowerCase()
        if (wanted.some(needle => text.includes(needle))) return true
        decoder.tail = text.slice(-overlap)
      }
    }
    return false
  } catch (error) {
    // An erasure that was cut short has taken it away already.
    if (error instanceof AppError && error.code === 'not-found') return true
    throw error
  }
}
