import { Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { getPrecision, getSettings, setSettings, type Settings } from '../schema.ts'
import { identityWords } from './identity-words.ts'
import { IdentityTabs } from './IdentityTabs.tsx'
import { ModelTable } from './ModelTable.tsx'
import { QueueActions } from './QueueActions.tsx'
import { RunBar } from './RunBar.tsx'
import { RunList } from './RunList.tsx'
import { ThresholdSlider } from './ThresholdSlider.tsx'

const messages = defineMessages('identity.matching-screen', {
  review: 'What waits in the queue',
  reviewText: 'Pairs that are less sure than this are not shown. Lower finds more, higher wastes less time.',
  reviewLabel: 'Least probability of a pair in the queue',
  auto: 'Joining without anybody',
  autoText: 'Pairs that are at least this sure are joined as they are found. Each join can be undone.',
  autoLabel: 'Least probability of a pair that is joined',
  isAutomatic: 'Join pairs without asking',
  saved: 'Saved.',
})

const leastAutomatic = 0.99

export default function MatchingScreen() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const attempt = useAttempt()
  const mayRun = useCan()('identity:run')
  const settings = useEndpoint(getSettings, {})
  const precision = useEndpoint(getPrecision, {})
  const saving = useCommand(setSettings)
  const [draft, setDraft] = useState<Settings>()
  useEffect(() => setDraft(settings.data), [settings.data])
  const save = (next: Settings) => {
    setDraft(next)
    void attempt(saving.run({ body: next })).then(done => {
      if (done) toast(t('saved'))
      else setDraft(settings.data)
    })
  }
  const points = precision.data?.items ?? []
  const problem = settings.error ?? precision.error
  return (
    <Page
      title={words('matching')}
      breadcrumbs={[{ label: words('identity'), href: '/identity' }]}
      layout="narrow"
      actions={<QueueActions />}
      toolbar={
        <ListToolbar>
          <IdentityTabs />
        </ListToolbar>
      }
    >
      <RunBar />
      {problem ? (
        <ProblemState problem={asProblem(problem)} onRetry={() => void settings.refetch()} />
      ) : !draft ? (
        <SkeletonRows count={6} height={40} />
      ) : (
        <>
          <Section title={t('review')} description={t('reviewText')}>
            <ThresholdSlider
              label={t('reviewLabel')}
              points={points.filter(point => point.threshold < leastAutomatic)}
              value={draft.reviewThreshold}
              disabled={!mayRun}
              onChange={reviewThreshold => setDraft({ ...draft, reviewThreshold })}
              onChangeEnd={reviewThreshold => save({ ...draft, reviewThreshold })}
            />
          </Section>
          <Section
            title={t('auto')}
            description={t('autoText')}
            actions={
              <Switch
                aria-label={t('isAutomatic')}
                checked={draft.isAutomatic}
                disabled={!mayRun}
                onChange={event => save({ ...draft, isAutomatic: event.currentTarget.checked })}
              />
            }
          >
            <ThresholdSlider
              label={t('autoLabel')}
              points={points.filter(point => point.threshold >= leastAutomatic)}
              value={draft.autoThreshold}
              disabled={!mayRun}
              onChange={autoThreshold => setDraft({ ...draft, autoThreshold })}
              onChangeEnd={autoThreshold => save({ ...draft, autoThreshold })}
            />
          </Section>
          <ModelTable />
          <RunList />
        </>
      )}
    </Page>
  )
}
