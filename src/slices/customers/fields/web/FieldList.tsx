import { IconArchive, IconForms, IconGripVertical, IconPencil } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { MoveButtons } from '../../../../ui/form/MoveButtons.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { archiveField, changeField, restoreField, type FieldDefinition } from '../schema.ts'
import { useTypeWords } from './field-words.ts'

const messages = defineMessages('fields.field-list', {
  label: 'Fields in their order',
  actions: 'Actions for {name}',
  edit: 'Edit field',
  archive: 'Archive field',
  archived: '“{name}” archived. Records keep its values.',
  empty: 'Fields appear here',
  emptyText: 'A field has a type, so that it can be filtered and sorted: a number, a date, a choice and more.',
})

export interface FieldListProps {
  fields: readonly FieldDefinition[]
  mayManage: boolean
  onEdit: (field: FieldDefinition) => void
  createButton: ReactNode
}

/** Fields in the order of forms and columns; moved by dragging, by buttons, or by Alt and the arrows. */
export function FieldList({ fields, mayManage, onEdit, createButton }: FieldListProps) {
  const t = useMessages(messages)
  const words = useTypeWords()
  const [dragged, setDragged] = useState<string | null>(null)
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const change = useCommand(changeField)
  const archive = useCommand(archiveField)
  const restore = useCommand(restoreField)
  const shown = order ? fields.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id)) : fields
  const ids = shown.map(field => field.id)

  const place = (id: string, target: string) => {
    const next = ids.filter(other => other !== id)
    next.splice(ids.indexOf(target), 0, id)
    setOrder(next)
    return next.indexOf(id)
  }
  const save = (id: string, position: number) =>
    change.attempt({ params: { id }, body: { position } }).then(() => setOrder(null))
  const shift = (id: string, step: -1 | 1) => {
    const target = ids[ids.indexOf(id) + step]
    if (target) void save(id, place(id, target))
  }
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    shift(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  const put = ({ id, label }: FieldDefinition) =>
    archive.attempt({ params: { id } }, () =>
      toastUndo(t('archived', { name: label }), () => restore.run({ params: { id } })),
    )
  if (fields.length === 0)
    return <EmptyState icon={IconForms} title={t('empty')} description={t('emptyText')} action={createButton} />
  return (
    <ItemList label={t('label')}>
      {shown.map((field, index) => (
        <ItemRow
          key={field.id}
          row={
            mayManage
              ? {
                  draggable: true,
                  'data-dragged': dragged === field.id || undefined,
                  onDragStart: event => {
                    event.dataTransfer.effectAllowed = 'move'
                    setDragged(field.id)
                  },
                  onDragOver: event => {
                    event.preventDefault()
                    if (dragged && dragged !== field.id) place(dragged, field.id)
                  },
                  onDragEnd: () => {
                    if (dragged && order) void save(dragged, order.indexOf(dragged))
                    setDragged(null)
                  },
                  onKeyDown: event => onKeyDown(event, field.id),
                }
              : undefined
          }
          lead={mayManage && <IconGripVertical size={15} aria-hidden />}
          title={field.label}
          detail={[words(field.type), field.currency, field.options.join(', ')]}
          trailing={<code>{field.key}</code>}
          actions={
            mayManage && (
              <>
                <MoveButtons
                  name={field.label}
                  index={index}
                  count={shown.length}
                  onMove={to => shift(field.id, to < index ? -1 : 1)}
                />
                <DotsMenu label={t('actions', { name: field.label })}>
                  <MenuItem icon={IconPencil} label={t('edit')} onClick={() => onEdit(field)} />
                  <MenuItem icon={IconArchive} label={t('archive')} onClick={() => put(field)} />
                </DotsMenu>
              </>
            )
          }
        />
      ))}
    </ItemList>
  )
}
