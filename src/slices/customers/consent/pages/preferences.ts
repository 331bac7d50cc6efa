import { inLanguage } from '../../../../kernel/input.ts'
import { html, languageLinks, type Html } from '../../../../platform/http/page.ts'
import { visitPage, type Said } from '../../../../platform/http/visit.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { maskHandle } from '../../contacts/public.ts'
import { savePreferences, standingsOf, withdrawAll } from '../commands/answer-links.ts'
import { readPreferenceToken } from '../links.ts'
import { findPurposes, type StoredPurpose } from '../purposes.ts'
import { suppressionsOfHashes } from '../suppressions.ts'
import { consentWords, type State } from '../consent.ts'
import { openLink, type Visitor } from './visitor.ts'

const notes = { saved: 'saved', sent: 'mailed', 'too-soon': 'mailedAlready', suppressed: 'refused' } as const

export const preferencesPage = visitPage({
  url: '/preferences/:key',
  async open(app, request, key) {
    const visitor = await openLink(app, request, readPreferenceToken(app, key))
    return visitor?.handle ? visitor : null
  },
  show: visitor => preferencesOf(visitor),
  async answer(visitor, form) {
    if (form.get('all') === 'off') {
      await withdrawAll(visitor)
      return preferencesOf(visitor, visitor.words('stopped'))
    }
    const outcome = await savePreferences(visitor, new Set(form.getAll('on')), visitor.isStaff)
    return preferencesOf(visitor, visitor.words(notes[outcome]))
  },
})

async function preferencesOf(visitor: Visitor, note?: string): Promise<Said> {
  const { ctx, handle, hash, language, words } = visitor
  const [purposes, standings, suppressed] = await Promise.all([
    findPurposes(ctx),
    standingsOf(visitor),
    suppressionsOfHashes(ctx, [hash]),
  ])
  const isStopped = suppressed.size > 0
  const asked = purposes.filter(purpose => purpose.archivedAt === null)
  return {
    title: words('preferences'),
    body: html`${note && html`<p class="good" role="status">${note}</p>`}
      <p>${words('preferencesFor', { address: maskHandle(handle!) })}</p>
      <form method="post">
        ${asked.map(purpose => fieldset(purpose, standings, isStopped, visitor))}
        <button>${words('save')}</button>
      </form>
      <form method="post">
        <h2>${words('stopAll')}</h2>
        <p class="soft">${words('stopAllText')}</p>
        <input type="hidden" name="all" value="off" />
        <button class="plain">${words('stopAll')}</button>
      </form>
      <p class="small"><a href="/privacy/${ctx.workspaceId}">${words('yourData')}</a></p>
      ${languageLinks(language)}`,
  }
}

function fieldset(
  purpose: StoredPurpose,
  standings: ReadonlyMap<string, State>,
  isStopped: boolean,
  { language, words }: Visitor,
): Html {
  const channels = wordsFor(consentWords, language)
  return html`<fieldset>
    <legend>${inLanguage(purpose.name, language)}</legend>
    <p class="soft small">${inLanguage(purpose.text, language)}</p>
    ${purpose.channels.map(channel => {
      const key = `${purpose.id} ${channel}`
      const state = standings.get(key)
      const isOn = state === 'granted' && !(isStopped && channel === 'email')
      return html`<label class="choice">
        <input type="checkbox" name="on" value="${key}" ${isOn && html`checked`} />
        <span
          >${channels(channel)}${
            state === 'requested' && html` <span class="soft small">(${words('waiting')})</span>`
          }</span
        >
      </label>`
    })}
  </fieldset>`
}
