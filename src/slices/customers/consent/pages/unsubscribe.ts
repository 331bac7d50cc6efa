import { AppError } from '../../../../kernel/errors.ts'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { html } from '../../../../platform/http/page.ts'
import { visitPage } from '../../../../platform/http/visit.ts'
import { unsubscribe } from '../commands/answer-links.ts'
import { addresseeOf, preferenceLink, readUnsubscribeToken } from '../links.ts'
import { findPurposes } from '../purposes.ts'
import { openLink, type Visitor } from './visitor.ts'

const refusals = defineMessages('consent.unsubscribe', {
  oneClick: 'Send List-Unsubscribe=One-Click as the body of the request.',
})

export const unsubscribePage = visitPage({
  url: '/unsubscribe/:key',
  open: (app, request, key) => openLink(app, request, readUnsubscribeToken(app, key)),
  /** The button sends what a mail program sends for its own. */
  async show(visitor) {
    const { ctx, purposeId, language, words } = visitor
    const purpose = (await findPurposes(ctx)).find(({ id }) => id === purposeId)
    const what = purpose
      ? words('unsubscribeFrom', { name: inLanguage(purpose.name, language) })
      : words('unsubscribeAll')
    return {
      title: words('unsubscribe'),
      body: html`<p>${what}</p>
        <form method="post">
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <button>${words('unsubscribeButton')}</button>
        </form>
        ${toPreferences(visitor)}`,
    }
  },
  /** What RFC 8058 asks of a POST: no cookie, no redirect, done at once, however often it is repeated. */
  async answer(visitor, form) {
    if (form.get('List-Unsubscribe') !== 'One-Click') throw new AppError('invalid', say(refusals, 'oneClick'))
    await unsubscribe(visitor, visitor.purposeId)
    const { words } = visitor
    return { title: words('unsubscribed'), body: html`<p>${words('unsubscribedText')}</p>${toPreferences(visitor)}` }
  },
})

export function toPreferences({ ctx, handle, words }: Visitor) {
  if (!handle) return null
  const link = preferenceLink(ctx.app, addresseeOf(ctx, handle.contactId, handle))
  return html`<p class="small"><a href="${link}">${words('toPreferences')}</a></p>`
}
