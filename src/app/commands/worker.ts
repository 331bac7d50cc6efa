import { loadConfig } from '../../platform/config.ts'
import { startWorker } from '../../platform/jobs/worker.ts'
import { jobs } from '../compose.ts'
import { keepRunning } from '../keep-running.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const worker: Command = {
  name: 'worker',
  usage: '',
  about: 'Runs background work only, beside one or more processes started with WORKERS=0.',
  async run() {
    await withApp(async (app, url) => {
      keepRunning(app.log)
      const running = await startWorker(app, url, jobs, Math.max(loadConfig().workers, 1))
      console.log('Working. Stop with Ctrl-C.')
      await new Promise<void>(done => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
      })
      await running.stop()
    })
  },
}
