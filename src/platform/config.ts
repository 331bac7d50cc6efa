import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { z } from 'zod'
import { AppError, type FieldError } from '../kernel/errors.ts'
import { variables, type Variable } from './config/variables.ts'
import type { S3Settings } from './files/s3-file-store.ts'
import type { OutgoingRules } from './http-client/outgoing-rules.ts'
import { mailServerFromUrl, type MailServer } from './mail/mail-server.ts'

export interface Config {
  /** Null: the embedded database. */
  databaseUrl: string | null
  databasePool: number
  dataFolder: string
  /** Null: the one kept in the data folder. */
  secret: string | null
  host: string
  port: number
  /** Set by the operator, so that another port would be a surprise. */
  isPortFixed: boolean
  origin: string
  isOriginFixed: boolean
  trustProxy: false | number | string[]
  requestsPerMinute: number
  /** Null: mail of workspaces without settings of their own stays in the outbox. */
  mail: MailServer | null
  /** Null: files are kept in the data folder. */
  s3: S3Settings | null
  outgoing: OutgoingRules
  workers: number
  seedsDemo: boolean
  logLevel: z.output<typeof variables.LOG_LEVEL.schema>
  metricsToken: string | null
}

export type Environment = Record<string, string | undefined>

const root = resolve(import.meta.dirname, '../..')
const defaultPort = 3000

/** The configuration, or one error that lists everything wrong with it. */
export function loadConfig(env: Environment = environment()): Config {
  const { values, problems } = readVariables(env)
  problems.push(...missingTogether(env))
  if (problems.length > 0) throw new AppError('invalid', sentence(problems), { fields: problems })
  const port = values.PORT ?? defaultPort
  return {
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    dataFolder: resolve(root, values.RAPPORT_DATA),
    secret: values.RAPPORT_SECRET,
    host: values.HOST,
    port,
    isPortFixed: values.PORT !== null,
    origin: values.RAPPORT_ORIGIN ?? localOrigin(port),
    isOriginFixed: values.RAPPORT_ORIGIN !== null,
    trustProxy: values.TRUST_PROXY,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    mail: values.SMTP_URL && values.MAIL_FROM ? mailServerFromUrl(values.SMTP_URL, values.MAIL_FROM) : null,
    s3:
      values.S3_BUCKET && values.S3_ACCESS_KEY_ID && values.S3_SECRET_ACCESS_KEY
        ? {
            endpoint: values.S3_ENDPOINT ?? `https://s3.${values.S3_REGION}.amazonaws.com`,
            region: values.S3_REGION,
            bucket: values.S3_BUCKET,
            accessKeyId: values.S3_ACCESS_KEY_ID,
            secretAccessKey: values.S3_SECRET_ACCESS_KEY,
          }
        : null,
    outgoing: values.OUTGOING_ALLOW,
    workers: values.WORKERS,
    seedsDemo: values.RAPPORT_DEMO,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN,
  }
}

/** The same configuration at the port that was found free. */
export function atPort(config: Config, port: number): Config {
  return { ...config, port, origin: config.isOriginFixed ? config.origin : localOrigin(port) }
}

function localOrigin(port: number): string {
  return `http://localhost:${port}`
}

/** The variables of the process over those of the file `.env` in the clone. */
function environment(): Environment {
  let file = ''
  try {
    file = readFileSync(join(root, '.env'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return withFile(file, process.env)
}

export function withFile(file: string, env: Environment): Environment {
  return { ...parseEnv(file), ...env }
}

type Values = {
  [Name in keyof typeof variables]:
    z.output<(typeof variables)[Name]['schema']> | ((typeof variables)[Name] extends { default: string } ? never : null)
}

/** A variable that is set to nothing counts as not set: that is how compose files pass on what is missing. */
function readVariables(env: Environment): { values: Values; problems: FieldError[] } {
  const problems: FieldError[] = []
  const values: Record<string, unknown> = {}
  for (const [name, declaration] of Object.entries<Variable>(variables)) {
    const text = env[name]?.trim() || declaration.default
    const parsed = text === undefined ? { success: true as const, data: null } : declaration.schema.safeParse(text)
    if (parsed.success) values[name] = parsed.data
    else problems.push({ path: name, message: `${name} ${shown(declaration, text!)}. Use ${declaration.allowed}.` })
  }
  return { values: values as Values, problems }
}

function shown(declaration: Variable, text: string): string {
  if (declaration.isSecret) return `has a wrong value of ${text.length} characters (not shown, as it is secret)`
  return `is "${text.length > 100 ? `${text.slice(0, 100)}…` : text}"`
}

function missingTogether(env: Environment): FieldError[] {
  const needs = (name: string, others: string[]): FieldError[] =>
    env[name]?.trim()
      ? others
          .filter(other => !env[other]?.trim())
          .map(other => ({ path: other, message: `${other} is not set, and ${name} needs it.` }))
      : []
  return [
    ...needs('SMTP_URL', ['MAIL_FROM']),
    ...needs('S3_BUCKET', ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']),
    ...needs('S3_ENDPOINT', ['S3_BUCKET']),
  ]
}

function sentence(problems: FieldError[]): string {
  if (problems.length === 1) return `The configuration cannot be used: ${problems[0]!.message}`
  return `The configuration cannot be used:\n${problems.map(problem => `- ${problem.message}`).join('\n')}`
}

/** All variables as a Markdown table, for the documentation. */
export function configTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const rows = Object.entries<Variable>(variables).map(([name, { about, allowed, ...rest }]) => {
    const standard = rest.defaultShown ?? (rest.default === undefined ? 'not set' : `\`${rest.default}\``)
    return `| \`${name}\` | ${cell(about)} | ${cell(allowed)} | ${cell(standard)} |`
  })
  return ['| Variable | Meaning | Value | Default |', '| --- | --- | --- | --- |', ...rows].join('\n') + '\n'
}
