import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId, type WorkspaceId } from '../../kernel/ids.ts'
import { startMailSink, type MailSink } from '../../testing/mail-sink.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import type { App } from '../context.ts'
import { runDueJobs } from '../jobs/worker.ts'
import { deliverMail } from './deliver-mail.ts'
import { queueMail, retryMail } from './outgoing-mail.ts'
import { sealMailPassword, type WorkspaceMail } from './workspace-mail.ts'

let sink: MailSink
let test: TestApp
let workspaceId: WorkspaceId
beforeAll(async () => {
  test = await createTestApp({ RAPPORT_ORIGIN: 'https://rapport.example.com', OUTGOING_ALLOW: '127.0.0.1' })
})
afterAll(() => test.close())
beforeEach(async () => {
  sink = await startMailSink()
  workspaceId = (await test.aWorkspace()).id
})
afterEach(() => sink.close())

const mail = { to: 'zofie@example.com', subject: 'Hello', text: 'How are you?' }

const settings = (change: Partial<WorkspaceMail> = {}): WorkspaceMail => ({
  host: '127.0.0.1',
  port: sink.port,
  tls: 'when-offered',
  user: null,
  password: null,
  from: { name: 'Acme', address: 'hello@acme.example' },
  ...change,
})

async function useServer(server: WorkspaceMail): Promise<void> {
  await test.app.db
    .updateTable('workspaces')
    .set({ settings: JSON.stringify({ mail: server }) })
    .where('id', '=', workspaceId)
    .execute()
}

async function queue(app: App = test.app, change: object = {}): Promise<string> {
  return queueMail({ app, db: app.db, workspaceId }, { ...mail, ...change })
}

async function rowOf(id: string) {
  return test.app.db
    .selectFrom('outgoingMail')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Runs the deliveries that are due, wakes-up of later ones among them. */
async function deliver(app: App = test.app): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(app.db)
  await runDueJobs(app, test.url, [deliverMail])
}

async function deliverLater(): Promise<void> {
  test.clock.advance(24 * 3600_000)
  await deliver()
}

/** Runs the job as a worker would, in parallel with others. */
function runJob(id: WorkspaceId = workspaceId): Promise<void> {
  return deliverMail.run(test.app, { workspaceId: id }, new AbortController().signal)
}

async function jobs(): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from graphile_worker._private_jobs where payload ->> 'workspaceId' = ${workspaceId}`.execute(
    test.app.db,
  )
  return rows[0]!.n
}

describe('queueMail', () => {
  it('keeps the mail and sends it only when the transaction commits', async () => {
    await useServer(settings())
    const rollback = test.app.db.transaction().execute(async tx => {
      await queueMail({ app: test.app, db: tx, workspaceId }, mail)
      throw new Error('taken back')
    })
    await expect(rollback).rejects.toThrow('taken back')
    await deliver()
    expect(sink.mails).toEqual([])
    const id = await test.app.db.transaction().execute(tx => queueMail({ app: test.app, db: tx, workspaceId }, mail))
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', messageId: `<${id}@rapport.example.com>`, attempts: 0 })
    await deliver()
    expect(sink.mails).toHaveLength(1)
    expect(sink.mails[0]).toMatchObject({
      messageId: `<${id}@rapport.example.com>`,
      from: { name: 'Acme', address: 'hello@acme.example' },
      envelope: { from: 'hello@acme.example', to: ['zofie@example.com'] },
      subject: 'Hello',
    })
    expect(sink.mails[0]!.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(await rowOf(id)).toMatchObject({ status: 'sent', sentAt: test.clock.now(), attempts: 1, error: null })
  })

  it.each([
    ['to.address', { to: 'zofie@example.com\r\nBcc: all@example.com' }],
    ['to.address', { to: 'zofie@example.com, all@example.com' }],
    ['subject', { subject: 'Hello\r\nBcc: all@example.com' }],
  ])('refuses a line break or second recipient in %s and keeps nothing (attack 16)', async (path, change) => {
    await expect(queue(test.app, change)).rejects.toMatchObject({ code: 'invalid', details: { fields: [{ path }] } })
    expect(
      await test.app.db.selectFrom('outgoingMail').select('id').where('workspaceId', '=', workspaceId).execute(),
    ).toEqual([])
  })
})

describe('without a mail server', () => {
  it('mail stays in the outbox and is sent once there is one and somebody says so', async () => {
    const id = await queue()
    await deliver()
    expect(await rowOf(id)).toMatchObject({ status: 'outbox', error: null })
    expect(await jobs()).toBe(0)
    await useServer(settings())
    await deliver()
    expect(sink.mails).toEqual([])
    expect(await retryMail({ db: test.app.db, workspaceId }, id)).toBe(true)
    await deliver()
    expect(sink.mails).toHaveLength(1)
    expect((await rowOf(id)).status).toBe('sent')
  })
})

describe('which server sends', () => {
  const withInstanceServer = (): App => ({
    ...test.app,
    config: {
      ...test.app.config,
      mail: {
        ...settings(),
        user: null,
        password: null,
        from: { name: 'Rapport', address: 'no-reply@example.com' },
        rules: test.app.config.outgoing,
      },
    },
  })

  it('is that of the instance, unless the workspace has its own', async () => {
    const app = withInstanceServer()
    await queue(app)
    await deliver(app)
    await useServer(settings({ user: 'acme', password: sealMailPassword(test.app, workspaceId, 'right') }))
    await queue(app)
    await deliver(app)
    expect(sink.mails.map(({ from, user }) => [from?.address, user])).toEqual([
      ['no-reply@example.com', null],
      ['hello@acme.example', 'acme'],
    ])
  })

  it('is never one whose password was sealed for another workspace', async () => {
    const stolen = sealMailPassword(test.app, newId() as WorkspaceId, 'right')
    await useServer(settings({ user: 'acme', password: stolen }))
    const id = await queue()
    await deliver()
    expect(sink.mails).toEqual([])
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', error: expect.stringContaining('cannot be read') })
  })

  it('is never a private one that a workspace named (attack 24)', async () => {
    await useServer(settings({ host: '127.0.0.2' }))
    const id = await queue()
    await deliver()
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', error: expect.stringContaining('private or reserved') })
  })
})

describe('when the server refuses', () => {
  beforeEach(() => useServer(settings()))

  it('for now, the same mail is tried again, with growing pauses', async () => {
    sink.behave(451, 451)
    const id = await queue()
    await deliver()
    expect(await rowOf(id)).toMatchObject({
      status: 'waiting',
      attempts: 1,
      error: expect.stringContaining('451 As the test wants'),
    })
    test.clock.advance(9_000)
    await deliver()
    expect((await rowOf(id)).attempts).toBe(1)
    test.clock.advance(1_000)
    await deliver()
    expect((await rowOf(id)).attempts).toBe(2)
    test.clock.advance(29_000)
    await deliver()
    expect((await rowOf(id)).attempts).toBe(2)
    test.clock.advance(1_000)
    await deliver()
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 3, error: null })
    expect(sink.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@rapport.example.com>`])
    expect(await jobs()).toBe(0)
  })

  it('for now, the worker is woken when the next attempt is due', async () => {
    sink.behave(451)
    await queue()
    await runDueJobs(test.app, test.url, [deliverMail])
    const { rows } = await sql<{ seconds: number }>`select extract(epoch from run_at - now())::float as seconds
      from graphile_worker._private_jobs where payload ->> 'workspaceId' = ${workspaceId}`.execute(test.app.db)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.seconds).toBeGreaterThan(7)
    expect(rows[0]!.seconds).toBeLessThan(11)
  })

  it('for good, the mail has failed until somebody tries again', async () => {
    sink.behave(550)
    const id = await queue()
    await deliver()
    expect(await rowOf(id)).toMatchObject({ status: 'failed', attempts: 1, error: expect.stringContaining('550') })
    expect(await jobs()).toBe(0)
    expect(await retryMail({ db: test.app.db, workspaceId }, id)).toBe(true)
    await deliver()
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 1, error: null })
  })

  it('for now but too often, the mail has failed', async () => {
    sink.behave(...Array<number>(10).fill(451))
    const id = await queue()
    for (let attempt = 1; attempt < 10; attempt++) await deliverLater()
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', attempts: 9 })
    await deliverLater()
    expect(await rowOf(id)).toMatchObject({ status: 'failed', attempts: 10 })
    expect(await jobs()).toBe(0)
    expect(sink.mails).toEqual([])
  })

  it('one mail, the next go on', async () => {
    sink.behave(550, 451)
    const ids = [await queue(), await queue(), await queue(), await queue()]
    await deliver()
    const statuses = (await Promise.all(ids.map(rowOf))).map(({ status }) => status)
    expect(statuses).toEqual(['failed', 'waiting', 'sent', 'sent'])
  })

  it('all of them, it is left alone for a while and then takes all', async () => {
    sink.behave(421)
    const ids = [await queue(), await queue(), await queue()]
    await runJob()
    expect((await Promise.all(ids.map(rowOf))).map(({ attempts }) => attempts)).toEqual([1, 0, 0])
    await deliverLater()
    expect(sink.mails).toHaveLength(3)
    expect(await jobs()).toBe(0)
  })
})

describe('a slow server', () => {
  it('takes one worker, whatever waits for it', async () => {
    await useServer(settings())
    sink.behave('hang')
    for (let n = 0; n < 4; n++) await queue()
    const stop = new AbortController()
    const first = deliverMail.run(test.app, { workspaceId }, stop.signal)
    await expect.poll(() => sink.hung).toBe(1)
    const started = performance.now()
    await Promise.all([runJob(), runJob(), runJob()])
    expect(performance.now() - started).toBeLessThan(2000)
    expect(sink.mails).toEqual([])
    stop.abort()
    await first.catch(() => {})
    await deliver()
    expect(sink.mails).toHaveLength(4)
  })

  it('does not hold up another workspace', async () => {
    await useServer(settings())
    sink.behave('hang', 'accept')
    await queue()
    const stop = new AbortController()
    const first = deliverMail.run(test.app, { workspaceId }, stop.signal)
    await expect.poll(() => sink.hung).toBe(1)
    const stuckWorkspace = workspaceId
    workspaceId = (await test.aWorkspace()).id
    await useServer(settings())
    const other = await queue()
    await runJob()
    expect((await rowOf(other)).status).toBe('sent')
    stop.abort()
    await first.catch(() => {})
    workspaceId = stuckWorkspace
    await deliverLater()
  })
})

describe('a mail that was sent', () => {
  beforeEach(() => useServer(settings()))

  it('is not sent again, whoever asks', async () => {
    const id = await queue()
    await deliver()
    expect(await retryMail({ db: test.app.db, workspaceId }, id)).toBe(false)
    await Promise.all([runJob(), runJob(), runJob()])
    expect(sink.mails).toHaveLength(1)
  })

  it('went out once when several started on it at once', async () => {
    const id = await queue()
    await Promise.all([runJob(), runJob(), runJob(), runJob()])
    expect(sink.mails).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 1 })
    await deliver()
    expect(sink.mails).toHaveLength(1)
    expect(await jobs()).toBe(0)
  })

  it('went out after its first sender was killed, as soon as that could not be at it any more', async () => {
    const id = await queue()
    const killed = { attempts: 1, sentAt: new Date(test.clock.now().getTime() + 120_000) }
    await test.app.db
      .updateTable('outgoingMail')
      .set(killed)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
    await deliver()
    expect(sink.mails).toEqual([])
    expect(await jobs()).toBe(1)
    test.clock.advance(120_000)
    await deliver()
    expect(sink.mails).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('is not found by another workspace', async () => {
    const id = await queue()
    const other = (await test.aWorkspace()).id
    await runJob(other)
    expect(await retryMail({ db: test.app.db, workspaceId: other }, id)).toBe(false)
    expect(sink.mails).toEqual([])
    await deliver()
    expect(sink.mails).toHaveLength(1)
  })
})
