import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App, Ctx } from '../../../../platform/context.ts'
import { html, pageLanguage, sendPage, type Html } from '../../../../platform/http/page.ts'
import { truncateAddress } from '../../../../platform/http/security.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { agentFamily } from '../agent.ts'
import { hashHandle } from '../handle-hash.ts'
import type { Addressee } from '../links.ts'
import { findPerson } from '../queries/consents-of.ts'
import { pageWords, type PageWords } from './words.ts'
import { readHandles, type OwnHandle } from '../../contacts/public.ts'

/** Whoever holds a link that we signed. */
export interface Visitor {
  ctx: Ctx
  /** The contact now, and all merged into it; empty when it is no longer there. */
  ids: string[]
  /** The address that the link is for, while it is one of the contact's. */
  handle: OwnHandle | undefined
  hash: Buffer
  contactId: string
  agent: string | null
  language: string
  words: PageWords
}

export async function openLink(app: App, to: Addressee, request: FastifyRequest): Promise<Visitor | null> {
  const { workspaceId, contactId, hash } = to
  let ctx: Ctx
  try {
    ctx = await systemCtx(app, workspaceId, truncateAddress(request.ip))
  } catch {
    return null
  }
  const ids = await findPerson(app.db, workspaceId, contactId)
  const handles = ids.length > 0 ? await readHandles(app.db, workspaceId, ids) : []
  const handle = handles.find(own => hashHandle(app.secret, workspaceId, own).equals(hash))
  const language = pageLanguage(request, ctx.workspace.locale)
  const agent = agentFamily(request.headers['user-agent'])
  return { ctx, ids, handle, hash, contactId, agent, language, words: wordsFor(pageWords, language) }
}

export function send(reply: FastifyReply, { ctx, language }: Visitor, title: string, body: Html): FastifyReply {
  return sendPage(reply, { title, language, company: ctx.workspace.name, body })
}

/** Says the same of a link that was altered, is too old, or was made for somebody else. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = pageLanguage(request, 'en')
  const words = wordsFor(pageWords, language)
  return sendPage(
    reply,
    { title: words('notFound'), language, company: 'Rapport', body: html`<p>${words('notFoundText')}</p>` },
    404,
  )
}
