import { Button } from '@mantine/core'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { MoreButton, Items } from '../../../../ui/screen/Items.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listTags, type Tag } from '../schema.ts'
import { TagDialog } from './TagDialog.tsx'
import { TagRow } from './TagRow.tsx'

const messages = defineMessages('tags.tags-screen', {
  title: 'Tags',
  lead: 'Words to sort contacts, companies and products by. A tag keeps its colour everywhere.',
  create: 'Create tag',
  empty: 'Tags appear here',
  emptyText: 'Create the first one, or add it to a contact and it is made on the way.',
})

export default function TagsScreen() {
  const t = useMessages(messages)
  const mayWrite = useCan()('tags:write')
  const list = useInfiniteEndpoint(listTags, { query: { limit: 200 } })
  const [editing, setEditing] = useState<Tag | 'new' | null>(null)
  useShortcuts(t('title'), mayWrite ? [{ keys: 'c', label: t('create'), run: () => setEditing('new') }] : [])
  const createButton = mayWrite && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
      {t('create')}
    </Button>
  )
  return (
    <SettingsPage title={t('title')} lead={t('lead')} actions={createButton}>
      <Items
        list={list}
        label={t('title')}
        rows={6}
        empty={{ icon: IconTags, title: t('empty'), description: t('emptyText'), action: createButton }}
      >
        {tag => <TagRow key={tag.id} tag={tag} onEdit={() => setEditing(tag)} />}
      </Items>
      {list.hasMore && <MoreButton list={list} />}
      {editing && <TagDialog tag={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsPage>
  )
}
