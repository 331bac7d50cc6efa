import { appendFileSync, closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './embedded.fixture.ts'
import { readLogFrom, sizeOf, trimLog } from './log-file.ts'

const folder = makeFolder()
const file = join(folder, 'server.log')

afterAll(() => rmSync(folder, { recursive: true }))

test('a log that grew too long is emptied under its writer, with one old file kept', () => {
  const handle = openSync(file, 'a')
  writeSync(handle, 'first\n')
  trimLog(file, 10)
  expect(readFileSync(file, 'utf8')).toBe('first\n')
  writeSync(handle, 'second\n')
  trimLog(file, 10)
  writeSync(handle, 'third\n')
  closeSync(handle)
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('first\nsecond\n')
  expect(readFileSync(file, 'utf8')).toBe('third\n')
})

test('reads what came after a position, nothing when the log was emptied meanwhile', () => {
  const position = sizeOf(file)
  appendFileSync(file, 'fourth\n')
  expect(readLogFrom(file, position)).toBe('fourth\n')
  expect(readLogFrom(file, 1_000)).toBe('')
})
