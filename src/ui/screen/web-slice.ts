import type { ComponentType, ReactNode } from 'react'
import type { Text } from '../../kernel/message-params.ts'
import type { Messages } from '../../kernel/messages.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Hearing } from '../api/outdated.ts'
import type { AdminWords } from './admin-words.ts'
import type { EventRows } from './event-rows.ts'
import type { WebKind } from '../record/web-kind.ts'
import type { AnyPanel } from './slots.ts'

export interface ScreenProps {
  /** What stands in the address for `$id` and the like. */
  params: Readonly<Record<string, string>>
}

export interface Screen {
  /** `/contacts/$id` */
  path: string
  /** The screen's code, fetched when it is first opened. */
  load: () => Promise<{ default: (props: ScreenProps) => ReactNode }>
  /** For people who are not signed in; without navigation. */
  isPublic?: boolean
}

/** An entry of the navigation. */
export interface Place {
  label: Text
  href: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  /** Letter after `g` that goes there. */
  key?: string
  needs?: Permission
}

/** A page of the settings, in their own navigation. */
export interface SettingsPlace extends Omit<Place, 'key'> {
  group: 'workspace' | 'customers' | 'privacy' | 'system'
  /** Within its group; smaller ones come first. */
  order: number
}

/** Something the command palette can do from anywhere. */
export interface Action {
  label: Text
  href: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  keys?: string
  needs?: Permission
}

/** What a slice adds to the web app; the value that its `web/screens.tsx` exports. */
export interface WebSlice {
  screens?: readonly Screen[]
  places?: readonly Place[]
  /** Further lists: the menu of the list beside which they stand leads to them, and the command palette. */
  besides?: readonly Place[]
  settings?: readonly SettingsPlace[]
  actions?: readonly Action[]
  panels?: readonly AnyPanel[]
  /** Its kinds of records. */
  records?: readonly WebKind[]
  /** Module that defines what these consist of: `record.ts`. */
  definitions?: () => Promise<Readonly<Record<string, unknown>>>
  /** Module that declares its events. */
  events?: () => Promise<Readonly<Record<string, unknown>>>
  live?: Hearing['live']
  tellsOf?: Hearing['tellsOf']
  /** How timelines are narrowed to its events: the names of the groups that it brings. */
  eventGroups?: Messages
  /** How its events look on a timeline. */
  rows?: () => Promise<{ rows: EventRows }>
  /** Words of its permissions, and of what the audit log says was done in it. */
  adminWords?: () => Promise<AdminWords>
}
