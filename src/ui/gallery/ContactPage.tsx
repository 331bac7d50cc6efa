import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import {
  IconArrowMerge,
  IconDots,
  IconMail,
  IconMessageCircle,
  IconMoodSad,
  IconShoppingBag,
  IconStar,
} from '@tabler/icons-react'
import { useState } from 'react'
import { BarChart } from '../charts/BarChart.tsx'
import { useFormat } from '../i18n/i18n.tsx'
import { EmptyState } from '../layout/EmptyState.tsx'
import { Page } from '../layout/Page.tsx'
import { Section } from '../layout/Section.tsx'
import { SplitPage } from '../layout/SplitPage.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { TimelineRow } from '../timeline/TimelineRow.tsx'
import { FactList } from '../values/FactList.tsx'
import { Money } from '../values/Money.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { StatusChip } from '../values/StatusChip.tsx'
import { TagList } from '../values/TagChip.tsx'
import { ThreeV, ValenceChip } from '../values/ThreeV.tsx'
import { sampleEvents } from './sample-data.ts'

const icons = {
  chat: IconMessageCircle,
  order: IconShoppingBag,
  complaint: IconMoodSad,
  survey: IconStar,
  merge: IconArrowMerge,
  email: IconMail,
}

export function ContactPage() {
  const format = useFormat()
  const [events] = useState(() => sampleEvents(500))
  const [shown, setShown] = useState(40)
  return (
    <Page
      title="Marta Nováková"
      breadcrumbs={[{ label: 'Contacts', href: '?page=list' }]}
      layout="fill"
      aside={<StatusChip tone="accent">loyal</StatusChip>}
      actions={
        <>
          <ActionIcon aria-label="More actions" size="lg">
            <IconDots size={18} />
          </ActionIcon>
          <Button variant="default">Log call</Button>
          <Button>Write message</Button>
        </>
      }
    >
      <SplitPage
        whoLabel="Who"
        mainLabel="Timeline"
        nowLabel="Now"
        whoSummary={
          <>
            <PersonLine name="Marta Nováková" detail="marta.n@example.com" size={40} />
            <div style={{ marginTop: 10 }}>
              <ThreeV
                inline
                value={<Money amount={124000} currency="EUR" style="round" />}
                voice="4.6 / 5"
                valence={0.42}
              />
            </div>
          </>
        }
        who={
          <>
            <PersonLine name="Marta Nováková" detail="Head of purchasing" size={44} />
            <Section title="Handles">
              <FactList
                facts={[
                  { label: 'E-mail', value: 'marta.n@example.com' },
                  { label: 'Phone', value: '+420 777 123 456' },
                  { label: 'Instagram', value: '@marta' },
                ]}
              />
            </Section>
            <Section title="Details">
              <FactList
                facts={[
                  { label: 'Company', value: <PersonLine name="Šumava Timber" square /> },
                  { label: 'Owner', value: <PersonLine name="Jana Horká" /> },
                  { label: 'Tags', value: <TagList names={['vip', 'wholesale']} /> },
                  { label: 'Birthday', value: format.day('1984-03-29') },
                ]}
              />
            </Section>
            <Section title="Relationship">
              <ThreeV value={<Money amount={124000} currency="EUR" style="round" />} voice="4.6 / 5" valence={0.42} />
            </Section>
          </>
        }
        now={
          <>
            <Section title="Next best step">
              <EmptyState
                compact
                title="Thank for the referral of Petr"
                action={<Button size="xs">Write thanks</Button>}
              />
            </Section>
            <Section title="Tickets">
              <StatusChip tone="due">Reply due in 20 min</StatusChip>
            </Section>
            <Section title="Tasks">
              <EmptyState
                compact
                title="Tasks for this contact appear here."
                action={
                  <Button size="xs" variant="default">
                    Create task
                  </Button>
                }
              />
            </Section>
          </>
        }
      >
        <div style={{ overflowY: 'auto', flex: 1 }}>
          <div style={{ padding: '16px var(--gutter) 0' }}>
            <BarChart
              label="Orders by quarter"
              periods={['Q1 25', 'Q2 25', 'Q3 25', 'Q4 25', 'Q1 26', 'Q2 26', 'Q3 26', 'Q4 26'].map((label, index) => ({
                key: label,
                label,
                values: {
                  bought: [84, 120, 60, 310, 140, 0, 95, 220][index]! * 100,
                  returned: -[0, 20, 0, 45, 0, 0, 95, 0][index]! * 100,
                },
              }))}
              series={[
                { key: 'bought', label: 'Purchases', colour: 'var(--chart)' },
                { key: 'returned', label: 'Returns', colour: 'var(--valence-negative-mark)' },
              ]}
              formatValue={value => format.money(value, 'EUR')}
              formatLabel={value => format.money(value, 'EUR', 'round')}
              onOpen={() => {}}
              height={128}
            />
          </div>
          <div style={{ padding: '12px var(--gutter) 0' }}>
            <SegmentedControl size="xs" data={['All', 'Messages', 'Orders']} aria-label="Kind" />
          </div>
          <Timeline
            label="Timeline of Marta Nováková"
            items={events.slice(0, shown)}
            itemId={event => event.id}
            at={event => event.at}
            hasMore={shown < events.length}
            onLoadMore={() => setShown(count => count + 40)}
            renderItem={event => (
              <TimelineRow
                at={event.at}
                icon={icons[event.kind]}
                quiet={event.kind === 'merge'}
                title={event.title}
                href={event.kind === 'order' ? '?page=list' : undefined}
                meta={
                  event.kind === 'chat' ? 'chat · answered in 6 min' : event.kind === 'order' ? '2 items' : undefined
                }
                body={event.body}
                trailing={
                  event.amount ? (
                    <Money amount={event.amount} currency="EUR" />
                  ) : event.valence ? (
                    <ValenceChip valence={event.valence} digits={1} />
                  ) : undefined
                }
              />
            )}
          />
        </div>
      </SplitPage>
    </Page>
  )
}
