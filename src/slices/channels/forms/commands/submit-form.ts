import { newId } from '../../../../kernel/ids.ts'
import { excerpt } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { record } from '../../../../platform/events/record.ts'
import { queueMail } from '../../../../platform/mail/outgoing-mail.ts'
import {
  findPurposes,
  hashHandle,
  recordConsents,
  requestConsents,
  suppressionsOf,
} from '../../../customers/consent/public.ts'
import { updateFile } from '../../../customers/files/public.ts'
import { intake } from '../../../customers/identity/public.ts'
import { notify } from '../../../workspace/notifications/public.ts'
import { formEvents } from '../events.ts'
import { answerOf, type Answers, type Form } from '../form.ts'
import { acknowledgementMail } from '../mails.ts'
import { insertSubmission, isAcknowledged, setAcknowledged } from '../store.ts'
import { lockContact } from '../../../customers/contacts/public.ts'

export interface Sent {
  answers: Answers
  /** Ticked boxes of consent: the purpose, and after a dot the wording that was shown. */
  ticks: string[]
  fileIds: string[]
  nonce: string | null
  language: string
  agent: string | null
}

const hourMs = 3600_000

/** Keeps what was sent, finds or makes the contact, and tells whoever looks after the form. False: it is here already. */
export async function submitForm(ctx: Ctx, form: Form, sent: Sent): Promise<boolean> {
  return inTransaction(ctx, async ctx => {
    const { answers, fileIds, nonce, language, agent } = sent
    const id = newId()
    const email = answerOf(form.fields, answers, 'email')?.toLowerCase() ?? null
    const handle = email === null ? null : { kind: 'email', normal: email }
    const hash = handle && hashHandle(ctx, handle)
    const purposes = (await findPurposes(ctx)).filter(
      purpose =>
        purpose.archivedAt === null &&
        form.settings.purposeIds.includes(purpose.id) &&
        sent.ticks.some(tick => purposeOf(tick) === purpose.id),
    )
    const consents = purposes.map(({ id: purposeId, textVersion }) => ({
      purposeId,
      textVersion: shownVersion(sent.ticks, purposeId, textVersion),
    }))
    const isNew = await insertSubmission(ctx, {
      id,
      formId: form.id,
      answers,
      consents,
      fileIds,
      nonce,
      language,
      address: ctx.address,
      agent,
      hash,
      createdAt: ctx.now(),
    })
    if (!isNew) return false
    const contact = await findContact(ctx, form, answers)
    if (contact) {
      await updateRows(ctx, 'formSubmissions', id, { contactId: contact.contactId })
      await updateFile(ctx, fileIds, { contactId: contact.contactId })
      await lockContact(ctx, contact.rootId)
    }
    const message = answerOf(form.fields, answers, 'long-text') ?? answerOf(form.fields, answers, 'text')
    const keys = { id, contactId: contact?.contactId ?? null, companyId: contact?.companyId ?? null }
    const data = {
      formId: form.id,
      form: form.name,
      excerpt: message ? excerpt(message) : null,
      files: fileIds.length,
    }
    await record(ctx, [formEvents.submitted(keys, data, { channel: 'form' })])
    if (contact && email !== null) {
      const wasAsked = await askConsent(ctx, form, sent, { ...contact, email }, consents)
      await acknowledge(ctx, form, { id, email, hash: hash!, language, wasAsked })
    }
    if (form.ownerId) {
      const who = answerOf(form.fields, answers, 'name') ?? email ?? form.name
      await notify(ctx, [
        {
          memberId: form.ownerId,
          kind: 'form.submitted',
          title: `${form.name}: ${excerpt(who, 80)}`,
          link: contact ? `/contacts/${contact.rootId}` : `/forms/${form.id}`,
          sourceKey: `form.submitted:${id}`,
        },
      ])
    }
    return true
  })
}

export function purposeOf(tick: string): string {
  return tick.split('.')[0]!
}

/** The wording that the page showed; today's where it does not say, or says one that never was. */
function shownVersion(ticks: string[], purposeId: string, today: number): number {
  const version = Number(ticks.find(tick => purposeOf(tick) === purposeId)?.split('.')[1])
  return Number.isInteger(version) && version >= 1 && version < today ? version : today
}

/** Null when nothing that was sent tells who it is. */
async function findContact(ctx: Ctx, form: Form, answers: Answers) {
  const handles = form.fields.flatMap(({ key, kind }) => {
    const value = answers[key]?.trim()
    return (kind === 'email' || kind === 'phone') && value ? [{ kind, value }] : []
  })
  if (handles.length === 0) return null
  const name = answerOf(form.fields, answers, 'name')
  const [person] = await intake(ctx, [
    { handles, at: ctx.now(), source: 'form', traits: name === null ? {} : { name } },
  ])
  return person ?? null
}

/** Whether a mail that asks for confirmation went out. */
async function askConsent(
  ctx: Ctx,
  form: Form,
  { language, agent }: Sent,
  { contactId, email }: { contactId: string; email: string },
  consents: { purposeId: string; textVersion: number }[],
): Promise<boolean> {
  if (consents.length === 0) return false
  const handle = { kind: 'email', normal: email }
  const [suppressions] = await suppressionsOf(ctx, [handle])
  const record = { contactId, saidBy: 'customer', how: 'form', agent, language } as const
  const purposes = consents.map(
    ({ purposeId: purpose, textVersion }) => ({ purpose, textVersion, channel: 'email' }) as const,
  )
  if (form.settings.isDoubleOptIn || suppressions!.length > 0) {
    const outcome = await requestConsents(ctx, { ...record, purposes, email })
    return outcome === 'sent'
  }
  await recordConsents(
    ctx,
    purposes.map(purpose => ({ ...record, ...purpose, state: 'granted', handle })),
  )
  return false
}

/** One mail an hour at most to an address, whoever typed it, and none to one that complained or does not exist. */
async function acknowledge(
  ctx: Ctx,
  form: Form,
  {
    id,
    email,
    hash,
    language,
    wasAsked,
  }: { id: string; email: string; hash: Buffer; language: string; wasAsked: boolean },
): Promise<void> {
  const now = ctx.now()
  if (wasAsked) return setAcknowledged(ctx, id, now)
  if (!form.settings.doesAcknowledge) return
  if (await isAcknowledged(ctx, hash, new Date(now.getTime() - hourMs))) return
  const [suppressions] = await suppressionsOf(ctx, [{ kind: 'email', normal: email }])
  if (suppressions!.some(({ reason }) => reason !== 'unsubscribed')) return
  await queueMail(ctx, acknowledgementMail(email, language, { company: ctx.workspace.name }))
  await setAcknowledged(ctx, id, now)
}
