import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { html } from '../../../../platform/http/page.ts'
import { openVisit, visitPage, type Said, type Visit } from '../../../../platform/http/visit.ts'
import { maskHandle } from '../../contacts/public.ts'
import { isCode, readClaimToken, type ClaimLink } from '../claim.ts'
import { countAttempt, findOpenClaim, type StoredClaim } from '../claims.ts'
import { confirmClaim } from '../commands/confirm-claim.ts'
import { pageWords } from './words.ts'

interface Opened extends Visit<(typeof pageWords)['english']> {
  claim: StoredClaim
  link: ClaimLink
}

/** On which a customer confirms an address. */
export const claimPage = visitPage<Opened>({
  url: '/claims/:key',
  async open(app, request, key) {
    const now = app.clock.now()
    const found = readClaimToken(app.secret, key, now)
    if (!found) return null
    const workspaceId = found.workspaceId as WorkspaceId
    const claim = await findOpenClaim({ db: app.db, workspaceId }, found.claimId, now)
    const visit = claim && (await openVisit(app, request, workspaceId, pageWords))
    return visit ? { ...visit, claim, link: found.link } : null
  },
  show: opened => ask(opened),
  async answer(opened, form) {
    const { ctx, claim, link, words } = opened
    if (link === 'claim-code') {
      const code = (form.get('code') ?? '').replaceAll(/\s/g, '')
      if (!(await countAttempt(ctx, claim.id)))
        return { title: words('tooMany'), body: html`<p>${words('tooManyText')}</p>`, status: 429 }
      if (!isCode(ctx.app.secret, claim.id, code, claim.codeHash)) return ask(opened, words('wrong'))
    }
    if (!(await confirmClaim(ctx, claim.id))) return null
    return { title: words('done'), body: html`<p>${words('doneText')}</p>` }
  },
})

function ask({ claim, link, words, ctx }: Opened, fault?: string): Said {
  const address = maskHandle(claim)
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
  return { title: words('title'), body, status: fault ? 400 : 200 }
}
