import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { openShop } from './shop.ts'
import type { Plan } from './plan.ts'
import { CopyText, type Rows, type Table } from './copy-text.ts'
import { writeHousehold, writeShop } from './rows.ts'
import { simulate } from './simulate.ts'

/** Rows of some thousand contacts in COPY's format, by table. */
export interface Batch {
  contacts: number
  rows: Partial<Record<Table, Rows>>
}

export interface Order {
  plan: Plan
  salt: number
  workspaceId: string
  ownerUserId: string
}

const batchSize = 2500
const worthAThread = 20_000

/** All rows of a demo. Large ones are made by a thread of its own, two batches ahead of the database. */
export async function* makeBatches(order: Order): AsyncGenerator<Batch> {
  if (order.plan.contacts < worthAThread) {
    yield* batchesOf(order)
    return
  }
  const worker = new Worker(new URL('./batch-thread.ts', import.meta.url), { workerData: order })
  try {
    yield* receive(worker)
  } finally {
    await worker.terminate()
  }
}

async function* receive(worker: Worker): AsyncGenerator<Batch> {
  const made = on(worker, 'message') as AsyncIterable<[Batch | null]>
  for (let n = 0; n < 3; n++) worker.postMessage('next')
  for await (const [batch] of made) {
    if (batch === null) return
    yield batch
    worker.postMessage('next')
  }
}

/** The shop itself first, then its customers. */
export function* batchesOf({ plan, salt, workspaceId, ownerUserId }: Order): Generator<Batch> {
  const shop = openShop(plan, salt)
  const text = new CopyText(workspaceId)
  writeShop(text, shop, ownerUserId)
  let contacts = 0
  for (const household of simulate(shop, salt)) {
    writeHousehold(text, household)
    contacts += household.lives.length
    if (contacts >= batchSize) {
      yield { contacts, rows: text.take() }
      contacts = 0
    }
  }
  yield { contacts, rows: text.take() }
}
