import { IconWorldUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { createSource, listSources, sourceKinds, type Source, type SourceKind } from '../schema.ts'
import { kindIcons, sourceWords } from './source-words.ts'

const messages = defineMessages('collect.sources-screen', {
  lead: 'Sites, apps and servers that tell what customers do. Whatever speaks Segment’s protocol can send here.',
  create: 'Create source',
  last: 'last event {when}',
  silent: 'no event lately',
  empty: 'Sources appear here',
  emptyText: 'Connect your site, and visitors, orders and what people do in your product stand on their timelines.',
  name: 'Name',
  nameHint: 'What sends, for example “Web shop”. Contacts and orders that it brings are marked with it.',
  kind: 'Where it runs',
  webHint: 'A script on your pages; robots are left out.',
  appHint: 'An app on phones or desktops.',
  serverHint: 'Your own server, which speaks for many customers.',
})

export default function SourcesScreen() {
  const t = useMessages(messages)
  const words = useMessages(sourceWords)
  const can = useCan()
  const sources = useEndpoint(listSources, {})
  const [creating, setCreating] = useState(false)
  const mayWrite = can('collect:write')
  const createButton = useCreateButton(words('sources'), t('create'), mayWrite && (() => setCreating(true)))
  return (
    <SettingsPage title={words('sources')} lead={t('lead')} actions={createButton}>
      <Items
        list={sources}
        label={words('sources')}
        rows={3}
        empty={{ icon: IconWorldUpload, title: t('empty'), description: t('emptyText'), action: createButton }}
      >
        {source => <SourceRow key={source.id} source={source} />}
      </Items>
      {creating && <CreateSourceDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  )
}

function SourceRow({ source }: { source: Source }) {
  const t = useMessages(messages)
  const words = useMessages(sourceWords)
  const format = useFormat()
  const Icon = kindIcons[source.kind]
  const last = source.lastEventAt ? t('last', { when: format.relative(source.lastEventAt) }) : t('silent')
  return (
    <ItemRow
      faded={!source.isEnabled}
      lead={<Icon size={18} stroke={1.6} aria-hidden />}
      title={<TextLink href={`/settings/sources/${source.id}`} label={source.name} isName />}
      detail={`${words(source.kind)} · ${last}`}
      trailing={!source.isEnabled && <StatusChip>{words('stopped')}</StatusChip>}
    />
  )
}

const hints = { web: 'webHint', app: 'appHint', server: 'serverHint' } as const

function CreateSourceDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(sourceWords)
  const navigate = useNavigate()
  const create = useCommand(createSource)
  const form = useForm({
    initial: { name: '', kind: 'web' as SourceKind },
    submit: async body => {
      const source = await create.run({ body })
      onClose()
      await navigate({ to: `/settings/sources/${source.id}` })
    },
  })
  return (
    <FormDialog form={form} title={t('create')} size="md" onClose={onClose}>
      <FormField path="name" label={t('name')} description={t('nameHint')} required autoFocus />
      <FormField
        path="kind"
        label={t('kind')}
        type="choice"
        shownAs="segments"
        options={optionsOf(sourceKinds, words)}
        description={t(hints[form.values.kind])}
      />
    </FormDialog>
  )
}
