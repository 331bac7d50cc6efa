import { inLanguage } from '../../../../kernel/input.ts'
import { html } from '../../../../platform/http/page.ts'
import { visitPage } from '../../../../platform/http/visit.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { maskHandle } from '../../contacts/public.ts'
import { confirm, findOpen } from '../commands/answer-links.ts'
import { consentWords } from '../consent.ts'
import { readConfirmationToken } from '../links.ts'
import { findPurposes, readTexts } from '../purposes.ts'
import { toPreferences } from './unsubscribe.ts'
import { openLink } from './visitor.ts'

export const confirmationPage = visitPage({
  url: '/confirm-consent/:key',
  async open(app, request, key) {
    const visitor = await openLink(app, request, readConfirmationToken(app, key))
    if (!visitor?.handle) return null
    const items = await findOpen(visitor, visitor.askedAt)
    return items.length > 0 ? { ...visitor, items } : null
  },
  async show({ ctx, handle, items, language, words }) {
    const channels = wordsFor(consentWords, language)
    const purposes = await findPurposes(ctx)
    const shown = await Promise.all(
      items.map(async ({ purposeId, channel, textVersion }) => {
        const text = (await readTexts(ctx, purposeId)).find(({ version }) => version === textVersion)?.text ?? {}
        const name = inLanguage(purposes.find(({ id }) => id === purposeId)?.name ?? {}, language)
        return html`<h2>${name} · ${channels(channel)}</h2>
          <p>${inLanguage(text, language)}</p>`
      }),
    )
    return {
      title: words('confirm'),
      body: html`<p>${words('confirmFor', { address: maskHandle(handle!) })}</p>
        ${shown}
        <form method="post"><button>${words('confirmButton')}</button></form>`,
    }
  },
  async answer(visitor) {
    if (!(await confirm(visitor, visitor.askedAt))) return null
    const { words } = visitor
    return { title: words('confirmed'), body: html`<p>${words('confirmedText')}</p>${toPreferences(visitor)}` }
  },
})
