import { z } from 'zod'
import { minSecretLength } from '../crypto/load-secret.ts'
import { outgoingRules, parseRange } from '../http-client/outgoing-rules.ts'
import { isSmtpUrl } from '../mail/mail-server.ts'
import { parseMailbox } from '../mail/mailbox.ts'

/** One environment variable: how its text is read and how it is explained. */
export interface Variable<S extends z.ZodType<unknown, string> = z.ZodType<unknown, string>> {
  schema: S
  /** Completes the sentence "Use …". */
  allowed: string
  about: string
  /** Text used when the variable is not set; without one the value is null. */
  default?: string
  /** What the documentation says in place of `default`. */
  defaultShown?: string
  isSecret?: boolean
}

function variable<const V extends Variable>(declaration: V): V {
  return declaration
}

const text = z.string()
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

/** `read` where it neither throws nor gives null. */
function readBy<T>(read: (text: string) => T | null) {
  return z.string().transform((value, context) => {
    try {
      const result = read(value)
      if (result !== null) return result
    } catch {
      // Reported like a null.
    }
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })
}

export const variables = {
  DATABASE_URL: variable({
    schema: z.string().regex(/^postgres(ql)?:\/\/\S+$/),
    allowed: 'an address such as postgres://user:password@host:5432/rapport',
    about: 'The PostgreSQL database (15 or newer). Without it Rapport runs one of its own in `RAPPORT_DATA`.',
    defaultShown: 'an embedded PostgreSQL',
    isSecret: true,
  }),
  DATABASE_POOL: variable({
    schema: wholeNumber(1, 500),
    allowed: 'a whole number from 1 to 500',
    about: 'Connections to the database that serve requests. Workers and live updates need a few more.',
    default: '10',
  }),
  RAPPORT_DATA: variable({
    schema: text,
    allowed: 'a folder',
    about:
      'Where everything is kept that is not in the database of `DATABASE_URL`. A relative path starts at the clone.',
    default: '.rapport',
  }),
  RAPPORT_SECRET: variable({
    schema: z.string().min(minSecretLength),
    allowed: `at least ${minSecretLength} random characters`,
    about:
      'The key with which stored passwords are encrypted and links are signed. Keep a copy: it cannot be replaced.',
    defaultShown: 'made on first start and kept in `RAPPORT_DATA/secret`',
    isSecret: true,
  }),
  HOST: variable({
    schema: z.string().regex(/^[\w.:-]{1,253}$/),
    allowed: 'an address or host name of this machine, such as 127.0.0.1 or 0.0.0.0',
    about: 'The address at which Rapport listens. `0.0.0.0` or `::` lets other machines in.',
    default: '127.0.0.1',
  }),
  PORT: variable({
    schema: wholeNumber(0, 65_535),
    allowed: 'a whole number from 0 to 65535',
    about: 'The port at which Rapport listens. When it is not set and 3000 is taken, the next free port is used.',
    defaultShown: '3000',
  }),
  RAPPORT_ORIGIN: variable({
    schema: readBy(readOrigin),
    allowed: 'an address such as https://rapport.example.com, without a path',
    about: 'The address at which people reach Rapport; links in mail start with it.',
    defaultShown: '`http://localhost:PORT`',
  }),
  TRUST_PROXY: variable({
    schema: readBy(readTrustProxy),
    allowed:
      'false, the number of proxies in front of Rapport, or their addresses such as 10.0.0.0/8, separated by commas',
    about: 'Which `X-Forwarded-*` headers are believed. Set it when a proxy stands in front, and only then.',
    default: 'false',
  }),
  REQUESTS_PER_MINUTE: variable({
    schema: wholeNumber(0, 10_000_000),
    allowed: 'a whole number, or 0 for no limit',
    about: 'How many requests one address may make in a minute.',
    default: '1200',
  }),
  SMTP_URL: variable({
    schema: z.string().refine(isSmtpUrl),
    allowed:
      'an address such as smtps://user:password@mail.example.com:465 or smtp://mail.example.com:587, with ?tls=required or ?tls=off if need be',
    about:
      'The server that sends mail for workspaces without mail settings of their own. Without any, mail stays in the outbox.',
    isSecret: true,
  }),
  MAIL_FROM: variable({
    schema: readBy(parseMailbox),
    allowed: 'a sender such as Rapport <no-reply@example.com>',
    about: 'The sender of mail that goes through `SMTP_URL`.',
  }),
  S3_BUCKET: variable({
    schema: z.string().regex(/^[\w.-]{3,63}$/),
    allowed: 'the name of a bucket',
    about: 'The bucket of an S3-compatible store in which files are kept.',
    defaultShown: 'files are kept in `RAPPORT_DATA/files`',
  }),
  S3_ENDPOINT: variable({
    schema: readBy(readOrigin),
    allowed: 'an address such as https://s3.example.com, without a path',
    about: 'The address of the store.',
    defaultShown: 'Amazon S3 in `S3_REGION`',
  }),
  S3_REGION: variable({
    schema: z.string().regex(/^[\w-]{1,63}$/),
    allowed: 'a region such as eu-central-1',
    about: 'The region of the bucket.',
    default: 'us-east-1',
  }),
  S3_ACCESS_KEY_ID: variable({
    schema: text,
    allowed: 'an access key id',
    about: 'The access key of the store.',
    isSecret: true,
  }),
  S3_SECRET_ACCESS_KEY: variable({
    schema: text,
    allowed: 'a secret access key',
    about: 'The secret that belongs to `S3_ACCESS_KEY_ID`.',
    isSecret: true,
  }),
  OUTGOING_ALLOW: variable({
    schema: readBy(outgoingRules),
    allowed: 'host names, addresses or ranges such as mail.internal, 10.0.0.0/8, separated by commas',
    about: 'Private hosts that webhooks, mail servers and other outgoing calls may reach. Public ones always may be.',
    default: '',
    defaultShown: 'none',
  }),
  WORKERS: variable({
    schema: wholeNumber(0, 100),
    allowed: 'a whole number from 0 to 100',
    about: 'How many jobs this process works on at once; 0 leaves them to other processes (`rapport worker`).',
    default: '4',
  }),
  RAPPORT_DEMO: variable({
    schema: z.stringbool(),
    allowed: 'true or false',
    about: 'Whether the first start on an empty database makes the demo company.',
    default: 'true',
  }),
  LOG_LEVEL: variable({
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    allowed: 'fatal, error, warn, info, debug, trace or silent',
    about: 'The least severe messages that are logged.',
    default: 'info',
  }),
  METRICS_TOKEN: variable({
    schema: z.string().regex(/^\S+$/),
    allowed: 'characters without spaces',
    about: 'What a Prometheus server must send as bearer token to read `/metrics`.',
    defaultShown: 'anyone who reaches the port may read them',
    isSecret: true,
  }),
}

function readOrigin(value: string): string | null {
  const url = URL.parse(value)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.href === `${url.origin}/` ? url.origin : null
}

function readTrustProxy(value: string): false | number | string[] | null {
  if (value === 'false') return false
  if (/^\d{1,2}$/.test(value)) return Number(value) === 0 ? false : Number(value)
  const ranges = value.split(',').map(entry => entry.trim())
  return ranges.every(range => parseRange(range)) ? ranges : null
}
