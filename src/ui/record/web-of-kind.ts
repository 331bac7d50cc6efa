import { say } from '../../kernel/messages.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Place, Screen, WebSlice } from '../screen/web-slice.ts'
import { textOfCreating, type Noun } from './noun.ts'
import type { WebKind } from './web-kind.ts'

interface KindScreens {
  /** Letter after `g` that goes to its list. */
  key: string
  createIcon: Place['icon']
  list: Screen['load']
  bin: Screen['load']
  page: Screen['load']
}

type OfKind = Required<Pick<WebSlice, 'screens' | 'places' | 'actions' | 'records'>>

/** What a kind that has a list, a bin and pages of its own adds to the web app. */
export function webOfKind(kind: WebKind & { noun: Noun }, screens: KindScreens): OfKind {
  const { table, noun, icon } = kind
  const { key, createIcon, list, bin, page } = screens
  const href = `/${table}`
  const needs = (access: 'read' | 'write') => `${table}:${access}` as Permission
  return {
    screens: [
      { path: href, load: list },
      { path: `${href}/bin`, load: bin },
      { path: `${href}/$id`, load: page },
    ],
    places: [{ label: say(noun, 'many'), href, icon, key, needs: needs('read') }],
    actions: [{ label: textOfCreating(noun), href: `${href}?new=record`, icon: createIcon, needs: needs('write') }],
    records: [{ ...kind, hasFields: true }],
  }
}
