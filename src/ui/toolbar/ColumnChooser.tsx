import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import { IconColumns3, IconGripVertical } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { MoveButtons } from '../form/MoveButtons.tsx'
import { useMessages } from '../i18n/i18n.tsx'
import { arrange, moveColumn, naturalLayout, showColumn, type ColumnLayout } from '../table/column-layout.ts'
import classes from './ColumnChooser.module.css'
import { toolbarMessages } from './toolbar-messages.ts'

export interface ColumnChooserProps {
  /** As given to the table; the first is the record's name and stays. */
  columns: readonly { key: string; label: string }[]
  layout: ColumnLayout
  onLayoutChange: (layout: ColumnLayout) => void
}

/** Which columns, in which order. */
export function ColumnChooser({ columns, layout, onLayoutChange }: ColumnChooserProps) {
  const t = useMessages(toolbarMessages)
  const [dragged, setDragged] = useState<string | null>(null)
  const keys = columns.map(column => column.key)
  const order = arrange(keys, layout).filter(key => key !== keys[0])
  const move = (key: string, step: -1 | 1) => {
    const target = order[order.indexOf(key) + step]
    if (target) onLayoutChange(moveColumn(keys, layout, key, target))
  }
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(key, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('columns')} title={t('columns')}>
          <IconColumns3 size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t('columns')}>
        <p className={classes.help}>{t('columnsHelp')}</p>
        <ul className={classes.list}>
          {order.map((key, place) => {
            const column = columns.find(candidate => candidate.key === key)!
            return (
              <li
                key={key}
                className={classes.item}
                data-dragged={dragged === key || undefined}
                draggable
                onDragStart={event => {
                  event.dataTransfer.effectAllowed = 'move'
                  setDragged(key)
                }}
                onDragOver={event => {
                  event.preventDefault()
                  if (dragged && dragged !== key) onLayoutChange(moveColumn(keys, layout, dragged, key))
                }}
                onDragEnd={() => setDragged(null)}
                onKeyDown={event => onKeyDown(event, key)}
              >
                <IconGripVertical size={14} aria-hidden className={classes.grip} />
                <Checkbox
                  size="xs"
                  className={classes.box}
                  label={column.label}
                  checked={!layout.hidden.includes(key)}
                  onChange={event => onLayoutChange(showColumn(layout, key, event.currentTarget.checked))}
                />
                <span className={classes.arrows}>
                  <MoveButtons
                    name={column.label}
                    index={place}
                    count={order.length}
                    onMove={to => onLayoutChange(moveColumn(keys, layout, key, order[to]!))}
                  />
                </span>
              </li>
            )
          })}
        </ul>
        <Button size="xs" variant="subtle" color="gray" fullWidth mt={4} onClick={() => onLayoutChange(naturalLayout)}>
          {t('resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
