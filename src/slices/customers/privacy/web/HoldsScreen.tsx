import { IconGavel } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { listLegalHolds } from '../schema.ts'

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
      <Items
        list={holds}
        label={t('title')}
        rows={3}
        empty={{ icon: IconGavel, title: t('empty'), description: t('emptyText') }}
      >
        {hold => (
          <ItemRow
            key={hold.id}
            title={<TextLink href={`/contacts/${hold.contactId}/privacy`} label={hold.contactName} isName />}
            detail={hold.reason}
            trailing={
              <>
                <MemberLine id={hold.memberId} />
                {hold.until ? t('until', { day: format.day(hold.until) }) : t('open')}
              </>
            }
          />
        )}
      </Items>
    </SettingsPage>
  )
}
