import type { ErrorComponentProps } from '@tanstack/react-router'
import { defineMessages } from '../../../kernel/messages.ts'
import { asProblem } from '../../../ui/api/problem-error.ts'
import { useMessages } from '../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../ui/layout/Link.tsx'
import { Page } from '../../../ui/layout/Page.tsx'
import { SkeletonRows } from '../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../ui/screen/ProblemState.tsx'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { reloadIfOutdated } from './reload-if-outdated.ts'

const messages = defineMessages('app.other-screens', {
  loading: 'Loading',
  failed: 'This screen failed',
  missing: 'Nothing here',
  missingText: 'The address may be mistyped, or what was here is gone.',
  home: 'Go home',
})

export function LoadingScreen() {
  const t = useMessages(messages)
  return (
    <Page title={t('loading')}>
      <SkeletonRows count={10} />
    </Page>
  )
}

/** A bug in one screen: the navigation stays, and the request id helps to find it. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const t = useMessages(messages)
  useEffect(() => void reloadIfOutdated(), [error])
  return (
    <Page title={t('failed')}>
      <ProblemState problem={asProblem(error)} onRetry={reset} />
    </Page>
  )
}

export function MissingScreen() {
  const t = useMessages(messages)
  return (
    <Page title={t('missing')}>
      <EmptyState
        title={t('missing')}
        description={t('missingText')}
        action={
          <Button component={Link} href="/" variant="default">
            {t('home')}
          </Button>
        }
      />
    </Page>
  )
}
