import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import classes from './Profile.module.css'

const messages = defineMessages('sign-in.backup-codes', {
  title: 'Keep your backup codes',
  text: 'Each lets you in once when you do not have your phone. They are shown this once only.',
  copy: 'Copy codes',
  download: 'Download codes',
  done: 'I have kept them',
})

export function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useMessages(messages)
  const text = codes.join('\n')
  const download = () => {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
    Object.assign(document.createElement('a'), { href: address, download: 'rapport-backup-codes.txt' }).click()
    URL.revokeObjectURL(address)
  }
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <div className={classes.stack}>
        <p>{t('text')}</p>
        <ul className={classes.codes}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className={classes.actions}>
          <CopyAction value={text} label={t('copy')} variant="default" />
          <Button variant="default" onClick={download} leftSection={<IconDownload size={15} />}>
            {t('download')}
          </Button>
          <Button onClick={onClose}>{t('done')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
