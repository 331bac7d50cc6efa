import { Button, CopyButton, type ButtonProps } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.copy-action', { copy: 'Copy', copied: 'Copied' })

export interface CopyActionProps extends ButtonProps {
  value: string
  /** "Copy link" */
  label?: string
}

/** Takes a text to the clipboard, and says so. */
export function CopyAction({ value, label, ...button }: CopyActionProps) {
  const t = useMessages(messages)
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button {...button} onClick={copy} leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}>
          {copied ? t('copied') : (label ?? t('copy'))}
        </Button>
      )}
    </CopyButton>
  )
}
