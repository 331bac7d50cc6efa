import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import type { Statement } from './replay.ts'

export interface RawCollect {
  url: string
  poolSize: number
  /** What the app sends for events of people who are known: who they are, then the events. */
  resolve: Statement
  write: Statement
  /** One row of the events as the app writes it. */
  row: Record<string, unknown>
}

interface Sent {
  messageId: string
  anonymousId: string
  event: string
  properties: unknown
}

/** The bare route: no framework, no keys, no checks; the app's own two statements for all that has gathered. */
process.once('message', ({ url, poolSize, resolve, write, row }: RawCollect) => {
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  const queue: { events: Sent[]; done(): void; failed(error: unknown): void }[] = []
  let isWriting = false

  function put(statement: Statement, name: string, replace: (value: unknown, at: number) => unknown) {
    return pool.query({ name, text: statement.text, values: statement.values.map(replace) })
  }

  async function drain(): Promise<void> {
    if (isWriting) return
    isWriting = true
    while (queue.length > 0) {
      const some = queue.splice(0, 2000)
      try {
        await keep(some.flatMap(one => one.events))
        for (const one of some) one.done()
      } catch (error) {
        for (const one of some) one.failed(error)
      }
    }
    isWriting = false
  }

  async function keep(events: Sent[]): Promise<void> {
    const devices = [...new Set(events.map(event => event.anonymousId))]
    const found = await put(resolve, 'resolve', value =>
      !Array.isArray(value) ? value : value[0] === 'device' ? devices.map(() => 'device') : devices,
    )
    const contacts = new Map(found.rows.map(one => [one.normal as string, one.contact_id as string]))
    const now = new Date()
    const rows = events.map(event => ({
      ...row,
      id: newId(now.getTime()),
      contactId: contacts.get(event.anonymousId),
      occurredAt: now,
      recordedAt: now,
      sourceKey: event.messageId,
      data: { ...(row['data'] as object), name: event.event, properties: event.properties },
    }))
    const batchId = newId()
    await put(write, 'write', value => {
      if (typeof value !== 'string') return value
      if (value.startsWith('[{')) return JSON.stringify(rows)
      if (value === 'events.deliver') return 'bench.none'
      if (value.startsWith('collect:')) return 'bench.collect'
      return value === write.values[batchAt] ? batchId : value
    })
  }
  const ids = write.values.map(value => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value))
  // The workspace comes first, the id of the batch after the rows.
  const batchAt = ids.lastIndexOf(true)

  const server = createServer((request, response) => {
    readBody(request)
      .then(text => {
        const body = JSON.parse(text) as Sent & { batch?: Sent[] }
        return new Promise<void>((done, failed) => {
          queue.push({ events: body.batch ?? [body], done, failed })
          void drain()
        })
      })
      .then(
        () =>
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': 16 }).end('{"success":true}'),
        error => response.writeHead(500).end(String(error)),
      )
  })
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
  process.once('SIGTERM', () => {
    server.close()
    server.closeAllConnections()
    void pool.end().then(() => process.exit())
  })
})

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
