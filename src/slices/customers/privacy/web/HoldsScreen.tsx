import { IconGavel } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { listLegalHolds } from '../schema.ts'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.holds-screen', {
  title: 'Legal holds',
  lead: 'These people are not erased, neither by request nor by retention, until their hold ends.',
  empty: 'No legal holds',
  emptyText: 'Put a contact under legal hold on its privacy page, for example while a lawsuit goes on.',
  until: 'Until {day}',
  open: 'No end',
})

export default function HoldsScreen() {
  const t = useMessages(messages)
  const format = useFormat()
  const holds = useInfiniteEndpoint(listLegalHolds, { query: { limit: 100 } })
  return (
    <SettingsPage title={t('title')} lead={t('lead')}>
      {holds.error ? (
        <ProblemState problem={holds.error} onRetry={holds.retry} />
      ) : holds.loading ? (
        <SkeletonRows count={3} height={52} />
      ) : holds.items.length === 0 ? (
        <EmptyState icon={IconGavel} title={t('empty')} description={t('emptyText')} />
      ) : (
        <ItemList label={t('title')}>
          {holds.items.map(hold => (
            <ItemRow
              key={hold.id}
              title={
                <Link href={`/contacts/${hold.contactId}/privacy`} className={classes.anchor}>
                  {hold.contactName}
                </Link>
              }
              detail={hold.reason}
              trailing={
                <>
                  <MemberLine id={hold.memberId} />
                  {hold.until ? t('until', { day: format.day(hold.until) }) : t('open')}
                </>
              }
            />
          ))}
        </ItemList>
      )}
    </SettingsPage>
  )
}
