import { Button } from '@mantine/core'
import { IconArrowsJoin2 } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { identityWords } from './identity-words.ts'
import { useRuns } from './use-runs.ts'

const messages = defineMessages('identity.why-empty', {
  title: 'Contacts that may be one person appear here',
  text: 'Rapport compares names, addresses, birthdays, phones and handles, says how sure it is and why, and leaves the decision to you. Every join can be undone.',
  none: 'Nothing waits for a decision',
  noneText: 'All contacts have been compared, and no open pair is left. New contacts are compared as they arrive.',
})

/** What will be here and how to get it, or that the work is done. */
export function WhyEmpty() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const mayRun = useCan()('identity:run')
  const { latest, begin, isBusy } = useRuns()
  const isDone = latest?.kind === 'score' && latest.status === 'done'
  return (
    <EmptyState
      icon={IconArrowsJoin2}
      title={t(isDone ? 'none' : 'title')}
      description={t(isDone ? 'noneText' : 'text')}
      action={
        mayRun && (
          <Button onClick={begin} disabled={isBusy} variant={isDone ? 'default' : 'filled'}>
            {words('find')}
          </Button>
        )
      }
    />
  )
}
