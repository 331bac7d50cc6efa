import { Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { getPrecision, getSettings, setSettings, type Settings } from '../schema.ts'
import { IdentityPage } from './IdentityPage.tsx'
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
  const mayRun = useCan()('identity:run')
  const settings = useEndpoint(getSettings, {})
  const precision = useEndpoint(getPrecision, {})
  const saving = useCommand(setSettings)
  const [draft, setDraft] = useState<Settings>()
  useEffect(() => setDraft(settings.data), [settings.data])
  const save = (next: Settings) => {
    setDraft(next)
    void saving.attempt({ body: next }).then(done => {
      if (done) toast(t('saved'))
      else setDraft(settings.data)
    })
  }
  const points = precision.data?.items ?? []
  const slider = (key: 'reviewThreshold' | 'autoThreshold', label: string, marks: typeof points) => (
    <ThresholdSlider
      label={label}
      points={marks}
      value={draft![key]}
      disabled={!mayRun}
      onChange={value => setDraft({ ...draft!, [key]: value })}
      onChangeEnd={value => save({ ...draft!, [key]: value })}
    />
  )
  const waiting = { data: draft, error: settings.error ?? precision.error, refetch: settings.refetch }
  return (
    <IdentityPage title="matching" layout="narrow" actions={<QueueActions />}>
      <RunBar />
      <Loaded from={waiting} rows={6} height={40}>
        {({ isAutomatic }) => (
          <>
            <Section title={t('review')} description={t('reviewText')}>
              {slider(
                'reviewThreshold',
                t('reviewLabel'),
                points.filter(point => point.threshold < leastAutomatic),
              )}
            </Section>
            <Section
              title={t('auto')}
              description={t('autoText')}
              actions={
                <Switch
                  aria-label={t('isAutomatic')}
                  checked={isAutomatic}
                  disabled={!mayRun}
                  onChange={event => save({ ...draft!, isAutomatic: event.currentTarget.checked })}
                />
              }
            >
              {slider(
                'autoThreshold',
                t('autoLabel'),
                points.filter(point => point.threshold >= leastAutomatic),
              )}
            </Section>
            <ModelTable />
            <RunList />
          </>
        )}
      </Loaded>
    </IdentityPage>
  )
}
