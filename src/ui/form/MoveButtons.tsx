import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.move-buttons', {
  up: 'Move {name} up',
  down: 'Move {name} down',
  remove: 'Remove {name}',
})

export interface MoveButtonsProps {
  /** What is moved. */
  name: string
  index: number
  count: number
  /** Changes places with the one at this index. */
  onMove: (to: number) => void
  /** The last one stays. */
  onRemove?: () => void
}

/** Moves one of several up and down, or takes it away. */
export function MoveButtons({ name, index, count, onMove, onRemove }: MoveButtonsProps) {
  const t = useMessages(messages)
  return (
    <>
      <ActionIcon aria-label={t('up', { name })} disabled={index === 0} onClick={() => onMove(index - 1)}>
        <IconChevronUp size={15} />
      </ActionIcon>
      <ActionIcon aria-label={t('down', { name })} disabled={index === count - 1} onClick={() => onMove(index + 1)}>
        <IconChevronDown size={15} />
      </ActionIcon>
      {onRemove && (
        <ActionIcon aria-label={t('remove', { name })} disabled={count === 1} onClick={onRemove}>
          <IconTrash size={15} stroke={1.6} />
        </ActionIcon>
      )}
    </>
  )
}
