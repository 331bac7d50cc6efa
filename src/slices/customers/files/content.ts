import type { FastifyRequest } from 'fastify'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App, Ctx } from '../../../platform/context.ts'
import { noFile } from '../../../platform/files/file-store.ts'
import { dispositionFor } from '../../../platform/files/content.ts'
import { contentDisposition } from '../../../platform/files/file-name.ts'
import { readFileToken, signFileToken } from '../../../platform/files/file-token.ts'
import { apiPrefix } from '../../../platform/http/server.ts'
import { Raw } from '../../../platform/http/route.ts'
import { files } from './queries.ts'
import { readRange } from './range.ts'
import { openFile } from './upload.ts'

const addressMinutes = 10

/** The viewers of PDF files in browsers are plug-ins, which a sandbox shuts out. */
const policies = {
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  other:
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
}

export async function getFileAddress(ctx: Ctx, id: string): Promise<{ address: string; expiresAt: string }> {
  const file = await files.get(ctx, id)
  const expiresAt = new Date(ctx.now().getTime() + addressMinutes * 60_000)
  const token = signFileToken(ctx.app.secret, { workspaceId: ctx.workspaceId, fileId: file.id }, expiresAt)
  return { address: `${apiPrefix}/files/${file.id}/content?token=${token}`, expiresAt: expiresAt.toISOString() }
}

/** The bytes for whoever holds the token of this very file; for anyone else there is no such file. */
export async function sendContent(app: App, id: string, token: string, request: FastifyRequest): Promise<Raw> {
  const reference = readFileToken(app.secret, token, app.clock.now())
  if (reference?.fileId !== id) throw noFile()
  const { file, read } = await openFile({ app, db: app.db, workspaceId: reference.workspaceId as WorkspaceId }, id)
  const { name, mediaType, size } = file
  const headers: Record<string, string> = {
    'content-disposition': contentDisposition(dispositionFor(mediaType), name),
    'content-security-policy': mediaType === 'application/pdf' ? policies.pdf : policies.other,
    'x-content-type-options': 'nosniff',
    'cache-control': `private, max-age=${addressMinutes * 60}`,
    'accept-ranges': 'bytes',
  }
  const type = mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
  const range = readRange(request.headers.range, size)
  if (range === 'none') return new Raw('', type, { ...headers, 'content-range': `bytes */${size}` }, 416)
  if (range === null) return new Raw(await read(), type, { ...headers, 'content-length': String(size) })
  const { start, end } = range
  return new Raw(
    await read(range),
    type,
    { ...headers, 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': String(end - start + 1) },
    206,
  )
}
