import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listRuns, type Run } from '../schema.ts'
import { useUndoJoins } from './use-undo-joins.ts'

const messages = defineMessages('identity.run-list', {
  title: 'Runs',
  none: 'No run yet.',
  score: 'Comparison of all contacts',
  join: 'Joining of sure pairs',
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  seconds: 'in {seconds} s',
  candidates: '{count, plural, one {# pair found} other {# pairs found}}',
  joined: '{count, plural, one {# joined} other {# joined}}',
  left: '{count, plural, one {# group left for people} other {# groups left for people}}',
  undo: 'Undo joins from here on',
  skipped: '{count, plural, one {# block too large to compare} other {# blocks too large to compare}}',
})

const tones = {
  waiting: 'neutral',
  running: 'accent',
  done: 'neutral',
  failed: 'danger',
  cancelled: 'neutral',
} as const
const counted = ['candidates', 'joined', 'left', 'skipped'] as const

/** What was compared and joined, when, by whom and how long it took. */
export function RunList() {
  const t = useMessages(messages)
  const format = useFormat()
  const mayUndo = useCan()('merges:write')
  const { undo, isUndoing } = useUndoJoins()
  const runs = useEndpoint(listRuns, { query: { limit: 20 } })
  const detailOf = ({ createdAt, startedAt, finishedAt, memberName, counts, error }: Run) => {
    const seconds = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null
    return [
      <RelativeTime key="at" at={createdAt} />,
      memberName,
      ...counted.flatMap(key => {
        const value = counts[key]
        const count = Array.isArray(value) ? value.length : Number(value ?? 0)
        return count > 0 ? t(key, { count }) : []
      }),
      seconds !== null && t('seconds', { seconds: format.number(seconds, { maximumFractionDigits: 1 }) }),
      error,
    ]
  }
  return (
    <Section title={t('title')}>
      <Items list={runs} label={t('title')} rows={2} empty={{ title: t('none'), compact: true }}>
        {run => (
          <ItemRow
            key={run.id}
            title={t(run.kind)}
            detail={detailOf(run)}
            trailing={<StatusChip tone={tones[run.status]}>{t(run.status)}</StatusChip>}
            actions={
              mayUndo &&
              Number(run.counts['joined'] ?? 0) > 0 && (
                <SmallButton
                  label={t('undo')}
                  compact
                  loading={isUndoing}
                  onClick={() => void undo(run.startedAt ?? run.createdAt)}
                />
              )
            }
          />
        )}
      </Items>
    </Section>
  )
}
