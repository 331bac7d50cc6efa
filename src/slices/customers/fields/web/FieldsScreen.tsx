import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { kindNamed, useWebKinds } from '../../../../ui/record/web-kind.ts'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listFields, restoreField, type FieldDefinition } from '../schema.ts'
import { useTypeWords } from './field-words.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { FieldList } from './FieldList.tsx'

const messages = defineMessages('fields.fields-screen', {
  title: 'Fields',
  lead: 'What your company wants to know beyond the built-in fields. They list, filter, sort, import and export like those.',
  create: 'Create field',
  object: 'Fields of',
  archived: 'Archived',
  since: 'Archived {when}',
  restore: 'Bring back',
  restored: '“{name}” is back with its values',
})

export default function FieldsScreen() {
  const t = useMessages(messages)
  const kinds = useWebKinds().filter(kind => kind.hasFields)
  const mayManage = useCan()('fields:manage')
  const [state, change] = useUrlState()
  const wanted = urlValue(state, 'object')
  const object = (kindNamed(kinds, wanted ?? '') ?? kinds[0])!.name
  const fields = useEndpoint(listFields, { query: { object } })
  const [editing, setEditing] = useState<FieldDefinition | 'new' | null>(null)
  const createButton = useCreateButton(t('title'), t('create'), mayManage && (() => setEditing('new')))
  return (
    <SettingsPage title={t('title')} lead={t('lead')} actions={createButton}>
      <SegmentedControl
        aria-label={t('object')}
        value={object}
        onChange={value => change({ object: value }, 'replace')}
        data={kinds.map(({ name, many }) => ({ value: name, label: many }))}
        mb="xs"
      />
      {fields.data ? (
        <>
          <FieldList
            key={object}
            fields={fields.data.items}
            mayManage={mayManage}
            onEdit={setEditing}
            createButton={createButton}
          />
          <ArchivedFields object={object} mayManage={mayManage} />
        </>
      ) : (
        <Loaded from={fields} rows={5} height={52} />
      )}
      {editing && (
        <FieldDialog field={editing === 'new' ? null : editing} object={object} onClose={() => setEditing(null)} />
      )}
    </SettingsPage>
  )
}

const none: readonly FieldDefinition[] = []

/** Fields that were put away; nothing where there are none. */
function ArchivedFields({ object, mayManage }: { object: string; mayManage: boolean }) {
  const t = useMessages(messages)
  const words = useTypeWords()
  const format = useFormat()
  const fields = useEndpoint(listFields, { query: { object, archived: 'true' } }).data?.items ?? none
  const restore = useCommand(restoreField)
  if (fields.length === 0) return null
  const bringBack = ({ id, label }: FieldDefinition) =>
    restore.attempt({ params: { id } }, () => toast(t('restored', { name: label })))
  return (
    <Section title={t('archived')}>
      <ItemList label={t('archived')}>
        {fields.map(field => (
          <ItemRow
            key={field.id}
            title={field.label}
            detail={`${words(field.type)} · ${t('since', { when: format.relative(field.archivedAt!) })}`}
            actions={mayManage && <SmallButton label={t('restore')} onClick={() => void bringBack(field)} />}
          />
        ))}
      </ItemList>
    </Section>
  )
}
