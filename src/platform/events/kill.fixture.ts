import { pino } from 'pino'
import { systemClock } from '../../kernel/time.ts'
import type { App } from '../context.ts'
import { createDatabase, createPool } from '../db/database.ts'
import { startWorker } from '../jobs/worker.ts'
import { deliveryJob } from './deliver.ts'
import type { Reaction } from './reaction.ts'

/** A worker as a process of its own that notes every event it is given, slowly; to be killed. */
const url = process.argv[2]!
const note: Reaction = {
  name: 'test.note',
  kinds: [{ kind: 'thing.happened' }],
  async react({ db: tx, workspaceId }, events) {
    for (const event of events) {
      await tx
        .insertInto('tags')
        .values({ workspaceId, id: event.id, name: String(event.data['number']) })
        .execute()
    }
  },
}
const app = { db: createDatabase(createPool({ url })), clock: systemClock, log: pino({ level: 'silent' }) } as App
await startWorker(app, url, [deliveryJob([note])], 2)
console.log('ready')
