import { id } from '../../../../kernel/ids.ts'
import { today, type Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { languageOf } from '../../../../platform/languages.ts'
import { defineWorkspaceJob } from '../../../../platform/jobs/jobs.ts'
import { getContactKey } from '../../contacts/public.ts'
import { discardFile, storeGenerated } from '../../files/public.ts'
import { exportJobName } from '../commands/export-person.ts'
import { gather } from '../export/gather.ts'
import { writeZip } from '../export/write-zip.ts'
import type { ExportState } from '../schema.ts'
import { addStepRow, lockRequest } from '../store.ts'

const maxBytes = 4 * 1024 ** 3
/** How long the file is kept; its proof, the hash and counts, stays. */
export const keepDays = 30

export const exportJob = defineWorkspaceJob({
  name: exportJobName,
  payload: { requestId: id },
  async run(ctx, { requestId }) {
    try {
      await exportPerson(ctx, requestId)
    } catch (error) {
      await note(ctx, requestId, { status: 'failed', done: 0, total: ctx.app.personalData.length })
      throw error
    }
  },
})

async function exportPerson(ctx: Ctx, requestId: string): Promise<void> {
  const request = await inTransaction(ctx, ctx => lockRequest(ctx, requestId))
  if (request.contactId === null || !['running', 'failed'].includes(request.proof.export?.status ?? '')) return
  const { id: contactId, ids, language: spoken } = await getContactKey(ctx, request.contactId)
  const total = ctx.app.personalData.length
  const language = languageOf(spoken, ctx.workspace.locale)
  const { counts, entries } = await gather(ctx, ids, language, done =>
    note(ctx, requestId, { status: 'running', done, total }),
  )
  const description = {
    name: `personal-data-${today(ctx)}.zip`,
    mediaType: 'application/zip',
    purpose: 'export' as const,
  }
  const file = await storeGenerated(ctx, { ...description, contactId, maxBytes }, writeZip(entries()))
  const sha256 = Buffer.from(file.sha256).toString('hex')
  await inTransaction(ctx, async ctx => {
    const { proof, fileId } = await lockRequest(ctx, requestId)
    if (fileId !== null) await discardFile(ctx, fileId)
    const madeAt = ctx.now().toISOString()
    const expiresAt = new Date(ctx.now().getTime() + keepDays * 24 * 3600_000).toISOString()
    const done: ExportState = { status: 'done', done: total, total, size: file.size, sha256, counts, madeAt, expiresAt }
    await updateRows(ctx, 'privacyRequests', requestId, { fileId: file.id, proof: { ...proof, export: done } })
    await addStepRow(ctx, requestId, 'exported', { sha256, size: file.size })
  })
}

async function note(ctx: Ctx, requestId: string, state: ExportState): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { proof } = await lockRequest(ctx, requestId)
    await updateRows(ctx, 'privacyRequests', requestId, { proof: { ...proof, export: state } })
  })
}
