import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { App } from '../../../../platform/context.ts'
import { readForm } from '../../../../platform/http/form-body.ts'
import { html } from '../../../../platform/http/page.ts'
import { answerVisit, openVisit, sendNotFound, type Visit } from '../../../../platform/http/visit.ts'
import { isCode, readClaimToken, type ClaimLink } from '../claim.ts'
import { countAttempt, findOpenClaim, type StoredClaim } from '../claims.ts'
import { confirmClaim } from '../commands/confirm-claim.ts'
import { pageWords } from './words.ts'

interface Opened extends Visit<(typeof pageWords)['english']> {
  claim: StoredClaim
  link: ClaimLink
}

/** Changes nothing: programs that look into mails follow the links in them. */
export async function showClaim(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await open(app, request)
  return opened ? ask(reply, opened) : sendNotFound(request, reply, pageWords)
}

export async function answerClaim(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const opened = await open(app, request)
  if (!opened) return sendNotFound(request, reply, pageWords)
  const { ctx, claim, link, words } = opened
  if (link === 'claim-code') {
    const code = ((await readForm(request)).get('code') ?? '').replaceAll(/\s/g, '')
    if (!(await countAttempt(ctx, claim.id)))
      return answerVisit(reply, opened, words('tooMany'), html`<p>${words('tooManyText')}</p>`, 429)
    if (!isCode(app.secret, claim.id, code, claim.codeHash)) return ask(reply, opened, words('wrong'), 400)
  }
  if (!(await confirmClaim(ctx, claim.id))) return sendNotFound(request, reply, pageWords)
  return answerVisit(reply, opened, words('done'), html`<p>${words('doneText')}</p>`)
}

async function open(app: App, request: FastifyRequest): Promise<Opened | null> {
  const found = readClaimToken(app.secret, (request.params as { token: string }).token, app.clock.now())
  if (!found) return null
  const workspaceId = found.workspaceId as WorkspaceId
  const claim = await findOpenClaim({ db: app.db, workspaceId }, found.claimId, app.clock.now())
  if (!claim) return null
  const visit = await openVisit(app, request, workspaceId, pageWords)
  return visit && { ...visit, claim, link: found.link }
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
  return answerVisit(reply, opened, words('title'), body, status)
}

/** `m•••@example.com`: enough to know one's own address by. */
function masked(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}
