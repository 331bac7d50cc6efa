import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../kernel/errors.ts'
import { atPort, configTable, loadConfig, withFile, type Environment } from './config.ts'
import { choosePort } from './config/choose-port.ts'
import { variables } from './config/variables.ts'
import { isAllowedAddress } from './http-client/outgoing-rules.ts'

const clone = resolve(import.meta.dirname, '../..')

function refusal(env: Environment): AppError {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The configuration was accepted.')
}

describe('loadConfig', () => {
  it('needs nothing to be set', () => {
    expect(loadConfig({})).toMatchObject({
      databaseUrl: null,
      databasePool: 10,
      dataFolder: resolve(clone, '.rapport'),
      secret: null,
      host: '127.0.0.1',
      port: 3000,
      isPortFixed: false,
      origin: 'http://localhost:3000',
      isOriginFixed: false,
      trustProxy: false,
      requestsPerMinute: 1200,
      mail: null,
      s3: null,
      workers: 4,
      seedsDemo: true,
      logLevel: 'info',
      metricsToken: null,
    })
  })

  it('takes a variable that is set to nothing as not set', () => {
    const empty = Object.fromEntries(Object.keys(variables).map(name => [name, ' ']))
    expect({ ...loadConfig(empty), outgoing: null }).toEqual({ ...loadConfig({}), outgoing: null })
  })

  it('reads every variable', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgres://u:p@db/rapport',
      DATABASE_POOL: '25',
      RAPPORT_DATA: 'a folder/data',
      RAPPORT_SECRET: 's'.repeat(32),
      HOST: '0.0.0.0',
      PORT: '8080',
      RAPPORT_ORIGIN: 'https://Rapport.example.com/',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      REQUESTS_PER_MINUTE: '0',
      SMTP_URL: 'smtp://user%40x:p%3Aw@mail.internal:2525?tls=required',
      MAIL_FROM: 'Rapport <no-reply@example.com>',
      S3_BUCKET: 'files',
      S3_REGION: 'eu-west-3',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'key',
      OUTGOING_ALLOW: '10.1.0.0/16',
      WORKERS: '0',
      RAPPORT_DEMO: 'false',
      LOG_LEVEL: 'warn',
      METRICS_TOKEN: 'token',
    })
    expect(config).toMatchObject({
      databaseUrl: 'postgres://u:p@db/rapport',
      databasePool: 25,
      dataFolder: resolve(clone, 'a folder/data'),
      secret: 's'.repeat(32),
      host: '0.0.0.0',
      port: 8080,
      isPortFixed: true,
      origin: 'https://rapport.example.com',
      isOriginFixed: true,
      trustProxy: ['10.0.0.0/8', '::1'],
      requestsPerMinute: 0,
      mail: {
        host: 'mail.internal',
        port: 2525,
        tls: 'required',
        user: 'user@x',
        password: 'p:w',
        from: { name: 'Rapport', address: 'no-reply@example.com' },
      },
      s3: { endpoint: 'https://s3.eu-west-3.amazonaws.com', region: 'eu-west-3', bucket: 'files' },
      workers: 0,
      seedsDemo: false,
      logLevel: 'warn',
      metricsToken: 'token',
    })
    expect(isAllowedAddress(config.outgoing, '10.1.2.3')).toBe(true)
  })

  it.each([
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_POOL', '0'],
    ['RAPPORT_SECRET', 'short'],
    ['HOST', 'http://x'],
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PORT', '0x50'],
    ['RAPPORT_ORIGIN', 'rapport.example.com'],
    ['RAPPORT_ORIGIN', 'https://example.com/rapport'],
    ['RAPPORT_ORIGIN', 'https://user:pass@example.com'],
    ['RAPPORT_ORIGIN', 'ftp://example.com'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/8,nonsense'],
    ['REQUESTS_PER_MINUTE', 'many'],
    ['SMTP_URL', 'mail.internal'],
    ['SMTP_URL', 'https://mail.example.com'],
    ['SMTP_URL', 'smtp://mail.example.com?tls=maybe'],
    ['SMTP_URL', 'smtp://mail.example.com?tls.rejectUnauthorized=false'],
    ['SMTP_URL', 'smtp://%zz@mail.example.com'],
    ['MAIL_FROM', 'Rapport'],
    ['MAIL_FROM', 'Rapport <a@example.com'],
    ['S3_BUCKET', 'a/b'],
    ['S3_ENDPOINT', 's3.example.com'],
    ['OUTGOING_ALLOW', '10.0.0.0/40'],
    ['WORKERS', 'two'],
    ['RAPPORT_DEMO', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'two words'],
  ] as const)('refuses %s="%s", naming it and what is allowed', (name, value) => {
    const { message, details } = refusal({ [name]: value })
    expect(details.fields?.map(field => field.path)).toContain(name)
    expect(message).toContain(name)
    expect(message).toContain(`Use ${variables[name].allowed}.`)
    const isSecret = 'isSecret' in variables[name]
    expect(message).toContain(isSecret ? `${value.length} characters` : `"${value}"`)
    expect(message.includes(value)).toBe(!isSecret)
  })

  it('lists everything wrong at once and never shows a secret', () => {
    const { message, details } = refusal({
      PORT: 'x',
      LOG_LEVEL: 'y',
      RAPPORT_SECRET: 'hunter2',
      DATABASE_URL: 'postgres:u:hunter3@db',
      SMTP_URL: 'smtps://u:hunter4@mail.example.com',
      S3_ENDPOINT: 'https://s3.example.com',
    })
    expect(details.fields?.map(field => field.path).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'MAIL_FROM',
      'PORT',
      'RAPPORT_SECRET',
      'S3_BUCKET',
    ])
    expect(message.split('\n')).toHaveLength(7)
    expect(message).not.toMatch(/hunter/)
  })

  it.each([
    [{ SMTP_URL: 'smtp://x.example.com' }, ['MAIL_FROM']],
    [{ S3_BUCKET: 'abc' }, ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']],
    [{ S3_BUCKET: 'abc', S3_ACCESS_KEY_ID: 'x' }, ['S3_SECRET_ACCESS_KEY']],
  ])('says what %j needs besides', (env, missing) => {
    expect(refusal(env).details.fields?.map(field => field.path)).toEqual(missing)
  })

  it.each([
    ['false', false],
    ['0', false],
    ['1', 1],
    ['2', 2],
    ['127.0.0.1', ['127.0.0.1']],
  ])('TRUST_PROXY=%s', (text, value) => expect(loadConfig({ TRUST_PROXY: text }).trustProxy).toEqual(value))

  it.each([
    ['smtp://mail.example.com', 587, 'when-offered'],
    ['smtps://mail.example.com', 465, 'implicit'],
    ['smtp://mail.example.com:25?tls=off', 25, 'off'],
    ['smtp://[::1]:25', 25, 'when-offered'],
  ])('SMTP_URL=%s', (url, port, tls) => {
    expect(loadConfig({ SMTP_URL: url, MAIL_FROM: 'a@example.com' }).mail).toMatchObject({ port, tls, user: null })
  })

  it('reads a file below the real environment', () => {
    const env = withFile('# comment\nPORT=4000\nHOST="::1"\nexport WORKERS=2\n', { PORT: '5000', TZ: 'UTC' })
    expect(env).toMatchObject({ PORT: '5000', HOST: '::1', WORKERS: '2', TZ: 'UTC' })
  })
})

describe('choosePort', () => {
  const servers: ReturnType<typeof createServer>[] = []
  const take = async (port: number): Promise<number> => {
    const server = createServer()
    servers.push(server)
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
    return (server.address() as AddressInfo).port
  }
  afterEach(() => Promise.all(servers.splice(0).map(server => new Promise(done => server.close(done)))))

  it('takes the next free one when the default is taken, and the origin follows', async () => {
    const taken = await take(0)
    const config = await choosePort(atPort(loadConfig({}), taken))
    expect(config.port).toBeGreaterThan(taken)
    expect(config.origin).toBe(`http://localhost:${config.port}`)
  })

  it('refuses when the port that was set is taken', async () => {
    const taken = await take(0)
    await expect(choosePort(loadConfig({ PORT: String(taken) }))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(`${taken}`),
    })
  })

  it('keeps a free port and a set origin', async () => {
    const config = await choosePort(loadConfig({ PORT: '0', RAPPORT_ORIGIN: 'https://example.com' }))
    expect(config.port).toBeGreaterThan(0)
    expect(config.origin).toBe('https://example.com')
  })

  it('says when the address is not of this machine', async () => {
    await expect(choosePort(loadConfig({ HOST: '203.0.113.1' }))).rejects.toMatchObject({
      code: 'unavailable',
      message: /HOST/,
    })
  })
})

it('explains every variable in a table', () => {
  const rows = configTable().trimEnd().split('\n').slice(2)
  expect(rows.map(row => /`(\w+)`/.exec(row)![1])).toEqual(Object.keys(variables))
  for (const row of rows) {
    const cells = row.split(/(?<!\\)\|/).slice(1, -1)
    expect(cells).toHaveLength(4)
    expect(cells.every(cell => cell.trim() !== '')).toBe(true)
  }
})
