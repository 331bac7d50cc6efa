import { expect, inject, test } from 'vitest'
import { databaseUrl } from '../../testing/database-server.ts'
import { createClient, Pool } from './connect.ts'

const serverUrl = inject('serverUrl')

/** Runs `work` on a database of its own, which is dropped under the open connections afterwards. */
async function onVanishing<T>(name: string, work: (url: string) => Promise<T>): Promise<T> {
  const admin = createClient(databaseUrl(serverUrl, 'postgres'), 'test')
  await admin.connect()
  await admin.query(`create database ${name}`)
  const made = await work(databaseUrl(serverUrl, name))
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  return made
}

test('a connection whose database goes away, idle or at work, fails what it does and nothing else', async () => {
  const lost: Error[] = []
  const opened = await onVanishing(`vanishing_${process.pid}`, async url => {
    const client = createClient(url, 'test')
    await client.connect()
    const pool = new Pool(url, { max: 3 }, error => lost.push(error))
    const taken = await pool.connect()
    await Promise.all([pool.query('select pg_sleep(0.05)'), pool.query('select pg_sleep(0.05)')])
    const cutOff = taken.query('select pg_sleep(30)').catch((error: Error) => error.message)
    return { client, pool, taken, cutOff }
  })
  expect(await opened.cutOff).toContain('administrator command')
  await expect.poll(() => lost.length).toBe(2)
  await expect(opened.client.query('select 1')).rejects.toThrow()
  opened.taken.release(true)
  await opened.client.end()
  await opened.pool.close()
})

test('a pool is closed when each of its connections is, so its database can go at once', async () => {
  const opened: string[] = []
  const ended: string[] = []
  await onVanishing(`closed_${process.pid}`, async url => {
    const pool = new Pool(url, { max: 4 })
    pool.on('connect', client => {
      opened.push('connection')
      client.once('end', () => ended.push('connection'))
    })
    await Promise.all(Array.from({ length: 4 }, () => pool.query('select pg_sleep(0.05)')))
    await pool.close()
    expect([opened.length, ended.length]).toEqual([4, 4])
  })
})
