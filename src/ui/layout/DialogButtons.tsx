import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './DialogButtons.module.css'

const messages = defineMessages('ui.dialog-buttons', { cancel: 'Cancel' })

export interface DialogButtonsProps {
  onCancel?: () => void
  disabled?: boolean
  /** The button that does it. */
  children: ReactNode
}

/** The last line of a form or dialog: give it up, or do it. */
export function DialogButtons({ onCancel, disabled, children }: DialogButtonsProps) {
  const t = useMessages(messages)
  return (
    <div className={classes.buttons}>
      {onCancel && (
        <Button variant="default" onClick={onCancel} disabled={disabled}>
          {t('cancel')}
        </Button>
      )}
      {children}
    </div>
  )
}
