import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { snapshot, stepsOf } from './imports.fixture.ts'
import * as schema from './schema.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })

// More batches of 2,000 rows than kills, so that each one hits an import at work.
const kills = 10
const rows = Array.from({ length: 26_000 }, (_, at) => {
  const person = at % 7 === 0 ? at + 1 : at
  return `${person},Person ${person},p${person}@example.com,+42060${1_000_000 + person},Company ${person % 300},"Note of ${person}, with ""quotes""\nand a second line"`
})
const text = `id,name,email,phone,company,note\n${rows.join('\n')}\nnobody,,not an address,,,\n`

test(`an import that is killed ${kills} times ends as one that is not`, async () => {
  const calm = await t.aWorkspace()
  const calmly = stepsOf(t, calm)
  const expected = await calmly.run((await calmly.draft('people.csv', text)).id)

  const acme = await t.aWorkspace()
  const steps = stepsOf(t, acme)
  const { id } = await steps.draft('people.csv', text)
  await acme.owner.call(schema.runImport, { params: { id } })

  const listener = new pg.Client({ connectionString: t.url })
  await listener.connect()
  await listener.query('listen rapport_live')
  let killed = 0
  const seen: number[] = []
  for (;;) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'survival.fixture.ts'), t.url, t.app.config.dataFolder, acme.id, id],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
    const onProgress = ({ payload }: pg.Notification) => {
      if (killed < kills && payload?.includes('import.progressed')) child.kill('SIGKILL')
    }
    listener.on('notification', onProgress)
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    listener.off('notification', onProgress)
    seen.push((await steps.get(id)).doneRows)
    if (signal === 'SIGKILL') killed++
    else if (code === 0) break
    else throw new Error(`The process ended with ${code}.`)
  }
  await listener.end()

  expect(killed).toBe(kills)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(seen.slice(0, kills).every(done => done > 0 && done < rows.length)).toBe(true)
  const done = await steps.get(id)
  expect(done).toMatchObject({ status: 'done', doneRows: rows.length + 1, error: null })
  expect(done.result).toEqual(expected.result)
  expect(await snapshot(t, acme)).toEqual(await snapshot(t, calm))
  expect(expected.result).toMatchObject({ records: { companies: { created: 300 } }, rows: { refused: 1 } })
  expect((await steps.undo(id)).undo).toMatchObject({
    removed: {
      contacts: expected.result!.records['contacts']!.created,
      companies: 300,
      notes: expected.result!.records['notes']!.created,
    },
    keptCount: 0,
  })
}, 240_000)
