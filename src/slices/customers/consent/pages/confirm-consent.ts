import type { FastifyReply, FastifyRequest } from 'fastify'
import { inLanguage } from '../../../../kernel/input.ts'
import type { App } from '../../../../platform/context.ts'
import { html } from '../../../../platform/http/page.ts'
import { answerVisit, sendNotFound } from '../../../../platform/http/visit.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { maskHandle } from '../addresses.ts'
import { confirm, findOpen, type Asked } from '../commands/answer-links.ts'
import { addresseeOf, preferenceLink, readConfirmationToken } from '../links.ts'
import { findPurposes, readTexts } from '../purposes.ts'
import { openLink, type Visitor } from './visitor.ts'
import { channelWords, pageWords } from './words.ts'

type Opened = Visitor & { askedAt: Date; items: Asked[] }

async function open(app: App, request: FastifyRequest): Promise<Opened | null> {
  const to = readConfirmationToken(app, (request.params as { token: string }).token)
  const visitor = to && (await openLink(app, to, request))
  if (!visitor?.handle) return null
  const items = await findOpen(app.db, visitor, to!.askedAt)
  return items.length > 0 ? { ...visitor, askedAt: to!.askedAt, items } : null
}

/** Changes nothing: programs that look into mails for viruses follow the links in them. */
export async function showConfirmation(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visitor = await open(app, request)
  if (!visitor) return sendNotFound(request, reply, pageWords)
  const { ctx, handle, items, language, words } = visitor
  const channels = wordsFor(channelWords, language)
  const purposes = await findPurposes({ db: app.db, workspaceId: ctx.workspaceId })
  const shown = await Promise.all(
    items.map(async ({ purposeId, channel, textVersion }) => {
      const texts = await readTexts({ db: app.db, workspaceId: ctx.workspaceId }, purposeId)
      const text = texts.find(({ version }) => version === textVersion)?.text ?? {}
      const name = inLanguage(purposes.find(({ id }) => id === purposeId)?.name ?? {}, language)
      return html`<h2>${name} · ${channels(channel)}</h2>
        <p>${inLanguage(text, language)}</p>`
    }),
  )
  return answerVisit(
    reply,
    visitor,
    words('confirm'),
    html`<p>${words('confirmFor', { address: maskHandle(handle!) })}</p>
      ${shown}
      <form method="post"><button>${words('confirmButton')}</button></form>`,
  )
}

export async function answerConfirmation(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visitor = await open(app, request)
  if (!visitor || !(await confirm(visitor, visitor.askedAt))) return sendNotFound(request, reply, pageWords)
  const { ctx, handle, words } = visitor
  const preferences = preferenceLink(app, addresseeOf(app, ctx.workspaceId, handle!.contactId, handle!))
  return answerVisit(
    reply,
    visitor,
    words('confirmed'),
    html`<p>${words('confirmedText')}</p>
      <p><a href="${preferences}">${words('toPreferences')}</a></p>`,
  )
}
