import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { countryCode, languageTag, lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { currency } from '../../../kernel/money.ts'
import { itemsOf } from '../../../kernel/page.ts'
import { timeZone } from '../../../kernel/time.ts'

const words = defineMessages('settings.schema', {
  host: 'Use a host such as smtp.example.com.',
  domain: 'Use a domain such as example.com.',
  selector: 'Use a short name such as rapport.',
})

export const workspaceSettings = z.object({
  id,
  name: z.string(),
  country: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  isDemo: z.boolean(),
  createdAt: z.string(),
})
export type WorkspaceSettings = z.output<typeof workspaceSettings>

/** Where a workspace is and how it counts, as it is set up. */
export const settings = { country: countryCode, currency, timeZone, locale: languageTag }
export const settingsPatch = z.strictObject({ name: lineOf(120).min(1), ...settings }).partial()
export type SettingsPatch = z.output<typeof settingsPatch>

export const exchangeRate = z.object({
  currency: z.string(),
  /** Units of the workspace's currency for one unit of this one. */
  rate: z.number(),
  updatedAt: z.string(),
})
export type ExchangeRate = z.output<typeof exchangeRate>

export const tlsModes = ['implicit', 'required', 'when-offered', 'off'] as const
const mailServer = {
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[\w.:-]+$/, refusal(words, 'host')),
  port: z.int().min(1).max(65535),
  /** From the first byte, by STARTTLS, by STARTTLS where the server offers it, or not at all. */
  tls: z.enum(tlsModes),
  user: z.string().max(320).nullable(),
  from: z.strictObject({ name: z.string().trim().max(120).nullable(), address: z.string().trim().max(254) }),
}

const dkim = {
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, refusal(words, 'domain')),
  selector: z
    .string()
    .trim()
    .toLowerCase()
    .max(63)
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, refusal(words, 'selector')),
}

export const mailSettings = z.object({
  /** Null: the instance's server sends, or mail waits in the outbox where there is none. */
  own: z
    .object({
      ...mailServer,
      hasPassword: z.boolean(),
      /** How mails are signed, and the TXT record that DNS must hold for it. */
      dkim: z
        .object({
          domain: z.string(),
          selector: z.string(),
          record: z.object({ name: z.string(), value: z.string() }),
        })
        .nullable(),
    })
    .nullable(),
  hasInstanceServer: z.boolean(),
})
export type MailSettings = z.output<typeof mailSettings>

/**
 * Without `password` or `dkim` the one before is kept; null removes it. Without a private key (RSA, PEM) one is made,
 * unless there is one for the same domain and selector.
 */
export const mailInput = z.strictObject({
  ...mailServer,
  password: z.string().min(1).max(1000).nullish(),
  dkim: z.strictObject({ ...dkim, privateKey: z.string().max(10_000).optional() }).nullish(),
})
export type MailInput = z.output<typeof mailInput>

const rates = itemsOf(exchangeRate)

const { get, patch, put, remove, post } = endpointsOf('settings', { read: 'workspace', write: 'settings:manage' })

export const getSettings = get('/settings', 'Get the settings of the workspace', {
  response: workspaceSettings,
})
export const changeSettings = patch('/settings', 'Change the settings of the workspace', {
  body: settingsPatch,
  response: workspaceSettings,
})
export const listExchangeRates = get('/settings/exchange-rates', 'List the exchange rates used for new amounts', {
  response: rates,
})
export const setExchangeRates = put(
  '/settings/exchange-rates',
  'Replace the exchange rates; amounts recorded before keep theirs',
  {
    body: z.strictObject({
      items: z.array(z.strictObject({ currency, rate: z.number().positive().max(1e12) })).max(200),
    }),
    response: rates,
  },
)

export const getMailSettings = get('/settings/mail', 'Get the mail server of the workspace', {
  access: 'mail:manage',
  response: mailSettings,
})
export const setMailSettings = put('/settings/mail', 'Set the mail server of the workspace', {
  access: 'mail:manage',
  holdsSecret: true,
  body: mailInput,
  response: mailSettings,
})
export const removeMailSettings = remove('/settings/mail', 'Go back to the mail server of the instance', {
  access: 'mail:manage',
})
export const sendTestMail = post('/settings/mail/test', 'Send a test mail to my own address', {
  access: 'mail:manage',
  response: z.object({ to: z.string(), isSent: z.boolean(), error: z.string().nullable() }),
})
