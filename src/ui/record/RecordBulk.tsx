import {
  IconProgress,
  IconTag,
  IconTagOff,
  IconToggleLeft,
  IconTrash,
  IconUser,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { FieldType, FieldValue } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { BulkEdit } from '../table/BulkEdit.tsx'
import { useNoun } from './noun.ts'
import type { RecordField } from './record-field.ts'
import { useBulkActions } from './use-bulk-actions.ts'
import type { WebRecord } from './web-record.ts'
import { SmallButton } from '../layout/SmallButton.tsx'

const messages = defineMessages('ui.record-bulk', { delete: 'Delete', addTags: 'Add tags', removeTags: 'Remove tags' })

/** The selected rows; `onDone` gives the selection up. */
export interface BulkProps<Row> {
  rows: Row[]
  onDone: () => void
}

export interface RecordBulkProps<Row extends { id: string }> extends BulkProps<Row> {
  record: WebRecord<Row, any>
  fields: readonly RecordField<Row>[]
  /** Keys of the fields that can be given to all of them. */
  keys: readonly string[]
  children?: ReactNode
}

const icons: Partial<Record<FieldType, Icon>> = { member: IconUser, team: IconUsersGroup, yesno: IconToggleLeft }

/** What can be done with several records at once; all of it can be undone. */
export function RecordBulk<Row extends { id: string }>({
  record,
  rows,
  fields,
  keys,
  onDone,
  children,
}: RecordBulkProps<Row>) {
  const t = useMessages(messages)
  const noun = useNoun(record.noun)
  const { change, bin } = useBulkActions(record, rows, onDone)
  const hasBin = record.endpoints.deleteMany !== undefined
  useShortcuts(noun.many, hasBin ? [{ keys: 'backspace', label: noun.say('deleteSelected'), run: bin }] : [])
  const list = (value: FieldValue) => (Array.isArray(value) ? [...value] : [])
  return (
    <>
      {keys.flatMap(key => {
        const field = fields.find(candidate => candidate.key === key)
        if (!field) return []
        if (field.type !== 'tag') {
          const Icon = field.icon ?? icons[field.type] ?? IconProgress
          return (
            <BulkEdit
              key={key}
              label={field.label}
              icon={<Icon size={15} />}
              field={field}
              onSubmit={value => change({ [key]: value })}
            />
          )
        }
        return (
          <span key={key} style={{ display: 'contents' }}>
            <BulkEdit
              label={t('addTags')}
              icon={<IconTag size={15} />}
              field={field}
              onSubmit={value => change({ addTagIds: list(value) })}
            />
            <BulkEdit
              label={t('removeTags')}
              icon={<IconTagOff size={15} />}
              field={{ ...field, create: undefined }}
              onSubmit={value => change({ removeTagIds: list(value) })}
            />
          </span>
        )
      })}
      {children}
      {hasBin && <SmallButton label={t('delete')} icon={IconTrash} tone="danger" onClick={bin} />}
    </>
  )
}
