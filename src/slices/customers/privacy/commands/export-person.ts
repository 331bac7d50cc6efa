import { AppError } from '../../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { dayIn } from '../../../../kernel/time.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { App, Ctx } from '../../../../platform/context.ts'
import { readToken, signToken } from '../../../../platform/crypto/sign.ts'
import { inTransaction, type Tenant } from '../../../../platform/db/database.ts'
import { findRow, updateRows } from '../../../../platform/db/row.ts'
import { contentDisposition } from '../../../../platform/files/file-name.ts'
import { Raw } from '../../../../platform/http/route.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { languageOf } from '../../../../platform/languages.ts'
import { queueMail } from '../../../../platform/mail/outgoing-mail.ts'
import { getContactKey } from '../../contacts/public.ts'
import { discardFile, openFile } from '../../files/public.ts'
import { addStepRow, lockRequest } from '../store.ts'
import { handoverMail } from '../mails.ts'

const words = defineMessages('privacy.export-person', {
  contactFirst: 'First choose the contact whom the request is about. Nothing was exported.',
  identityFirstExport: 'First note how it was made sure who asks. Nothing was exported.',
  noFileYet: 'There is no file yet. Export the data first.',
  requestNoEmail: 'The request has no e-mail address. Add one, or hand the link over yourself.',
})

export const exportJobName = 'privacy.export'
const linkPurpose = 'privacy-export'
const linkDays = 14

/** Has the file made; one that was made before is replaced. */
export async function startExport(ctx: Ctx, requestId: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const request = await lockRequest(ctx, requestId)
    if (request.contactId === null) throw new AppError('unprocessable', say(words, 'contactFirst'))
    if (request.status === 'received') throw new AppError('conflict', say(words, 'identityFirstExport'))
    const { id: contactId } = await getContactKey(ctx, request.contactId)
    if (request.fileId !== null) await discardFile(ctx, request.fileId)
    const total = ctx.app.personalData.length
    const proof = { ...request.proof, export: { status: 'running' as const, done: 0, total } }
    await updateRows(ctx, 'privacyRequests', requestId, { proof, fileId: null })
    await addStepRow(ctx, requestId, 'export-started')
    await audit(ctx, { action: 'contact.data-exported', subjectId: contactId })
    await addJob(ctx, exportJobName, { requestId }, { key: `${exportJobName}:${requestId}` })
  })
}

export async function downloadExport(ctx: Ctx, requestId: string): Promise<Raw> {
  const { fileId, contactId } = await inTransaction(ctx, ctx => lockRequest(ctx, requestId))
  if (fileId === null) throw new AppError('not-found', say(words, 'noFileYet'))
  await audit(ctx, {
    action: 'contact.data-downloaded',
    subjectType: 'contact',
    ...(contactId ? { subjectId: contactId } : {}),
  })
  return zipOf(ctx, fileId)
}

async function zipOf(ctx: Pick<Ctx, 'app' | 'db' | 'workspaceId'>, fileId: string): Promise<Raw> {
  const { file, read } = await openFile(ctx, fileId)
  return new Raw(await read(), 'application/zip', {
    'content-disposition': contentDisposition('attachment', file.name),
    'content-length': String(file.size),
    'cache-control': 'no-store',
  })
}

/** A link with which the person gets the file; by mail when `isMailed`. */
export async function sendExport(ctx: Ctx, requestId: string, isMailed: boolean) {
  return inTransaction(ctx, async ctx => {
    const request = await lockRequest(ctx, requestId)
    if (request.fileId === null) throw new AppError('conflict', say(words, 'noFileYet'))
    if (isMailed && request.email === null) throw new AppError('unprocessable', say(words, 'requestNoEmail'))
    const expiresAt = new Date(ctx.now().getTime() + linkDays * 24 * 3600_000)
    const payload = { w: ctx.workspaceId, r: requestId, f: request.fileId }
    const url = `${ctx.app.config.origin}/privacy/exports/${signToken(ctx.app.secret, linkPurpose, payload, expiresAt)}`
    const mailedTo = isMailed ? request.email : null
    if (mailedTo !== null) {
      const { language: spoken } = await getContactKey(ctx, request.contactId!)
      const { name: company, locale, timeZone } = ctx.workspace
      const day = { day: dayIn(expiresAt, timeZone) }
      await queueMail(ctx, handoverMail(mailedTo, languageOf(spoken, locale), { company, url, day }))
    }
    await addStepRow(ctx, requestId, 'handed-over', { isMailed, until: expiresAt.toISOString() })
    return { url, expiresAt: expiresAt.toISOString(), mailedTo }
  })
}

/** What a link to a file gives, while the file is there and the latest of its request. */
export async function findSharedExport(app: App, token: string): Promise<(Tenant & { fileId: string }) | null> {
  const payload = readToken<{ w: WorkspaceId; r: string; f: string }>(app.secret, linkPurpose, token, app.clock.now())
  if (!payload) return null
  const { w: workspaceId, r: id, f: fileId } = payload
  const found = await findRow({ db: app.db, workspaceId }, 'privacyRequests', ['id'], { id, fileId })
  return found ? { db: app.db, workspaceId, fileId } : null
}

export async function openSharedExport(app: App, token: string): Promise<Raw | null> {
  const shared = await findSharedExport(app, token)
  return shared && zipOf({ app, ...shared }, shared.fileId)
}
