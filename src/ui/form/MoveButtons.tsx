import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { IconButton } from '../layout/IconButton.tsx'

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
      <IconButton
        icon={IconChevronUp}
        label={t('up', { name })}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        icon={IconChevronDown}
        label={t('down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
      {onRemove && (
        <IconButton icon={IconTrash} label={t('remove', { name })} disabled={count === 1} onClick={onRemove} />
      )}
    </>
  )
}
