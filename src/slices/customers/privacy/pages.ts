import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dayIn } from '../../../kernel/time.ts'
import type { App } from '../../../platform/context.ts'
import { html, languageLinks, type Html } from '../../../platform/http/page.ts'
import { mountPages, openVisit, sendNotFound, visitPage, type Said, type Visit } from '../../../platform/http/visit.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { confirmRequest } from './commands/confirm-request.ts'
import { findSharedExport, openSharedExport } from './commands/export-person.ts'
import { readConfirmation } from './confirmation.ts'
import { confirmMailJobName } from './jobs/confirm-mail.ts'
import { pageWords } from './page-words.ts'

type Visitor = Visit<(typeof pageWords)['english']>

const email = z.email().max(320)

function said({ language }: Visitor, title: string, body: Html, status?: number): Said {
  return { title, body: html`${body} ${languageLinks(language)}`, ...(status ? { status } : {}) }
}

const formPage = visitPage({
  url: '/privacy/:key',
  open: (app, request, key) => openVisit(app, request, key, pageWords),
  show: visit => formOf(visit),
  /** Answers the same whether the address is known or not, after the same work. */
  async answer(visit, form) {
    const { ctx, language, words } = visit
    const kind = form.get('kind') === 'erasure' ? 'erasure' : 'access'
    const address = (form.get('email') ?? '').trim().toLowerCase()
    if (!email.safeParse(address).success) return formOf(visit, { kind, email: address })
    const asked = { email: address, kind, language }
    if (!form.get('website')) await addJob(ctx, confirmMailJobName, asked, { maxAttempts: 3 })
    return said(visit, words('sent'), html`<p>${words('sentText')}</p>`)
  },
})

function formOf(visit: Visitor, fault?: { kind: string; email: string }): Said {
  const { ctx, words } = visit
  const choice = (kind: 'access' | 'erasure', more?: string) =>
    html`<label class="choice"
      ><input type="radio" name="kind" value="${kind}" ${(fault?.kind ?? 'access') === kind && html`checked`} /><span
        >${words(kind)}${more && html`<br /><span class="soft small">${more}</span>`}</span
      ></label
    >`
  return said(
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
    fault && 400,
  )
}

const confirmationPage = visitPage({
  url: '/privacy/confirm/:key',
  async open(app, request, key) {
    const asked = readConfirmation(app, key)
    const visit = asked && (await openVisit(app, request, asked.workspaceId, pageWords))
    return visit && { ...visit, asked }
  },
  show(visit) {
    const { asked, words } = visit
    return said(
      visit,
      words(`confirm-${asked.kind}`),
      html`<p>${words('confirmText', { email: asked.email })}</p>
        ${asked.kind === 'erasure' && html`<p class="soft">${words('erasureText')}</p>`}
        <form method="post"><button>${words(`confirmButton-${asked.kind}`)}</button></form>`,
    )
  },
  async answer(visit) {
    const { ctx, asked, words } = visit
    const dueAt = await confirmRequest(ctx, asked)
    if (!dueAt) return null
    const day = { day: dayIn(dueAt, ctx.workspace.timeZone) }
    return said(visit, words('received'), html`<p>${words('receivedText', { day })}</p>`)
  },
})

const exportPage = visitPage({
  url: '/privacy/exports/:key',
  async open(app, request, key) {
    const shared = await findSharedExport(app, key)
    const visit = shared && (await openVisit(app, request, shared.workspaceId, pageWords))
    return visit && { ...visit, key }
  },
  show(visit) {
    const { key, words } = visit
    return said(
      visit,
      words('download'),
      html`<p>${words('downloadText')}</p>
        <p><a class="button" href="/privacy/exports/${key}/file" download>${words('downloadButton')}</a></p>`,
    )
  },
})

/** The pages on which customers ask for their data or its erasure, and get it. */
export async function mount(server: FastifyInstance, app: App): Promise<void> {
  await mountPages(pageWords, [formPage, confirmationPage, exportPage])(server, app)
  server.get<{ Params: { key: string } }>('/privacy/exports/:key/file', async (request, reply) => {
    const found = await openSharedExport(app, request.params.key)
    if (!found) return sendNotFound(request, reply, pageWords)
    const { body, mediaType, headers } = found
    return reply.headers(headers).header('x-content-type-options', 'nosniff').type(mediaType).send(body)
  })
}
