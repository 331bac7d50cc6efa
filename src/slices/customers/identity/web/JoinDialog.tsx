import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { getPrecision } from '../schema.ts'
import { ThresholdSlider } from './ThresholdSlider.tsx'
import classes from './JoinDialog.module.css'

const messages = defineMessages('identity.join-dialog', {
  title: 'Join all pairs that are sure enough',
  text: 'Choose how sure is enough. Pairs that people kept apart are left alone.',
  undo: 'Each join stays visible on its contact and can be undone at any time, alone or all together under Merges.',
  threshold: 'Probability from which pairs are joined',
  join: '{count, plural, =0 {Nothing to join} one {Join # pair} other {Join # pairs}}',
})

const least = 0.9

export default function JoinDialog({
  onClose,
  onJoin,
}: {
  onClose: () => void
  onJoin: (probability: number) => Promise<boolean>
}) {
  const t = useMessages(messages)
  const precision = useEndpoint(getPrecision, {})
  const points = (precision.data?.items ?? []).filter(point => point.threshold >= least)
  const [threshold, setThreshold] = useState(0.99)
  const count = points.findLast(point => point.threshold <= threshold)?.pairs ?? 0
  const join = async () => {
    if (await onJoin(threshold)) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <p className={classes.text}>{t('text')}</p>
      <Loaded from={precision} rows={2} height={40}>
        {() => <ThresholdSlider label={t('threshold')} points={points} value={threshold} onChange={setThreshold} />}
      </Loaded>
      <p className={classes.text}>{t('undo')}</p>
      <DialogButtons onCancel={onClose}>
        <Button disabled={count === 0} onClick={() => void join()} data-autofocus>
          {t('join', { count })}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
