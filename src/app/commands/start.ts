import { findDemoSignIn, seedDemo } from '../../slices/workspace/demo/public.ts'
import { createOwnerLink } from '../../slices/workspace/sign-in/public.ts'
import { flushAuditReads } from '../../platform/audit/audit-read.ts'
import { loadConfig } from '../../platform/config.ts'
import { choosePort } from '../../platform/config/choose-port.ts'
import type { App } from '../../platform/context.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { startWorker } from '../../platform/jobs/worker.ts'
import { compose, createLogger, jobs } from '../compose.ts'
import { createHttp } from '../http.ts'
import { keepRunning } from '../keep-running.ts'
import { openDatabase } from '../open-database.ts'
import type { Command } from './command.ts'
import { hasWorkspaces } from '../../platform/workspaces.ts'

export const start: Command = {
  name: 'start',
  usage: '',
  about: 'Starts the app: database, web server and background work. This is what npm start runs.',
  async run() {
    const wanted = loadConfig()
    const config = await choosePort(wanted)
    const say = (line: string) => console.log(line)
    if (config.port !== wanted.port) say(`Port ${wanted.port} is taken; using ${config.port}.`)
    const database = await openDatabase(config, say)
    const ran = await migrate(database.url)
    if (ran.length > 0) say(`Database ready (${ran.length} migrations).`)
    const log = createLogger(config.logLevel)
    keepRunning(log)
    const composed = await compose(config, database.url, log)
    const { app } = composed
    const server = await createHttp(app)
    await server.listen({ host: config.host, port: config.port })
    const worker = config.workers > 0 ? await startWorker(app, database.url, jobs, config.workers) : null
    await greet(app, database.url, say)

    await new Promise<void>(done => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
    })
    say('Stopping …')
    await server.close()
    await worker?.stop()
    await flushAuditReads(app)
    await composed.close()
    await database.close()
  },
}

/** On the first start makes the demo company, or the link that makes the first owner; then tells how to come in. */
async function greet(app: App, url: string, say: (line: string) => void): Promise<void> {
  const isEmpty = !(await hasWorkspaces(app.db))
  if (isEmpty && app.config.seedsDemo) await seedDemo(app, { url, onProgress: say })
  say(`\nRapport runs at ${app.config.origin}`)
  const demo = await findDemoSignIn(app)
  if (demo) say(`Demo sign-in: ${demo.email}  ${demo.password}`)
  else if (isEmpty) say(`Make the first owner here (works once): ${await createOwnerLink(app)}`)
  say('Stop with Ctrl-C.')
}
