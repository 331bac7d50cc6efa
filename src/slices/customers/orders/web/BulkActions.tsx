import { Button } from '@mantine/core'
import { IconProgress, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { useBulkActions } from '../../../../ui/screen/use-bulk-actions.ts'
import { BulkEdit } from '../../../../ui/table/BulkEdit.tsx'
import { deleteOrders, restoreOrders, saveOrders, type OrderRow, type OrderStatus } from '../schema.ts'
import { orderWords } from './order-words.ts'

const messages = defineMessages('orders.bulk-actions', {
  setStatus: 'Set status',
  delete: 'Delete',
  deleteKeys: 'Delete selected orders',
  changed: '{count, plural, one {# order changed.} other {# orders changed.}}',
  failed: '{count, plural, one {# order was not changed} other {# orders were not changed}}: {reason}',
  deleted: '{count, plural, one {# order moved to the bin.} other {# orders moved to the bin.}}',
})

export interface BulkActionsProps {
  rows: readonly OrderRow[]
  status: Field
  onDone: () => void
}

/** What can be done with several orders at once; all of it can be undone. */
export function BulkActions({ rows, status, onDone }: BulkActionsProps) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const { change, bin } = useBulkActions(
    rows,
    {
      save: saveOrders,
      remove: deleteOrders,
      restore: restoreOrders,
      refreshes: ['orders', 'contacts', 'companies', 'timeline'],
    },
    {
      changed: count => t('changed', { count }),
      failed: (count, reason) => t('failed', { count, reason }),
      deleted: count => t('deleted', { count }),
    },
    onDone,
  )
  useShortcuts(words('orders'), [{ keys: 'backspace', label: t('deleteKeys'), run: bin }])
  return (
    <>
      <BulkEdit
        label={words('status')}
        icon={<IconProgress size={15} />}
        field={status}
        submitLabel={t('setStatus')}
        onSubmit={value => change({ status: value as OrderStatus }, row => ({ status: row.status }))}
      />
      <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={bin}>
        {t('delete')}
      </Button>
    </>
  )
}
