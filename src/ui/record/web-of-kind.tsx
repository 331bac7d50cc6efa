import { say } from '../../kernel/messages.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Place, ScreenProps, WebSlice } from '../screen/web-slice.ts'
import { textOfCreating } from './noun.ts'
import type { RecordScreens } from './record-screens.ts'
import type { WebKind } from './web-kind.ts'

interface OfNavigation {
  /** Letter after `g` that goes to its list. */
  key: string
  createIcon: Place['icon']
  /** Lists of what belongs to it. */
  besides?: readonly { kind: WebKind; href: string }[]
}

type OfKind = Required<Pick<WebSlice, 'screens' | 'places' | 'besides' | 'actions' | 'records'>>

/** What a kind that has a list, a bin and pages of its own adds to the web app; the code of each screen by itself. */
export function webOfKind(
  kind: WebKind,
  { key, createIcon, besides: lists = [] }: OfNavigation,
  load: () => Promise<{ screens: RecordScreens<any, any> }>,
): OfKind {
  const { table, noun, icon } = kind
  const href = `/${table}`
  const needs = (access: 'read' | 'write') => `${table}:${access}` as Permission
  const besides = lists.map(({ kind: { noun, icon }, href }) => ({
    label: say(noun, 'many'),
    href,
    icon,
    needs: needs('read'),
  }))
  const list = async () => {
    const [{ screens }, { RecordListScreen }] = await Promise.all([load(), import('./RecordListScreen.tsx')])
    return { default: () => <RecordListScreen {...screens} besides={besides} /> }
  }
  const bin = async () => {
    const [{ screens }, { RecordBin }] = await Promise.all([load(), import('./RecordBin.tsx')])
    return { default: () => <RecordBin record={screens.record} /> }
  }
  const page = async () => {
    const [{ screens }, { RecordPageScreen }] = await Promise.all([load(), import('./RecordPageScreen.tsx')])
    return { default: ({ params }: ScreenProps) => <RecordPageScreen {...screens} id={params.id!} /> }
  }
  return {
    screens: [
      { path: href, load: list },
      { path: `${href}/bin`, load: bin },
      { path: `${href}/$id`, load: page },
    ],
    places: [{ label: say(noun, 'many'), href, icon, key, needs: needs('read') }],
    besides,
    actions: [{ label: textOfCreating(noun), href: `${href}?new=record`, icon: createIcon, needs: needs('write') }],
    records: [{ ...kind, hasFields: true }],
  }
}
