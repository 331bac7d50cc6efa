import { parentPort, workerData } from 'node:worker_threads'
import { batchesOf, type Order } from './batches.ts'

/** Makes one batch for each message that asks for it; null after the last. */
const batches = batchesOf(workerData as Order)

parentPort!.on('message', () => {
  const { value: batch, done } = batches.next()
  if (done) parentPort!.postMessage(null)
  else
    parentPort!.postMessage(
      batch,
      Object.values(batch.rows).map(({ bytes }) => bytes.buffer),
    )
})
