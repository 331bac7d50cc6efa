import { createContext, use, useMemo } from 'react'
import { id } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/message-params.ts'
import { defineMessages, hasKey, messageKeys, say, type Messages } from '../../kernel/messages.ts'
import { useFormat, useText } from '../i18n/i18n.tsx'
import { WebKindsContext, type WebKind } from '../record/web-kind.ts'

/** What a slice says of itself where a workspace is administered, besides what follows from its kinds of records. */
export interface AdminWords {
  /** By area: what its permissions are about, as one sees or manages it; by permission, where that does not say it. */
  permissionWords?: Messages
  /** By action of the audit log: what was done. */
  actionWords?: Messages
  /** By name of what the audit log keeps with an action: what that is called. */
  detailWords?: Messages
  /** Its values, where they are words of ours. */
  detailValues?: Readonly<Record<string, Messages | 'kinds' | 'permissions'>>
}

const permissions = defineMessages('ui.permission', {
  read: 'See {objects}',
  write: 'Create and change {objects}',
  export: 'Export {objects}',
  manage: 'Manage {objects}',
})

const actions = defineMessages('ui.action', {
  read: 'Read: {one}',
  timelineRead: 'Read the timeline: {one}',
  exported: 'Exported: {many}',
})

/** `contacts:read` as "See contacts"; none, where nobody says it. */
export function textOfPermission(kinds: readonly WebKind[], slices: readonly AdminWords[], permission: string) {
  const words = slices.flatMap(slice => slice.permissionWords ?? [])
  const said = (key: string): Text | undefined => {
    const messages = words.find(candidate => hasKey(candidate, key))
    return messages && say(messages, key)
  }
  const [area, verb] = permission.split(':') as [string, string]
  const kind = kinds.find(({ table }) => table === area)
  const objects = kind ? say(kind.noun, 'objects') : said(area)
  return said(permission) ?? (objects && hasKey(permissions, verb) ? say(permissions, verb, { objects }) : undefined)
}

/** All actions that have words: `contact.read` as "Read: Contact". */
export function textsOfActions(kinds: readonly WebKind[], slices: readonly AdminWords[]): ReadonlyMap<string, Text> {
  const ofKinds = kinds
    .filter(({ isPart }) => !isPart)
    .flatMap(
      ({ name, table, noun }) =>
        [
          [`${name}.read`, say(actions, 'read', { one: say(noun, 'one') })],
          [`${name}.timeline-read`, say(actions, 'timelineRead', { one: say(noun, 'one') })],
          [`${table}.exported`, say(actions, 'exported', { many: say(noun, 'many') })],
        ] as const,
    )
  const particular = slices.flatMap(({ actionWords }) =>
    actionWords ? messageKeys(actionWords).map(key => [key, say(actionWords, key)] as const) : [],
  )
  return new Map([...ofKinds, ...particular])
}

/** The value `owner` of `role` as "Owner"; none, where it is no word of ours. */
export function textOfDetail(kinds: readonly WebKind[], slices: readonly AdminWords[], key: string, value: string) {
  const values = slices.find(({ detailValues }) => detailValues?.[key])?.detailValues?.[key]
  if (values === 'permissions') return textOfPermission(kinds, slices, value)
  if (values === 'kinds') {
    const kind = kinds.find(({ table }) => table === value)
    return kind && say(kind.noun, 'many')
  }
  return values && hasKey(values, value) ? say(values, value) : undefined
}

export const AdminWordsContext = createContext<() => Promise<readonly AdminWords[]>>(() => Promise.resolve([]))

/** `contacts:read` as "See contacts"; waits until the words of all slices are there. */
export function usePermissionWords(): (permission: string) => string {
  const kinds = use(WebKindsContext)
  const slices = use(use(AdminWordsContext)())
  const text = useText()
  return permission => {
    const said = textOfPermission(kinds, slices, permission)
    return said ? text(said) : permission
  }
}

export interface ActionWords {
  /** All that have words; another stands as it is written. */
  actions: readonly string[]
  wordsOf: (action: string) => string
  /** What was kept with an action, as far as it is told. */
  detailsOf: (detail: Readonly<Record<string, unknown>>) => { label: string; value: string }[]
}

export function useActionWords(): ActionWords {
  const kinds = use(WebKindsContext)
  const slices = use(use(AdminWordsContext)())
  const text = useText()
  const format = useFormat()
  return useMemo(() => {
    const texts = textsOfActions(kinds, slices)
    const wordsOf = (action: string) => (texts.has(action) ? text(texts.get(action)!) : action)
    const labelOf = (key: string) => {
      const words = slices.find(({ detailWords }) => detailWords && hasKey(detailWords, key))?.detailWords
      return words ? text(say(words, key)) : key
    }
    const valueOf = (key: string, value: unknown): string => {
      if (Array.isArray(value)) return format.list(value.map(item => valueOf(key, item)))
      if (typeof value !== 'string') return JSON.stringify(value)
      const said = textOfDetail(kinds, slices, key, value)
      return said ? text(said) : isInstant(value) ? format.dateTime(value) : value
    }
    const detailsOf: ActionWords['detailsOf'] = detail =>
      Object.entries(detail)
        .filter(([key, value]) => isTold(key, value))
        .map(([key, value]) => ({ label: labelOf(key), value: valueOf(key, value) }))
    return { actions: [...texts.keys()], wordsOf, detailsOf }
  }, [kinds, slices, text, format])
}

/** Ids say nothing to people, under whatever name. */
export const isTold = (key: string, value: unknown) =>
  value !== null && !/(^i|I)ds?$/.test(key) && !id.safeParse(value).success

const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT/.test(value)
