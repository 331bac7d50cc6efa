import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { permissions } from '../compose.ts'
import { webSlices } from '../web/screens.ts'

const root = join(import.meta.dirname, '../../..')
const words = await Promise.all(webSlices.flatMap(slice => slice.adminWords?.() ?? []))
const spoken = (kind: keyof (typeof words)[number]) =>
  words.flatMap(slice => Object.keys(slice[kind]?.english ?? {})).toSorted()

test('every permission has words in the slice that declares it, and there are no others', () => {
  expect(spoken('permissionWords')).toEqual([...permissions.keys()].toSorted())
})

test('every action that is written to the audit log has words in one slice', () => {
  const written = globSync('src/{platform,slices}/**/*.ts', { cwd: root })
    .filter(path => !/\.(test|fixture)\.ts$|\/web\//.test(path))
    .flatMap(path => [...readFileSync(join(root, path), 'utf8').matchAll(/\baction: [`']([a-z-]+\.[^`']+)[`']/g)])
    .map(([, action]) => action!)
  expect(written.length).toBeGreaterThan(50)
  const actions = spoken('actionWords')
  expect(actions).toEqual([...new Set(actions)])
  // What a template writes is one of those that it fits.
  const patterns = written.map(action => [action, new RegExp(`^${action.replaceAll(/\$\{[^}]*\}/g, '.+')}$`)] as const)
  expect(patterns.filter(([, pattern]) => !actions.some(action => pattern.test(action)))).toEqual([])
})
