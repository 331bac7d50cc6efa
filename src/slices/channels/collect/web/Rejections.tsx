import { IconCircleCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { listRejections } from '../schema.ts'
import classes from './Sources.module.css'

const messages = defineMessages('collect.rejections', {
  label: 'Events that could not be understood',
  empty: 'Everything was understood',
  emptyText: 'An event that is wrong stands here with the reason; those sent with it are taken.',
})

export function Rejections({ sourceId }: { sourceId: string }) {
  const t = useMessages(messages)
  const list = useInfiniteEndpoint(listRejections, { params: { id: sourceId }, query: { limit: 25 } })
  return (
    <Items
      list={list}
      label={t('label')}
      empty={{ icon: IconCircleCheck, title: t('empty'), description: t('emptyText') }}
    >
      {({ id, reason, body, createdAt }) => (
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
      )}
    </Items>
  )
}
