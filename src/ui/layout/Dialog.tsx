import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { ShortcutLayer } from '../keyboard/ShortcutLayer.tsx'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.dialog', { close: 'Close' })

export interface DialogProps {
  opened: boolean
  onClose: () => void
  title: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
  children: ReactNode
}

/** A centred dialog; shortcuts of the page behind rest while it is open. */
export function Dialog({ opened, onClose, title, size = 'md', children }: DialogProps) {
  const t = useMessages(messages)
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      <ShortcutLayer>{children}</ShortcutLayer>
    </Modal>
  )
}
