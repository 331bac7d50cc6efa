import type { FastifyReply, FastifyRequest } from 'fastify'
import { inLanguage } from '../../../../kernel/input.ts'
import type { App } from '../../../../platform/context.ts'
import { readForm } from '../../../../platform/http/form-body.ts'
import { html, languageLinks, type Html } from '../../../../platform/http/page.ts'
import { answerVisit, sendNotFound } from '../../../../platform/http/visit.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import { maskHandle } from '../addresses.ts'
import { savePreferences, standingsOf, withdrawAll } from '../commands/answer-links.ts'
import { readPreferenceToken } from '../links.ts'
import { findPurposes, type StoredPurpose } from '../purposes.ts'
import { suppressionsOfHashes } from '../suppressions.ts'
import type { State } from '../consent.ts'
import { openLink, type Visitor } from './visitor.ts'
import { channelWords, pageWords } from './words.ts'

type Opened = Visitor & { isStaff: boolean }

async function open(app: App, request: FastifyRequest): Promise<Opened | null> {
  const to = readPreferenceToken(app, (request.params as { token: string }).token)
  const visitor = to && (await openLink(app, to, request))
  return visitor?.handle ? { ...visitor, isStaff: to!.isStaff } : null
}

export async function showPreferences(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visitor = await open(app, request)
  return visitor ? sendPreferences(reply, visitor) : sendNotFound(request, reply, pageWords)
}

const notes: Record<Awaited<ReturnType<typeof savePreferences>>, 'saved' | 'mailed' | 'mailedAlready' | 'refused'> = {
  saved: 'saved',
  sent: 'mailed',
  'too-soon': 'mailedAlready',
  suppressed: 'refused',
}

export async function answerPreferences(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visitor = await open(app, request)
  if (!visitor) return sendNotFound(request, reply, pageWords)
  const form = await readForm(request)
  if (form.get('all') === 'off') {
    await withdrawAll(visitor)
    return sendPreferences(reply, visitor, visitor.words('stopped'))
  }
  const outcome = await savePreferences(visitor, new Set(form.getAll('on')), visitor.isStaff)
  return sendPreferences(reply, visitor, visitor.words(notes[outcome]))
}

async function sendPreferences(reply: FastifyReply, visitor: Opened, note?: string): Promise<FastifyReply> {
  const { ctx, handle, hash, language, words } = visitor
  const [purposes, standings, suppressed] = await Promise.all([
    findPurposes(ctx),
    standingsOf(ctx.db, visitor),
    suppressionsOfHashes(ctx, [hash]),
  ])
  const isStopped = suppressed.size > 0
  return answerVisit(
    reply,
    visitor,
    words('preferences'),
    html`${note && html`<p class="good" role="status">${note}</p>`}
      <p>${words('preferencesFor', { address: maskHandle(handle!) })}</p>
      <form method="post">
        ${purposes
          .filter(purpose => purpose.archivedAt === null)
          .map(purpose => fieldset(purpose, standings, isStopped, visitor))}
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
  )
}

function fieldset(
  purpose: StoredPurpose,
  standings: ReadonlyMap<string, State>,
  isStopped: boolean,
  { language, words }: Visitor,
): Html {
  const channels = wordsFor(channelWords, language)
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
