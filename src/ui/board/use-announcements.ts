import type { DndContextProps } from '@dnd-kit/core'
import { useMessages } from '../i18n/i18n.tsx'
import { boardMessages } from './board-messages.ts'

/** What a screen reader is told while a card is moved. */
export function useAnnouncements(
  nameOf: (id: unknown) => string,
  columnOf: (key: unknown) => string | undefined,
): DndContextProps['accessibility'] {
  const t = useMessages(boardMessages)
  return {
    screenReaderInstructions: { draggable: t('instructions') },
    announcements: {
      onDragStart: ({ active }) => t('lifted', { name: nameOf(active.id) }),
      onDragOver: ({ active, over }) => {
        const column = columnOf(over?.id)
        return column === undefined ? t('nowhere') : t('over', { name: nameOf(active.id), column })
      },
      onDragEnd: ({ active, over }) => {
        const column = columnOf(over?.id)
        const name = nameOf(active.id)
        return column === undefined ? t('kept', { name }) : t('moved', { name, column })
      },
      onDragCancel: ({ active }) => t('kept', { name: nameOf(active.id) }),
    },
  }
}
