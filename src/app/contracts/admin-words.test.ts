import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { inEnglish } from '../../kernel/messages.ts'
import { isTold, textOfDetail, textOfPermission, textsOfActions } from '../../ui/screen/admin-words.ts'
import { root, sources, visit, type Node } from '../../../scripts/words/catalogue.ts'
import { permissions } from '../compose.ts'
import { webSlices } from '../web/screens.ts'

const words = await Promise.all(webSlices.flatMap(slice => slice.adminWords?.() ?? []))
const kinds = webSlices.flatMap(slice => slice.records ?? [])

const detailKeys = () => words.flatMap(({ detailWords }) => Object.keys(detailWords?.english ?? {}))

/** The names of what calls of `audit` write as `detail`, as far as they stand there. */
function keptIn(source: string, file: string): string[] {
  if (!source.includes('audit(')) return []
  const keys: string[] = []
  visit(parseSync(file, source).program, call => {
    if (call.type !== 'CallExpression' || (call['callee'] as Node)['name'] !== 'audit') return
    visit(call['arguments'], property => {
      if (property.type !== 'Property' || (property['key'] as Node)['name'] !== 'detail') return
      const { properties = [] } = property['value'] as unknown as { properties?: Node[] }
      keys.push(...properties.flatMap(({ key }) => (key ? String((key as Node)['name']) : [])))
    })
  })
  return keys
}

test('every permission has words in the slice that declares it or by its kind of record, and there are no others', () => {
  const declared = [...permissions.keys()]
  expect(declared.filter(permission => !textOfPermission(kinds, words, permission))).toEqual([])
  const spoken = words.flatMap(({ permissionWords }) => Object.keys(permissionWords?.english ?? {}))
  const areas = declared.map(permission => permission.split(':')[0])
  expect(spoken.filter(key => !declared.some(permission => permission === key) && !areas.includes(key))).toEqual([])
})

test('a permission is worded by its area and its verb, by a noun, or as its slice says', () => {
  const said = (permission: string) => {
    const text = textOfPermission(kinds, words, permission)
    return text && inEnglish(text)
  }
  expect(['products:write', 'fields:manage', 'views:share', 'deals:read', 'fields:dance'].map(said)).toEqual([
    'Create and change products',
    'Manage custom fields',
    'Share views',
    undefined,
    undefined,
  ])
})

test('every action that is written to the audit log has words in one slice', () => {
  const written = globSync('src/{platform,slices}/**/*.ts', { cwd: root })
    .filter(path => !/\.(test|fixture)\.ts$|\/web\//.test(path))
    .flatMap(path => [...readFileSync(join(root, path), 'utf8').matchAll(/\baction: [`']([a-z-]+\.[^`']+)[`']/g)])
    .map(([, action]) => action!)
  expect(written.length).toBeGreaterThan(50)
  const particular = words.flatMap(({ actionWords }) => Object.keys(actionWords?.english ?? {}))
  const derived = [...textsOfActions(kinds, []).keys()]
  const actions = [...derived, ...particular]
  expect(actions).toEqual([...new Set(actions)])
  // What a template writes is one of those that it fits.
  const patterns = written.map(action => [action, new RegExp(`^${action.replaceAll(/\$\{[^}]*\}/g, '.+')}$`)] as const)
  expect(patterns.filter(([, pattern]) => !actions.some(action => pattern.test(action)))).toEqual([])
})

test('what the audit log keeps with an action is worded by what it is, and names stay as they are', () => {
  const said = (key: string, value: string) => {
    const text = textOfDetail(kinds, words, key, value)
    return text && inEnglish(text)
  }
  expect([
    said('role', 'owner'),
    said('method', 'passkey'),
    said('object', 'contacts'),
    said('scopes', 'contacts:read'),
    said('name', 'owner'),
  ]).toEqual(['Owner', 'Passkey', 'Contacts', 'See contacts', undefined])
  const keys = detailKeys()
  expect(keys).toEqual([...new Set(keys)])
  expect(
    words.flatMap(({ detailValues }) => Object.keys(detailValues ?? {})).filter(key => !keys.includes(key)),
  ).toEqual([])
})

test('what is written to the audit log beside an action has a word, unless it is an id', () => {
  const kept = sources().flatMap(file => keptIn(readFileSync(join(root, file), 'utf8'), file))
  expect(kept.length).toBeGreaterThan(30)
  // To whom somebody's records went is an id.
  expect([...new Set(kept)].filter(key => isTold(key, '') && !detailKeys().includes(key))).toEqual(['reassignTo'])
  expect([isTold('reassignTo', newId()), isTold('contactIds', []), isTold('until', null)]).toEqual([
    false,
    false,
    false,
  ])
})
