import pg from 'pg'
import type { FastifyInstance } from 'fastify'
import { createHttp } from '../src/app/http.ts'
import type { Dataset } from './dataset.ts'
import type { Bench, Inputs, Request } from './bench.ts'
import { makeReplay, type Replay, type Statement } from './replay.ts'
import { signInAll } from './sign-in.ts'

/** Runs requests in this process and writes down the statements that they send. */
export class Recorder {
  readonly #server: FastifyInstance
  readonly #cookie: string

  static async open(dataset: Dataset): Promise<Recorder> {
    const server = await createHttp(dataset.app)
    await server.listen({ host: '127.0.0.1', port: 0 })
    const [cookie] = await signInAll(
      `http://localhost:${(server.server.address() as { port: number }).port}`,
      dataset.accounts.slice(0, 1),
    )
    return new Recorder(server, cookie!)
  }

  private constructor(server: FastifyInstance, cookie: string) {
    this.#server = server
    this.#cookie = cookie
  }

  /** What the bare handler has to send in place of the app. Two requests of a kind show which ids are new in each. */
  async record(bench: Bench, dataset: Dataset): Promise<Replay> {
    const inputs = await bench.inputs(dataset)
    const [first, second] = typeof inputs === 'function' ? [inputs(), inputs()] : [inputs[0]!, inputs[1] ?? inputs[0]!]
    const isWrite = bench.request(first).method === 'POST'
    await this.#send(bench.request(first))
    const statements = await this.#send(bench.request(isWrite ? second : first))
    return isWrite
      ? makeReplay(statements, second, await this.#send(bench.request((inputs as () => Inputs)())))
      : makeReplay(statements, first)
  }

  /** The statements of the route alone: who asks is found out before it, and what is only noted comes after it. */
  async #send({ method = 'GET', path, body }: Request): Promise<Statement[]> {
    const statements: Statement[] = []
    const stop = listen(statements)
    try {
      const headers = { cookie: this.#cookie, ...(body ? { 'content-type': 'application/json' } : {}) }
      const answer = await this.#server.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) })
      if (answer.statusCode >= 400) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body}`)
    } finally {
      stop()
    }
    return statements.filter(({ text }) => !/\bfrom sessions\b|\baudit_entries\b/.test(text))
  }

  close(): Promise<void> {
    return this.#server.close()
  }
}

/** Hears what every connection of this process is asked, until the returned function is called. */
export function listen(statements: Statement[]): () => void {
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args as [string | { text?: string; values?: unknown[] }, unknown]
    const text = typeof first === 'string' ? first : first?.text
    if (text !== undefined)
      statements.push({
        text,
        values: (typeof first === 'string' ? (Array.isArray(values) ? values : []) : (first.values ?? [])) as unknown[],
      })
    return (original as (...given: unknown[]) => unknown).apply(this, args)
  } as typeof original
  return () => {
    pg.Client.prototype.query = original
  }
}
