import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { id, type WorkspaceId } from '../../../kernel/ids.ts'
import type { App, Ctx } from '../../../platform/context.ts'
import { acceptForms, readForm } from '../../../platform/http/form-body.ts'
import { html, languageLinks, pageLanguage, sendPage, type Html } from '../../../platform/http/page.ts'
import { wordsFor } from '../../../platform/languages.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
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

async function openWorkspace(app: App, workspaceId: string): Promise<Ctx | null> {
  if (!id.safeParse(workspaceId).success) return null
  try {
    return await systemCtx(app, workspaceId as WorkspaceId)
  } catch {
    return null
  }
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = pageLanguage(request, 'en')
  const words = wordsFor(pageWords, language)
  return sendPage(
    reply,
    { title: words('notFound'), language, company: 'Rapport', body: html`<p>${words('notFoundText')}</p>` },
    404,
  )
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Ctx,
  title: string,
  body: Html,
  status = 200,
): FastifyReply {
  const language = pageLanguage(request, ctx.workspace.locale)
  const whole = html`${body} ${languageLinks(language)}`
  return sendPage(reply, { title, language, company: ctx.workspace.name, body: whole }, status)
}

const wordsOf = (request: FastifyRequest, ctx: Ctx) => wordsFor(pageWords, pageLanguage(request, ctx.workspace.locale))

async function showForm(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = await openWorkspace(app, keyOf(request))
  return ctx ? sendForm(request, reply, ctx) : notFound(request, reply)
}

function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Ctx,
  fault?: { kind: string; email: string },
): FastifyReply {
  const words = wordsOf(request, ctx)
  const choice = (kind: 'access' | 'erasure', more?: string) =>
    html`<label class="choice"
      ><input type="radio" name="kind" value="${kind}" ${(fault?.kind ?? 'access') === kind && html`checked`} /><span
        >${words(kind)}${more && html`<br /><span class="soft small">${more}</span>`}</span
      ></label
    >`
  return send(
    request,
    reply,
    ctx,
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
  const ctx = await openWorkspace(app, keyOf(request))
  if (!ctx) return notFound(request, reply)
  const form = await readForm(request)
  const kind = form.get('kind') === 'erasure' ? 'erasure' : 'access'
  const address = (form.get('email') ?? '').trim().toLowerCase()
  if (!email.safeParse(address).success) return sendForm(request, reply, ctx, { kind, email: address })
  const language = pageLanguage(request, ctx.workspace.locale)
  if (!form.get('website'))
    await addJob(
      app.db,
      confirmMailJobName,
      { workspaceId: ctx.workspaceId, email: address, kind, language },
      { maxAttempts: 3 },
    )
  const words = wordsOf(request, ctx)
  return send(request, reply, ctx, words('sent'), html`<p>${words('sentText')}</p>`)
}

async function showConfirmation(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = readConfirmation(app, keyOf(request))
  const ctx = asked && (await openWorkspace(app, asked.workspaceId))
  if (!ctx) return notFound(request, reply)
  const words = wordsOf(request, ctx)
  return send(
    request,
    reply,
    ctx,
    words(`confirm-${asked.kind}`),
    html`<p>${words('confirmText', { email: asked.email })}</p>
      ${asked.kind === 'erasure' && html`<p class="soft">${words('erasureText')}</p>`}
      <form method="post"><button>${words(`confirmButton-${asked.kind}`)}</button></form>`,
  )
}

async function answerConfirmation(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = readConfirmation(app, keyOf(request))
  const ctx = asked && (await openWorkspace(app, asked.workspaceId))
  const dueAt = ctx && (await confirmRequest(ctx, asked))
  if (!dueAt) return notFound(request, reply)
  const words = wordsOf(request, ctx)
  const { timeZone } = ctx.workspace
  const day = new Intl.DateTimeFormat(pageLanguage(request, ctx.workspace.locale), {
    dateStyle: 'long',
    timeZone,
  }).format(dueAt)
  return send(request, reply, ctx, words('received'), html`<p>${words('receivedText', { day })}</p>`)
}

async function showExport(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const shared = await findSharedExport(app, keyOf(request))
  const ctx = shared && (await openWorkspace(app, shared.workspaceId))
  if (!ctx) return notFound(request, reply)
  const words = wordsOf(request, ctx)
  return send(
    request,
    reply,
    ctx,
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
