import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSecret } from './load-secret.ts'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'rapport-secret-')), 'data folder')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

it('makes a secret once and keeps it readable by its owner only', async () => {
  const secret = await loadSecret(folder, null)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  expect(await loadSecret(folder, null)).toBe(secret)
  expect(await readdir(folder)).toEqual(['secret'])
})

it('gives all that start at once the same secret', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => loadSecret(folder, null)))
  expect(new Set(secrets).size).toBe(1)
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secrets[0])
})

it('prefers the configured secret and then writes nothing', async () => {
  expect(await loadSecret(folder, 'x'.repeat(40))).toBe('x'.repeat(40))
  await expect(stat(folder)).rejects.toThrow('ENOENT')
})

it('takes back rights that others have on the file', async () => {
  const secret = await loadSecret(folder, null)
  await chmod(join(folder, 'secret'), 0o644)
  expect(await loadSecret(folder, null)).toBe(secret)
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
})

it('refuses a secret that was cut short rather than making another', async () => {
  await loadSecret(folder, null)
  await writeFile(join(folder, 'secret'), 'short')
  await expect(loadSecret(folder, null)).rejects.toThrow(/holds 5 characters/)
})
