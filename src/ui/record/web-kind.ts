import type { Icon } from '@tabler/icons-react'
import type { Permission } from '../../kernel/permissions.ts'
import { say } from '../../kernel/messages.ts'
import type { RecordLook } from '../screen/record-look.ts'
import type { Screen, WebSlice } from '../screen/web-slice.ts'
import { textOfCreating, type Noun } from './noun.ts'

/** A kind of records as much of it as the first screen needs; `WebRecord` adds what its own screens need. */
export interface WebKind {
  /** As events name it: `contact`. Its slots are `contact.main` and the like. */
  name: string
  /** As the API, addresses and saved views name many of it: `contacts`. */
  table: string
  noun: Noun
  icon: Icon
}

interface KindScreens extends Pick<RecordLook, 'reference' | 'isTagged' | 'refersTo'> {
  /** Letter after `g` that goes to its list. */
  key: string
  createIcon: Icon
  /** The icon, where it is left out. */
  picture?: RecordLook['picture']
  list: Screen['load']
  bin: Screen['load']
  page: Screen['load']
}

type OfKind = Required<Pick<WebSlice, 'screens' | 'places' | 'actions' | 'records'>>

/** What a kind that has a list, a bin and pages of its own adds to the web app. */
export function webOfKind({ name, table, noun, icon }: WebKind, screens: KindScreens): OfKind {
  const { key, createIcon, list, bin, page, ...look } = screens
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
    records: [{ name, table, words: noun, picture: icon, hasFields: true, ...look }],
  }
}
