import { Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { listFields, restoreField, type FieldDefinition } from '../schema.ts'
import { useTypeWords } from './field-words.ts'

const messages = defineMessages('fields.archived-fields', {
  title: 'Archived',
  since: 'Archived {when}',
  restore: 'Bring back',
  restored: '“{name}” is back with its values',
})

const none: readonly FieldDefinition[] = []

/** Fields that were put away; nothing where there are none. */
export function ArchivedFields({ object, mayManage }: { object: string; mayManage: boolean }) {
  const t = useMessages(messages)
  const words = useTypeWords()
  const format = useFormat()
  const fields = useEndpoint(listFields, { query: { object, archived: 'true' } }).data?.items ?? none
  const restore = useCommand(restoreField)
  if (fields.length === 0) return null
  const bringBack = ({ id, label }: FieldDefinition) =>
    restore.attempt({ params: { id } }, () => toast(t('restored', { name: label })))
  return (
    <Section title={t('title')}>
      <ItemList label={t('title')}>
        {fields.map(field => (
          <ItemRow
            key={field.id}
            title={field.label}
            detail={`${words(field.type)} · ${t('since', { when: format.relative(field.archivedAt!) })}`}
            actions={
              mayManage && (
                <Button size="xs" variant="default" onClick={() => void bringBack(field)}>
                  {t('restore')}
                </Button>
              )
            }
          />
        ))}
      </ItemList>
    </Section>
  )
}
