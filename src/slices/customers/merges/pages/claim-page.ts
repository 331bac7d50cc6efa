import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Translate } from '../../../../kernel/messages.ts'
import type { App, Ctx } from '../../../../platform/context.ts'
import { readForm } from '../../../../platform/http/form-body.ts'
import { html, pageLanguage, sendPage, type Html } from '../../../../platform/http/page.ts'
import { truncateAddress } from '../../../../platform/http/security.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { isCode, readClaimToken, type ClaimLink } from '../claim.ts'
import { countAttempt, findOpenClaim, type StoredClaim } from '../claims.ts'
import { confirmClaim } from '../commands/confirm-claim.ts'
import { pageWords } from './words.ts'

interface Opened {
  ctx: Ctx
  claim: StoredClaim
  link: ClaimLink
  language: string
  words: Translate<(typeof pageWords)['english']>
}

/** Changes nothing: programs that look into mails follow the links in them. */
export async function showClaim(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await open(app, request)
  return opened ? ask(reply, opened) : sendGone(request, reply)
}

export async function answerClaim(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await open(app, request)
  if (!opened) return sendGone(request, reply)
  const { ctx, claim, link, words } = opened
  if (link === 'claim-code') {
    const code = ((await readForm(request)).get('code') ?? '').replaceAll(/\s/g, '')
    if (!(await countAttempt(ctx.db, ctx.workspaceId, claim.id)))
      return send(reply, opened, words('tooMany'), html`<p>${words('tooManyText')}</p>`, 429)
    if (!isCode(app.secret, claim.id, code, claim.codeHash)) return ask(reply, opened, words('wrong'), 400)
  }
  if (!(await confirmClaim(ctx, claim.id))) return sendGone(request, reply)
  return send(reply, opened, words('done'), html`<p>${words('doneText')}</p>`)
}

async function open(app: App, request: FastifyRequest): Promise<Opened | null> {
  const found = readClaimToken(app.secret, (request.params as { token: string }).token, app.clock.now())
  if (!found) return null
  const workspaceId = found.workspaceId as WorkspaceId
  const claim = await findOpenClaim(app.db, workspaceId, found.claimId, app.clock.now())
  if (!claim) return null
  const ctx = await systemCtx(app, workspaceId, truncateAddress(request.ip))
  const language = pageLanguage(request, ctx.workspace.locale)
  return { ctx, claim, link: found.link, language, words: wordsFor(pageWords, language) }
}

function ask(reply: FastifyReply, opened: Opened, fault?: string, status = 200): FastifyReply {
  const { claim, link, words, ctx } = opened
  const address = masked(claim.normal)
  const body =
    link === 'claim'
      ? html`<p>${words('text', { address, company: ctx.workspace.name })}</p>
          <form method="post"><button>${words('button')}</button></form>`
      : html`<p>${words('codeText', { address })}</p>
          <form method="post">
            <label for="code">${words('code')}</label>
            <input id="code" name="code" class="code" inputmode="numeric" autocomplete="one-time-code" maxlength="7" required />
            ${fault ? html`<p class="bad" role="alert">${fault}</p>` : ''}
            <button>${words('codeButton')}</button>
          </form>`
  return send(reply, opened, words('title'), body, status)
}

/** `m•••@example.com`: enough to know one's own address by. */
function masked(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}

function send(reply: FastifyReply, { ctx, language }: Opened, title: string, body: Html, status = 200): FastifyReply {
  return sendPage(reply, { title, language, company: ctx.workspace.name, body }, status)
}

/** Says the same of a link that was altered, used, is too old, or never was. */
function sendGone(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = pageLanguage(request, 'en')
  const words = wordsFor(pageWords, language)
  return sendPage(
    reply,
    { title: words('gone'), language, company: 'Rapport', body: html`<p>${words('goneText')}</p>` },
    404,
  )
}
