import { Progress } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useRuns } from './use-runs.ts'
import { useUndoJoins } from './use-undo-joins.ts'
import classes from './RunBar.module.css'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'

const messages = defineMessages('identity.run-bar', {
  score: 'Comparing contacts',
  join: 'Joining pairs',
  features: 'reading contacts',
  blocking: 'looking for pairs worth comparing',
  comparing: 'comparing pairs',
  learning: 'learning from the data',
  saving: 'writing pairs down',
  joining: 'joining pairs',
  share: '{done} of {total}',
  hint: 'You can go on working meanwhile.',
  cancel: 'Cancel run',
  joined: '{count, plural, one {# contact joined.} other {# contacts joined.}}',
  failed: 'The last run stopped: {error}',
})

const steps = ['features', 'blocking', 'comparing', 'learning', 'saving', 'joining'] as const

/** How far the comparison or the joining is; nothing when none is under way. */
export function RunBar() {
  const t = useMessages(messages)
  const format = useFormat()
  const mayRun = useCan()('identity:run')
  const { latest, isBusy, cancel } = useRuns()
  const { undo } = useUndoJoins()
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (!latest) return
    if (isBusy) followed.current = latest.id
    else if (followed.current === latest.id) {
      followed.current = undefined
      const count = Number(latest.counts['joined'] ?? 0)
      if (count > 0) toastUndo(t('joined', { count }), () => undo(latest.startedAt ?? latest.createdAt))
    }
  }, [latest, isBusy, t, undo])
  if (!latest) return null
  if (latest.status === 'failed')
    return (
      <p role="alert" className={classes.failed}>
        {t('failed', { error: latest.error ?? '' })}
      </p>
    )
  if (!isBusy) return null
  const { id, kind, done, total } = latest
  const step = steps.find(known => known === latest.step)
  return (
    <div className={classes.bar} role="status">
      <span className={classes.title}>{t(kind)}</span>
      <Progress
        className={classes.progress}
        value={total > 0 ? (done / total) * 100 : 0}
        size="sm"
        aria-label={t(kind)}
      />
      <span className={classes.share}>
        {[
          step && t(step),
          total > 0 ? t('share', { done: format.number(done), total: format.number(total) }) : t('hint'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {mayRun && <SmallButton label={t('cancel')} tone="quiet" compact onClick={() => cancel(id)} />}
    </div>
  )
}
