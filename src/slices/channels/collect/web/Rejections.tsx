import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { listRejections } from '../schema.ts'
import classes from './Sources.module.css'

const messages = defineMessages('collect.rejections', {
  label: 'Events that could not be understood',
  empty: 'Everything was understood',
  emptyText: 'An event that is wrong stands here with the reason; those sent with it are taken.',
  more: 'Show older ones',
})

export function Rejections({ sourceId }: { sourceId: string }) {
  const t = useMessages(messages)
  const list = useInfiniteEndpoint(listRejections, { params: { id: sourceId }, query: { limit: 25 } })
  if (list.error) return <ProblemState problem={list.error} onRetry={list.retry} />
  if (list.loading) return <SkeletonRows count={4} height={72} />
  if (list.items.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('empty')} description={t('emptyText')} />
  return (
    <>
      <ItemList label={t('label')}>
        {list.items.map(({ id, reason, body, createdAt }) => (
          <ItemRow
            key={id}
            title={reason}
            detail={
              <pre className={classes.body} tabIndex={0}>
                {body}
              </pre>
            }
            trailing={<RelativeTime at={createdAt} />}
          />
        ))}
      </ItemList>
      {list.hasMore && (
        <Button variant="subtle" color="gray" loading={list.loadingMore} onClick={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
