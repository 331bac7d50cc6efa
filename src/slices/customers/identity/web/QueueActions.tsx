import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { identityWords } from './identity-words.ts'
import { useRuns } from './use-runs.ts'

const JoinDialog = lazy(() => import('./JoinDialog.tsx'))

const messages = defineMessages('identity.queue-actions', { join: 'Join all…' })

/** What can be done with the whole base. */
export function QueueActions() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const mayRun = useCan()('identity:run')
  const { isBusy, begin, join } = useRuns()
  const [isJoining, setJoining] = useState(false)
  if (!mayRun) return null
  return (
    <>
      <Button variant="default" disabled={isBusy} onClick={() => setJoining(true)}>
        {t('join')}
      </Button>
      <Button variant="default" disabled={isBusy} onClick={begin}>
        {words('find')}
      </Button>
      {isJoining && (
        <Suspense>
          <JoinDialog onClose={() => setJoining(false)} onJoin={join} />
        </Suspense>
      )}
    </>
  )
}
