import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { deleteRows, findRows, insertRow } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { languages, textIn } from '../../../platform/languages.ts'
import { agentFamily, findPurposes } from '../../customers/consent/public.ts'
import { refold } from '../../customers/facts/public.ts'
import type { DemoPart, DemoWorld } from '../../workspace/demo/public.ts'
import { formEvents } from './events.ts'

const words = defineMessages('forms.demo', {
  yourName: 'Your name',
  email: 'E-mail',
  whatIsItAbout: 'What is it about?',
  anOrder: 'An order',
  aReturn: 'A return',
  somethingElse: 'Something else',
  yourMessage: 'Your message',
  photo: 'Photo',
  contactUs: 'Contact us',
  weAnswerWithinOneWorking: 'We answer within one working day.',
  sendMessage: 'Send message',
  thankYouWeWillGet: 'Thank you. We will get back to you soon.',
})

const day = 24 * 3600_000

const messages = [
  ['An order', 'My parcel has been at the depot since Monday. When will it come?'],
  ['A return', 'The jacket is lovely but one size too small. Can I exchange it?'],
  ['Something else', 'Do you ship to Slovakia, and what does it cost?'],
  ['An order', 'Could you add a gift note to the order that I placed this morning?'],
  ['Something else', 'I would like a quote for twelve pieces for our team.'],
  ['A return', 'Sent back last week. Has it reached you yet?'],
] as const

/** A form "Contact us" with what some of the best customers sent through it. */
export const demo: DemoPart = { seed, remove }

async function seed(ctx: Ctx, world: DemoWorld): Promise<void> {
  const { workspaceId } = ctx
  const now = ctx.now().getTime()
  const owner = world.staff.filter(({ role }) => role === 'manager').toSorted((a, b) => (a.name < b.name ? -1 : 1))[0]
  const customers = world.customers.slice(0, 14)
  const newsletter = (await findPurposes(ctx)).find(({ key }) => key === 'newsletter')!
  const form = { id: newId(), name: 'Contact us', slug: `contact-us-${workspaceId.slice(-6)}` }
  await insertRow(ctx, 'formSlugs', { slug: form.slug, formId: form.id })
  await insertRow(ctx, 'forms', {
    ...form,
    fields,
    settings: { ...settings, purposeIds: [newsletter.id] },
    ownerId: owner?.id ?? null,
    isDemo: true,
    createdAt: new Date(now - 200 * day),
    updatedAt: new Date(now - 20 * day),
  })
  for (const [index, { id: contactId, name, email, language, createdAt }] of customers.entries()) {
    const [about, message] = messages[index % messages.length]!
    const id = newId()
    const at = new Date(Math.min(now - 3600_000, Math.max(createdAt.getTime() + day, now - (index * 2 + 0.3) * day)))
    await insertRow(ctx, 'formSubmissions', {
      id,
      formId: form.id,
      contactId,
      answers: { name, email, about, message },
      consents: index % 2 === 0 ? [{ purposeId: newsletter.id, textVersion: newsletter.textVersion }] : [],
      language: language === 'cs' ? 'cs' : 'en',
      address: '198.51.100.0/24',
      agent: agentFamily('iPhone Safari/'),
      isDemo: true,
      createdAt: at,
    })
    const data = { formId: form.id, form: form.name, excerpt: message, files: 0 }
    const keys = { id, contactId, companyId: null }
    await record(ctx, [formEvents.submitted(keys, data, { channel: 'form', occurredAt: at })], true)
  }
  const ids = customers.map(({ id }) => id)
  await refold(ctx, 'contact', ids)
}

async function remove(ctx: Ctx): Promise<void> {
  const forms = await findRows(ctx, 'forms', ['id'], { isDemo: true })
  await deleteRows(ctx, 'formSlugs', { formId: forms.map(({ id }) => id) })
  await deleteRows(ctx, 'formSubmissions', { isDemo: true })
  await deleteRows(ctx, 'forms', { isDemo: true })
}

/** A text of the form in every language, as people type them. */
const inAll = (key: keyof (typeof words)['english']) =>
  Object.fromEntries(languages.map(language => [language, textIn(say(words, key), language)]))

const fields = [
  { key: 'name', kind: 'name', label: inAll('yourName'), isRequired: true },
  { key: 'email', kind: 'email', label: inAll('email'), isRequired: true },
  {
    key: 'about',
    kind: 'choice',
    label: inAll('whatIsItAbout'),
    isRequired: true,
    options: [inAll('anOrder'), inAll('aReturn'), inAll('somethingElse')],
  },
  { key: 'message', kind: 'long-text', label: inAll('yourMessage'), isRequired: true },
  { key: 'photo', kind: 'file', label: inAll('photo'), isRequired: false },
]

const settings = {
  title: inAll('contactUs'),
  intro: inAll('weAnswerWithinOneWorking'),
  button: inAll('sendMessage'),
  thanks: inAll('thankYouWeWillGet'),
  isDoubleOptIn: true,
  doesAcknowledge: true,
  embedOrigins: [],
  takesPlainForms: false,
  accent: null,
}
