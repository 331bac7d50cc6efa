import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnyEvents } from '../kernel/event.ts'
import { groupsOf } from '../ui/screen/event-groups.ts'
import { hasKey } from '../kernel/messages.ts'
import { events } from './compose.ts'
import { slices } from './slices.ts'
import { loadKinds } from './web/events.ts'
import { webSlices } from './web/screens.ts'

const root = join(import.meta.dirname, '../..')
const homes = globSync('src/slices/*/*/events.ts', { cwd: root })

/** What each `events.ts` exports, by the name of the value. */
async function declarations(): Promise<[string, AnyEvents][]> {
  const modules = await Promise.all(homes.map(home => import(join(root, home)) as Promise<Record<string, AnyEvents>>))
  return modules.flatMap(module => Object.entries(module).filter(([name]) => name.endsWith('Events')))
}

test('a kind is declared once', () => {
  const kinds = events.map(({ kind }) => kind)
  expect(kinds.filter((kind, at) => kinds.indexOf(kind) !== at)).toEqual([])
})

test('what a slice declares is in its manifest, and what the web app shows of it in its web manifest', async () => {
  const listed = new Set(slices.flatMap(slice => slice.events ?? []))
  const heard = new Set((await loadKinds()).flatMap(({ kinds }) => kinds))
  const declared = await declarations()
  expect(declared.filter(([, kinds]) => !listed.has(kinds)).map(([name]) => name)).toEqual([])
  expect(
    declared.filter(([, kinds]) => !Object.values(kinds).every(kind => heard.has(kind))).map(([name]) => name),
  ).toEqual([])
})

test('every declared kind is recorded somewhere', async () => {
  const sources = globSync('src/**/*.ts', { cwd: root }).filter(path => !/\.test\.ts$|\/web\//.test(path))
  const text = sources.map(path => readFileSync(join(root, path), 'utf8').replaceAll(/^import .*$/gm, '')).join('\n')
  const unused = (await declarations()).flatMap(([name, kinds]) =>
    Object.entries(kinds).flatMap(([key, { kind }]) =>
      // A mechanism of all records, such as the bin, is given them whole.
      text.includes(`${name}.${key}`) || new RegExp(`${name}\\[|(events: |tellByName\\()${name}[,)]`).test(text)
        ? []
        : kind,
    ),
  )
  expect(unused).toEqual([])
})

test('every kind that stands on a timeline has a row, but those that are drawn plainly', async () => {
  const rows = Object.assign({}, ...(await Promise.all(webSlices.map(slice => slice.rows?.()))).map(part => part?.rows))
  const bare = events.filter(({ kind, about }) => about.timeline === undefined && !(kind in rows))
  expect(bare.map(({ kind }) => kind)).toEqual([])
})

test('every group that timelines are narrowed to has a name', async () => {
  const { groups, words } = groupsOf(await loadKinds())
  const shown = events.filter(({ about }) => about.timeline === undefined).map(({ kind }) => groups.get(kind)!)
  expect([...new Set(shown)].filter(group => !words.some(messages => hasKey(messages, group)))).toEqual([])
})
