import type { FastifyReply, FastifyRequest } from 'fastify'
import { inLanguage } from '../../../../kernel/input.ts'
import type { App } from '../../../../platform/context.ts'
import { html, languageLinks } from '../../../../platform/http/page.ts'
import { answerVisit, openVisit, sendNotFound, type Visit } from '../../../../platform/http/visit.ts'
import { findLanguage, languages, wordsFor } from '../../../../platform/languages.ts'
import { agentFamily, findPurposes, hashHandle } from '../../../customers/consent/public.ts'
import { countAddress, countSender } from '../attempts.ts'
import { submitForm } from '../commands/submit-form.ts'
import { answerOf, checkAnswers, type Form } from '../form.ts'
import { readPage, signPage } from '../page-token.ts'
import { findBySlug } from '../store.ts'
import { formMarkup, type Draft } from './form-markup.ts'
import { readSent, type SentForm } from './read-sent.ts'
import { pageWords } from './words.ts'

/** Nobody fills a form in within two seconds. */
const leastSeconds = 2

interface Opened extends Visit<(typeof pageWords)['english']> {
  form: Form
  isEmbedded: boolean
}

async function open(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  isEmbedded: boolean,
): Promise<Opened | null> {
  const found = await findBySlug(app, (request.params as { slug: string }).slug)
  const visit = found && (await openVisit(app, request, found.workspaceId, pageWords))
  if (!visit) {
    sendNotFound(request, reply, pageWords)
    return null
  }
  const { form } = found
  if (isEmbedded) allowFrames(reply, form.settings.embedOrigins)
  const opened = { ...visit, form, isEmbedded }
  if (form.isOpen) return opened
  const { words } = visit
  answerVisit(reply, opened, words('closed'), html`<p>${words('closedText')}</p>`, 410)
  return null
}

/** This page alone may stand in a frame of another site: it knows nobody who looks at it. */
function allowFrames(reply: FastifyReply, origins: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  const ancestors = `frame-ancestors ${origins.length > 0 ? origins.join(' ') : '*'}`
  reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, ancestors))
  reply.removeHeader('x-frame-options')
  reply.header('cross-origin-resource-policy', 'cross-origin')
}

const empty: Draft = { answers: {}, ticks: [], faults: {}, note: null }

async function sendForm(app: App, reply: FastifyReply, opened: Opened, draft: Draft, status = 200) {
  const { ctx, form, language } = opened
  const purposes = (await findPurposes({ db: app.db, workspaceId: ctx.workspaceId }))
    .filter(({ id, archivedAt }) => archivedAt === null && form.settings.purposeIds.includes(id))
    .map(({ id, text, textVersion }) => ({ id, textVersion, text: inLanguage(text, language) }))
  // One that is shown again stays the page that was filled in: its time goes on.
  const token = draft.token && readPage(app, form.id, draft.token) ? draft.token : signPage(app, form.id)
  const markup = formMarkup(form, purposes, token, language, draft)
  const offered = languages.filter(other => form.settings.title[other])
  return answerVisit(
    reply,
    opened,
    inLanguage(form.settings.title, language),
    html`${markup}${offered.length > 1 && languageLinks(language, offered)}`,
    status,
  )
}

export async function showForm(app: App, request: FastifyRequest, reply: FastifyReply, isEmbedded: boolean) {
  const opened = await open(app, request, reply, isEmbedded)
  return opened ? sendForm(app, reply, opened, empty) : reply
}

export async function answerForm(app: App, request: FastifyRequest, reply: FastifyReply, isEmbedded: boolean) {
  const opened = await open(app, request, reply, isEmbedded)
  if (!opened) return reply
  const { ctx, form } = opened
  if (countSender(app, request.ip) > 0)
    return sendForm(app, reply, opened, { ...empty, note: opened.words('tooMany') }, 429)
  const sent = await readSent(ctx, form, request)
  const language = findLanguage(sent.language ?? '') ?? opened.language
  const there = { ...opened, language, words: wordsFor(pageWords, language) }
  // A program is thanked like anybody else and learns nothing.
  if (sent.isTrapped) return thank(reply, there, false)
  const refusal = refuse(app, there, sent)
  if (refusal) {
    await sent.discard()
    return sendForm(app, reply, there, { ...sent, ...refusal.draft }, refusal.status)
  }
  const isNew = await submitForm(ctx, form, {
    ...sent,
    language,
    nonce: readPage(app, form.id, sent.token)?.nonce ?? null,
    agent: agentFamily(request.headers['user-agent']),
  }).catch(async error => {
    await sent.discard()
    throw error
  })
  if (!isNew) await sent.discard()
  return thank(reply, there, form.settings.isDoubleOptIn && sent.ticks.length > 0)
}

/** Why it is not taken, with what to show; null when it is. */
function refuse(
  app: App,
  { ctx, form, words }: Opened,
  { answers, token }: SentForm,
): { status: number; draft: Pick<Draft, 'faults' | 'note'> } | null {
  const page = readPage(app, form.id, token)
  const isPlain = token === '' && form.settings.takesPlainForms
  const faults = checkAnswers(form.fields, answers)
  if (Object.keys(faults).length > 0) return { status: 400, draft: { faults, note: words('notSent') } }
  if (!page && !isPlain) return { status: 400, draft: { faults, note: words('expired') } }
  if (page && page.seconds < leastSeconds) return { status: 400, draft: { faults, note: words('again') } }
  const email = answerOf(form.fields, answers, 'email')
  if (email === null) return null
  const hash = hashHandle(ctx, { kind: 'email', normal: email.toLowerCase() })
  return countAddress(app, hash) > 0 ? { status: 429, draft: { faults, note: words('tooMany') } } : null
}

/** Says the same whether a mail went out or not: whose address it is, nobody learns here. */
function thank(reply: FastifyReply, opened: Opened, mustConfirm: boolean): FastifyReply {
  const { form, language, words } = opened
  return answerVisit(
    reply,
    opened,
    words('thanks'),
    html`<p>${form.settings.thanks ? inLanguage(form.settings.thanks, language) : words('thanksText')}</p>
      ${mustConfirm && html`<p>${words('checkMail')}</p>`}`,
  )
}
