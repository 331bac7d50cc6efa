import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import classes from './Sources.module.css'

const messages = defineMessages('collect.code-block', { copy: 'Copy', copied: 'Copied' })

/** Code to be taken elsewhere. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const t = useMessages(messages)
  return (
    <div className={classes.code}>
      <pre aria-label={label} tabIndex={0} role="group">
        {code}
      </pre>
      <div className={classes.copy}>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
