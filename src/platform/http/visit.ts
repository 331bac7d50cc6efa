import type { FastifyReply, FastifyRequest } from 'fastify'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { Messages, Translate } from '../../kernel/messages.ts'
import type { App, Ctx } from '../context.ts'
import { textIn, wordsFor } from '../languages.ts'
import { systemCtx } from '../system-ctx.ts'
import { findWorkspace } from '../workspaces.ts'
import { html, pageLanguage, sendPage, type Html } from './page.ts'
import { truncateAddress } from './security.ts'

/** Somebody looks at a page for customers: of which workspace, and in which language. */
export interface Visit<English extends Record<string, string>> {
  ctx: Ctx
  language: string
  words: Translate<English>
}

/** Null where there is no such workspace. */
export async function openVisit<English extends Record<string, string>>(
  app: App,
  request: FastifyRequest,
  workspaceId: string,
  messages: Messages<English>,
): Promise<Visit<English> | null> {
  const known =
    id.safeParse(workspaceId).success && (await findWorkspace({ db: app.db, workspaceId: workspaceId as WorkspaceId }))
  if (!known) return null
  const ctx = await systemCtx(app, workspaceId as WorkspaceId, truncateAddress(request.ip))
  const language = pageLanguage(request, ctx.workspace.locale)
  return { ctx, language, words: wordsFor(messages, language) }
}

export function answerVisit(
  reply: FastifyReply,
  { ctx, language }: Pick<Visit<{}>, 'ctx' | 'language'>,
  title: string,
  body: Html,
  status = 200,
): FastifyReply {
  return sendPage(reply, { title, language, company: ctx.workspace.name, body }, status)
}

/** Says the same of whatever is not there: altered, used, too old, or somebody else's. */
export function sendNotFound(
  request: FastifyRequest,
  reply: FastifyReply,
  { group }: Messages<Record<'notFound' | 'notFoundText', string>>,
): FastifyReply {
  const language = pageLanguage(request, 'en')
  const [title, text] = ['notFound', 'notFoundText'].map(key => textIn({ group, key }, language))
  return sendPage(reply, { title: title!, language, company: 'Rapport', body: html`<p>${text}</p>` }, 404)
}
