import pg from 'pg'

/** How long the end of a pool waits for a server that does not answer. */
const patience = 2000

/** A connection of its own, not yet open. Losing it fails its statements; it never ends the process. */
export function createClient(url: string, name: string, config: pg.ClientConfig = {}): pg.Client {
  const client = new pg.Client({ connectionString: url, application_name: name, ...config })
  client.on('error', () => {})
  return client
}

/** A pool whose lost connections never end the process, and whose end has come when each of them is closed. */
export class Pool extends pg.Pool {
  readonly #open = new Map<pg.PoolClient, Promise<void>>()

  constructor(url: string, config: pg.PoolConfig, onError: (error: Error) => void = () => {}) {
    super({ connectionString: url, ...config })
    this.on('error', onError)
    this.on('connect', client => {
      client.on('error', () => {})
      const ended = new Promise<void>(done => client.once('end', done))
      this.#open.set(client, ended)
      void ended.then(() => this.#open.delete(client))
    })
  }

  /** `end` of the driver returns while its connections still say good-bye. */
  async close(): Promise<void> {
    await this.end()
    const late = AbortSignal.timeout(patience)
    const given = new Promise<void>(done => late.addEventListener('abort', () => done()))
    await Promise.race([Promise.all(this.#open.values()), given])
  }
}
