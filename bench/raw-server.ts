import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { fillValues, type Replay } from './replay.ts'

/** The bare handler: no framework, no sign-in, no rights, no checks; only the statements and the answer. */
process.once(
  'message',
  ({ url, poolSize, replays }: { url: string; poolSize: number; replays: Record<string, Replay> }) => {
    const pool = new pg.Pool({ connectionString: url, max: poolSize })
    const server = createServer((request, response) => {
      answer(request).then(
        body => {
          response.writeHead(200, {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(body),
          })
          response.end(body)
        },
        error => {
          response.writeHead(500)
          response.end(String(error))
        },
      )
    })

    async function answer(request: IncomingMessage): Promise<string> {
      const [path, query] = request.url!.split('?') as [string, string | undefined]
      const inputs =
        request.method === 'POST' ? JSON.parse(await readBody(request)) : Object.fromEntries(new URLSearchParams(query))
      const { statements, newIds } = replays[path.slice(1)]!
      for (let n = 0; n < newIds; n++) inputs[`new ${n}`] = newId()
      const isTransaction = statements.some(({ text }) => text === 'begin')
      const client = isTransaction ? await pool.connect() : pool
      let last: pg.QueryResult | undefined
      try {
        for (const { name, text, values } of statements) {
          last = await client.query(values.length > 0 ? { name, text, values: fillValues(values, inputs) } : text)
        }
      } finally {
        if (isTransaction) (client as pg.PoolClient).release()
      }
      return toJson(last!.rows)
    }

    server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
    process.once('SIGTERM', () => {
      server.close()
      server.closeAllConnections()
      void pool.end().then(() => process.exit())
    })
  },
)

/** JSON that the database has written goes on as it is. */
function toJson(rows: Record<string, unknown>[]): string {
  const first = rows.length === 1 ? Object.values(rows[0]!)[0] : null
  return typeof first === 'string' && first.startsWith('{') ? first : JSON.stringify({ items: rows })
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
