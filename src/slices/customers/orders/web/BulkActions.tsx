import { Button } from '@mantine/core'
import { IconProgress, IconTrash } from '@tabler/icons-react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastError, toastUndo } from '../../../../ui/feedback/toast.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { BulkEdit } from '../../../../ui/table/BulkEdit.tsx'
import { deleteOrders, restoreOrders, saveOrders, type OrderRow, type OrderStatus } from '../schema.ts'
import { orderWords } from './order-words.ts'

const messages = defineMessages({
  en: {
    setStatus: 'Set status',
    delete: 'Delete',
    deleteKeys: 'Delete selected orders',
    changed: '{count, plural, one {# order changed.} other {# orders changed.}}',
    failed: '{count, plural, one {# order was not changed} other {# orders were not changed}}: {reason}',
    deleted: '{count, plural, one {# order moved to the bin.} other {# orders moved to the bin.}}',
  },
  cs: {
    setStatus: 'Nastavit stav',
    delete: 'Smazat',
    deleteKeys: 'Smazat vybrané objednávky',
    changed:
      '{count, plural, one {# objednávka změněna.} few {# objednávky změněny.} many {# objednávky změněno.} other {# objednávek změněno.}}',
    failed:
      '{count, plural, one {# objednávka se nezměnila} few {# objednávky se nezměnily} many {# objednávky se nezměnilo} other {# objednávek se nezměnilo}}: {reason}',
    deleted:
      '{count, plural, one {# objednávka přesunuta do koše.} few {# objednávky přesunuty do koše.} many {# objednávky přesunuto do koše.} other {# objednávek přesunuto do koše.}}',
  },
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
  const attempt = useAttempt()
  const refreshes = ['orders', 'contacts', 'companies', 'timeline']
  const ids = rows.map(row => row.id)
  const save = useCommand(saveOrders, { refreshes })
  const remove = useCommand(deleteOrders, {
    refreshes,
    optimistic: (cache, { body }) => cache.remove('orders', body.ids),
  })
  const restore = useCommand(restoreOrders, { refreshes })

  const setStatus = (next: OrderStatus) => {
    const change = save.run({ body: { items: ids.map(id => ({ id, status: next })) } }).then(({ items }) => {
      const failed = items.filter(item => item.error !== null)
      if (failed.length > 0) toastError(t('failed', { count: failed.length, reason: failed[0]!.error!.message }))
      const done = rows.filter((_, index) => items[index]?.error === null)
      const before = done.map(row => ({ id: row.id, status: row.status }))
      if (done.length > 0) toastUndo(t('changed', { count: done.length }), () => save.run({ body: { items: before } }))
    })
    void attempt(change)
    onDone()
  }
  const bin = () => {
    void attempt(remove.run({ body: { ids } })).then(done => {
      if (done) toastUndo(t('deleted', { count: ids.length }), () => restore.run({ body: { ids } }))
    })
    onDone()
  }
  useShortcuts(words('orders'), [{ keys: 'backspace', label: t('deleteKeys'), run: bin }])
  return (
    <>
      <BulkEdit
        label={words('status')}
        icon={<IconProgress size={15} />}
        field={status}
        submitLabel={t('setStatus')}
        onSubmit={value => setStatus(value as OrderStatus)}
      />
      <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={bin}>
        {t('delete')}
      </Button>
    </>
  )
}
