import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../../../kernel/errors.ts'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { App } from '../../../../platform/context.ts'
import { readForm } from '../../../../platform/http/form-body.ts'
import { html } from '../../../../platform/http/page.ts'
import { answerVisit, sendNotFound } from '../../../../platform/http/visit.ts'
import { unsubscribe } from '../commands/answer-links.ts'
import { addresseeOf, preferenceLink, readUnsubscribeToken } from '../links.ts'
import { findPurposes } from '../purposes.ts'
import { openLink, type Visitor } from './visitor.ts'
import { pageWords } from './words.ts'

const refusals = defineMessages('consent.unsubscribe', {
  oneClick: 'Send List-Unsubscribe=One-Click as the body of the request.',
})

async function open(app: App, request: FastifyRequest): Promise<(Visitor & { purposeId: string | null }) | null> {
  const to = readUnsubscribeToken(app, (request.params as { token: string }).token)
  const visitor = to && (await openLink(app, to, request))
  return visitor && { ...visitor, purposeId: to.purposeId }
}

/** Changes nothing; the button sends what a mail program sends for its own. */
export async function showUnsubscribe(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visitor = await open(app, request)
  if (!visitor) return sendNotFound(request, reply, pageWords)
  const { ctx, purposeId, language, words } = visitor
  const purpose = (await findPurposes({ db: app.db, workspaceId: ctx.workspaceId })).find(({ id }) => id === purposeId)
  return answerVisit(
    reply,
    visitor,
    words('unsubscribe'),
    html`<p>${purpose ? words('unsubscribeFrom', { name: inLanguage(purpose.name, language) }) : words('unsubscribeAll')}</p>
      <form method="post">
        <input type="hidden" name="List-Unsubscribe" value="One-Click" />
        <button>${words('unsubscribeButton')}</button>
      </form>
      ${toPreferences(app, visitor)}`,
  )
}

/** What RFC 8058 asks of a POST: no cookie, no redirect, done at once, however often it is repeated. */
export async function answerUnsubscribe(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visitor = await open(app, request)
  if (!visitor) return sendNotFound(request, reply, pageWords)
  const form = await readForm(request)
  if (form.get('List-Unsubscribe') !== 'One-Click') throw new AppError('invalid', say(refusals, 'oneClick'))
  await unsubscribe(visitor, visitor.purposeId)
  const { words } = visitor
  return answerVisit(
    reply,
    visitor,
    words('unsubscribed'),
    html`<p>${words('unsubscribedText')}</p>
      ${toPreferences(app, visitor)}`,
  )
}

function toPreferences(app: App, { ctx, handle, words }: Visitor) {
  if (!handle) return null
  const link = preferenceLink(app, addresseeOf(app, ctx.workspaceId, handle.contactId, handle))
  return html`<p class="small"><a href="${link}">${words('toPreferences')}</a></p>`
}
