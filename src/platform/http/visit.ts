import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { id, type WorkspaceId } from '../../kernel/ids.ts'
import type { Messages, Translate } from '../../kernel/messages.ts'
import type { App, Ctx } from '../context.ts'
import { textIn, wordsFor } from '../languages.ts'
import { systemCtx } from '../system-ctx.ts'
import { findWorkspace } from '../workspaces.ts'
import { acceptForms, readForm } from './form-body.ts'
import { html, pageLanguage, sendPage, type Html } from './page.ts'
import { truncateAddress } from './security.ts'

/** Somebody looks at a page for customers: of which workspace, and in which language. */
export interface Visit<English extends Record<string, string>> {
  ctx: Ctx
  language: string
  words: Translate<English>
}

/** What a page says. */
export interface Said {
  title: string
  body: Html
  status?: number
}

/** A page for customers that does not ask who one is: its address, mostly a signed link, says it. */
export interface VisitPage<V extends Visit<{}>> {
  /** `:key` is what `open` is given. */
  url: string
  /** Null where the address leads to nothing. */
  open(app: App, request: FastifyRequest, key: string): Promise<V | null>
  /** Changes nothing: programs that look into mails follow the links in them. */
  show(visit: V): Said | Promise<Said>
  /** Takes what its form sends; null when there is nothing to be done any more. */
  answer?(visit: V, form: URLSearchParams): Promise<Said | null>
}

export function visitPage<V extends Visit<{}>>(page: VisitPage<V>): VisitPage<any> {
  return page
}

type NotFoundWords = Messages<Record<'notFound' | 'notFoundText', string>>

/** What a slice mounts for its pages; `messages` say that there is nothing where a page does not open. */
export function mountPages(messages: NotFoundWords, pages: readonly VisitPage<any>[]) {
  return async (server: FastifyInstance, app: App): Promise<void> => {
    await server.register(async scope => {
      acceptForms(scope)
      for (const { url, open, show, answer } of pages) {
        const run =
          (say: (visit: Visit<{}>, request: FastifyRequest) => Promise<Said | null>) =>
          async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
            const visit = await open(app, request, (request.params as { key: string }).key)
            const said = visit && (await say(visit, request))
            if (!said) return sendNotFound(request, reply, messages)
            return answerVisit(reply, visit, said.title, said.body, said.status)
          }
        scope.get(
          url,
          run(async visit => show(visit)),
        )
        if (answer)
          scope.post(
            url,
            run(async (visit, request) => answer(visit, await readForm(request))),
          )
      }
    })
  }
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
export function sendNotFound(request: FastifyRequest, reply: FastifyReply, { group }: NotFoundWords): FastifyReply {
  const language = pageLanguage(request, 'en')
  const [title, text] = ['notFound', 'notFoundText'].map(key => textIn({ group, key }, language))
  return sendPage(reply, { title: title!, language, company: 'Rapport', body: html`<p>${text}</p>` }, 404)
}
