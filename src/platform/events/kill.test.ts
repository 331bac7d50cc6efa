import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { within } from '../context.ts'
import { anEvent } from '../../testing/an-event.ts'
import { aTestApp } from '../../testing/test-app.ts'
import { inTransaction } from '../db/database.ts'
import { record } from './record.ts'

const t = await aTestApp()

const fixture = join(import.meta.dirname, 'kill.fixture.ts')
const kills = 20

test(`a worker that is killed ${kills} times has handed over each event once`, { timeout: 180_000 }, async () => {
  const acme = await t.aWorkspace()
  const expected: string[] = []
  const happen = async (count: number) => {
    const things = Array.from({ length: count }, (_, at) =>
      anEvent({ kind: 'thing.happened', data: { number: expected.length + at } }),
    )
    expected.push(...(await inTransaction(t.app, ({ db }) => record(within(acme.ctx(), db), things))))
  }
  const noted = async () => {
    const rows = await t.app.db.selectFrom('tags').select('id').where('workspaceId', '=', acme.id).execute()
    return rows.map(row => row.id)
  }
  const start = async () => {
    const child = spawn(process.execPath, [fixture, t.url], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    return child
  }
  for (let kill = 0; kill < kills; kill++) {
    await happen(100)
    const child = await start()
    await happen(100)
    await setTimeout(kill * 5)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const last = await start()
  await expect.poll(async () => (await noted()).length, { timeout: 60_000 }).toBe(expected.length)
  last.kill('SIGKILL')
  await once(last, 'exit')
  expect((await noted()).sort()).toEqual(expected.sort())
})
