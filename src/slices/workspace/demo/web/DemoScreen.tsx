import { Button } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { forgetRecents } from '../../../../ui/screen/recents.ts'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { demoRecords, getDemo, removeDemo, type Demo } from '../schema.ts'

const messages = defineMessages('demo.demo-screen', {
  title: 'Demo data',
  lead: 'A made-up company, so that you can look around with something to see. None of its people exist, and nothing is sent to them.',
  contacts: 'Contacts',
  companies: 'Companies',
  orders: 'Orders',
  returns: 'Returns',
  products: 'Products',
  notes: 'Notes',
  tasks: 'Tasks',
  members: 'Members',
  remove: 'Remove demo data',
  owner: 'Only an owner can remove it.',
  removeTitle: 'Remove the demo data?',
  lost: '{label}: {count}',
  kept: 'Everything you created or imported yourself stays, and so does your own sign-in.',
  word: 'remove',
  removed: 'Demo data removed',
  empty: 'There is no demo data',
  emptyText: 'Everything in this workspace is your own.',
})

export default function DemoScreen() {
  const t = useMessages(messages)
  const demo = useEndpoint(getDemo, {})
  return (
    <SettingsPage title={t('title')} lead={demo.data?.isDemo ? t('lead') : undefined}>
      <Loaded from={demo} rows={7}>
        {data =>
          data.isDemo ? (
            <DemoCompany demo={data} />
          ) : (
            <EmptyState icon={IconDatabaseOff} title={t('empty')} description={t('emptyText')} />
          )
        }
      </Loaded>
    </SettingsPage>
  )
}

function DemoCompany({ demo }: { demo: Demo }) {
  const t = useMessages(messages)
  const format = useFormat()
  const client = useQueryClient()
  const mayRemove = useCan()('demo:remove')
  const remove = useCommand(removeDemo)
  const countOf = ({ count, isCapped }: Demo['contacts']) => `${format.number(count)}${isCapped ? '+' : ''}`
  const askRemove = async () => {
    const lost = demoRecords
      .filter(kind => demo[kind].count > 0)
      .map(kind => t('lost', { label: t(kind), count: countOf(demo[kind]) }))
    const asked = { title: t('removeTitle'), lost, kept: t('kept'), confirm: t('remove'), typed: t('word') }
    const forget = async () => {
      forgetRecents()
      await client.invalidateQueries()
      toast(t('removed'))
    }
    await remove.attempt({}, forget, asked)
  }
  return (
    <>
      <FactList
        facts={demoRecords.map(kind => ({
          label: t(kind),
          value: <span className="tabular">{countOf(demo[kind])}</span>,
        }))}
      />
      {mayRemove ? (
        <Button mt="lg" color="red" variant="light" loading={remove.running} onClick={() => void askRemove()}>
          {t('remove')}
        </Button>
      ) : (
        <p>{t('owner')}</p>
      )}
    </>
  )
}
