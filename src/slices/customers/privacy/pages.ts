import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../../platform/context.ts'
import { acceptForms, readForm } from '../../../platform/http/form-body.ts'
import { html, languageLinks, type Html } from '../../../platform/http/page.ts'
import { answerVisit, openVisit, sendNotFound, type Visit } from '../../../platform/http/visit.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { confirmRequest } from './commands/confirm-request.ts'
import { findSharedExport, openSharedExport } from './commands/export-person.ts'
import { readConfirmation } from './confirmation.ts'
import { confirmMailJobName } from './jobs/confirm-mail.ts'
import { pageWords } from './page-words.ts'

/** The pages on which customers ask for their data or its erasure, and get it. Nothing changes by opening one. */
export async function mount(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async scope => {
    acceptForms(scope)
    scope.get('/privacy/:key', (request, reply) => showForm(app, request, reply))
    scope.post('/privacy/:key', (request, reply) => answerForm(app, request, reply))
    scope.get('/privacy/confirm/:key', (request, reply) => showConfirmation(app, request, reply))
    scope.post('/privacy/confirm/:key', (request, reply) => answerConfirmation(app, request, reply))
    scope.get('/privacy/exports/:key', (request, reply) => showExport(app, request, reply))
    scope.get('/privacy/exports/:key/file', (request, reply) => sendFile(app, request, reply))
  })
}

const email = z.email().max(320)
const keyOf = (request: FastifyRequest) => (request.params as { key: string }).key

type Words = (typeof pageWords)['english']

const open = (app: App, request: FastifyRequest, workspaceId: string) => openVisit(app, request, workspaceId, pageWords)
const notFound = (request: FastifyRequest, reply: FastifyReply) => sendNotFound(request, reply, pageWords)

function send(reply: FastifyReply, visit: Visit<Words>, title: string, body: Html, status?: number): FastifyReply {
  return answerVisit(reply, visit, title, html`${body} ${languageLinks(visit.language)}`, status)
}

async function showForm(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await open(app, request, keyOf(request))
  return visit ? sendForm(reply, visit) : notFound(request, reply)
}

function sendForm(reply: FastifyReply, visit: Visit<Words>, fault?: { kind: string; email: string }): FastifyReply {
  const { ctx, words } = visit
  const choice = (kind: 'access' | 'erasure', more?: string) =>
    html`<label class="choice"
      ><input type="radio" name="kind" value="${kind}" ${(fault?.kind ?? 'access') === kind && html`checked`} /><span
        >${words(kind)}${more && html`<br /><span class="soft small">${more}</span>`}</span
      ></label
    >`
  return send(
    reply,
    visit,
    words('title'),
    html`<p>${words('intro', { company: ctx.workspace.name })}</p>
      <form method="post">
        <fieldset>${choice('access')}${choice('erasure', words('erasureText'))}</fieldset>
        <label for="email">${words('email')}</label>
        <input id="email" name="email" type="email" autocomplete="email" required maxlength="320" value="${fault?.email}" ${fault && html`aria-invalid="true" aria-describedby="fault"`} />
        ${fault && html`<p class="bad small" id="fault" role="alert">${words('badEmail')}</p>`}
        <p class="trap" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off" /></p>
        <button>${words('ask')}</button>
      </form>`,
    fault ? 400 : 200,
  )
}

/** Answers the same whether the address is known or not, after the same work. */
async function answerForm(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await open(app, request, keyOf(request))
  if (!visit) return notFound(request, reply)
  const { ctx, language, words } = visit
  const form = await readForm(request)
  const kind = form.get('kind') === 'erasure' ? 'erasure' : 'access'
  const address = (form.get('email') ?? '').trim().toLowerCase()
  if (!email.safeParse(address).success) return sendForm(reply, visit, { kind, email: address })
  if (!form.get('website'))
    await addJob(
      app.db,
      confirmMailJobName,
      { workspaceId: ctx.workspaceId, email: address, kind, language },
      { maxAttempts: 3 },
    )
  return send(reply, visit, words('sent'), html`<p>${words('sentText')}</p>`)
}

async function showConfirmation(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = readConfirmation(app, keyOf(request))
  const visit = asked && (await open(app, request, asked.workspaceId))
  if (!visit) return notFound(request, reply)
  const { words } = visit
  return send(
    reply,
    visit,
    words(`confirm-${asked.kind}`),
    html`<p>${words('confirmText', { email: asked.email })}</p>
      ${asked.kind === 'erasure' && html`<p class="soft">${words('erasureText')}</p>`}
      <form method="post"><button>${words(`confirmButton-${asked.kind}`)}</button></form>`,
  )
}

async function answerConfirmation(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = readConfirmation(app, keyOf(request))
  const visit = asked && (await open(app, request, asked.workspaceId))
  const dueAt = visit && (await confirmRequest(visit.ctx, asked))
  if (!dueAt) return notFound(request, reply)
  const { ctx, language, words } = visit
  const { timeZone } = ctx.workspace
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(dueAt)
  return send(reply, visit, words('received'), html`<p>${words('receivedText', { day })}</p>`)
}

async function showExport(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const shared = await findSharedExport(app, keyOf(request))
  const visit = shared && (await open(app, request, shared.workspaceId))
  if (!visit) return notFound(request, reply)
  const { words } = visit
  return send(
    reply,
    visit,
    words('download'),
    html`<p>${words('downloadText')}</p>
      <p><a class="button" href="/privacy/exports/${keyOf(request)}/file" download>${words('downloadButton')}</a></p>`,
  )
}

async function sendFile(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!(await findSharedExport(app, keyOf(request)))) return notFound(request, reply)
  const { body, mediaType, headers } = await openSharedExport(app, keyOf(request))
  return reply.headers(headers).header('x-content-type-options', 'nosniff').type(mediaType).send(body)
}
