import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../kernel/messages.ts'
import { useSearch } from '../../../slices/customers/search/web/public.tsx'
import { useMessages, useText } from '../../../ui/i18n/i18n.tsx'
import { CommandPalette, type PaletteGroup } from '../../../ui/keyboard/CommandPalette.tsx'
import { kindNamed, useWebKinds } from '../../../ui/record/web-kind.ts'
import { RecordPicture } from '../../../ui/screen/RecordPicture.tsx'
import { useRecents } from '../../../ui/screen/recents.ts'
import type { Action, Place } from '../../../ui/screen/web-slice.ts'

const messages = defineMessages('app.palette', {
  recent: 'Recently viewed',
  actions: 'Actions',
  go: 'Go to',
  more: 'More',
  all: 'Show all results for “{query}”',
})

export interface PaletteProps {
  opened: boolean
  onClose: () => void
  places: readonly Place[]
  /** Found when they are asked for. */
  further: readonly Place[]
  actions: readonly Action[]
}

/** ⌘K: records, then what can be done, then where one can go. */
export default function Palette({ opened, onClose, places, further, actions }: PaletteProps) {
  const t = useMessages(messages)
  const words = useText()
  const [query, setQuery] = useState('')
  const recents = useRecents()
  const kinds = useWebKinds()
  const { groups: found, searching } = useSearch(opened ? query : '', 6)
  const wanted = query.trim().toLowerCase()
  const matches = (label: string) => label.toLowerCase().includes(wanted)

  const groups: PaletteGroup[] = [
    {
      key: 'recent',
      label: t('recent'),
      items: (wanted === '' ? recents.slice(0, 5) : []).map(({ id, label, href, kind }) => ({
        key: id,
        label,
        href,
        icon: <RecordPicture kind={kind} name={label} size={20} />,
      })),
    },
    ...found.map(group => ({
      key: group.kind,
      label: kindNamed(kinds, group.kind)?.many ?? group.kind,
      items: group.items.map(hit => ({
        key: hit.id,
        label: hit.title,
        detail: hit.subtitle ?? undefined,
        href: `${kindNamed(kinds, hit.kind)?.href}/${hit.id}`,
        icon: <RecordPicture kind={hit.kind} name={hit.title} size={20} />,
      })),
    })),
    {
      key: 'actions',
      label: t('actions'),
      items: actions
        .map(action => ({
          key: action.href,
          label: words(action.label),
          href: action.href,
          keys: action.keys,
          icon: <action.icon size={16} stroke={1.6} />,
        }))
        .filter(item => matches(item.label)),
    },
    {
      key: 'go',
      label: t('go'),
      items: [...places, ...(wanted === '' ? [] : further)]
        .map(place => ({
          key: place.href,
          label: words(place.label),
          href: place.href,
          keys: place.key && `g ${place.key}`,
          icon: <place.icon size={16} stroke={1.6} />,
        }))
        .filter(item => matches(item.label)),
    },
    {
      key: 'all',
      label: t('more'),
      items:
        found.length > 0
          ? [
              {
                key: 'all',
                label: t('all', { query: query.trim() }),
                href: `/search?q=${encodeURIComponent(query.trim())}`,
                icon: <IconSearch size={16} stroke={1.6} />,
              },
            ]
          : [],
    },
  ]
  return (
    <CommandPalette
      opened={opened}
      onClose={() => {
        onClose()
        setQuery('')
      }}
      query={query}
      onQuery={setQuery}
      groups={groups}
      loading={searching}
    />
  )
}
