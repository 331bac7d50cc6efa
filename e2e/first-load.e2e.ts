import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '../dist/web')
const mostBytes = 250_000

test('the code that every first visit waits for is at most 250 kB', () => {
  const page = readFileSync(join(web, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path!)
  expect(scripts.length).toBeGreaterThan(1)
  const bytes = scripts.map(path => gzipSync(readFileSync(join(web, path))).length)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes)
})
