import { Button } from '@mantine/core'
import { IconMessageCircle, IconShoppingBag } from '@tabler/icons-react'
import { BarChart } from '../charts/BarChart.tsx'
import { useFormat } from '../i18n/i18n.tsx'
import { Kbd } from '../keyboard/Kbd.tsx'
import { Page } from '../layout/Page.tsx'
import { Section } from '../layout/Section.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { TimelineRow } from '../timeline/TimelineRow.tsx'
import { Avatar } from '../values/Avatar.tsx'
import { Money } from '../values/Money.tsx'
import { NumberText } from '../values/NumberText.tsx'
import { RelativeTime } from '../values/RelativeTime.tsx'
import { Stat, StatRow } from '../values/Stat.tsx'
import { StatusChip } from '../values/StatusChip.tsx'
import { TagChip } from '../values/TagChip.tsx'
import { ValenceChip, ValenceGlyph, ValueChip, ValueGlyph, VoiceChip, VoiceGlyph } from '../values/ThreeV.tsx'
import { people } from './sample-data.ts'

const row = { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' } as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const tags = ['vip', 'wholesale', 'newsletter', 'at risk', 'věrnostní', '新規', 'Praha']
const tones = ['neutral', 'accent', 'due', 'danger'] as const
const nothingMore = { loading: false, loadingMore: false, hasMore: false, loadMore() {}, error: null, retry() {} }
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

export function ValuesPage() {
  const format = useFormat()
  return (
    <Page title="Values">
      <Section title="Numbers">
        <StatRow>
          <Stat
            label="Value"
            glyph={<ValueGlyph />}
            value={format.money(124_000_000, 'EUR', 'compact')}
            detail="+4% on October"
            series={[4, 5, 4.5, 6, 6.5, 7, 7.2]}
            colour="var(--value-mark)"
            href="?page=list"
          />
          <Stat
            label="Voice"
            glyph={<VoiceGlyph />}
            value="4.6"
            detail="of 5, 318 answers"
            series={[4.1, 4.2, 4.4, 4.3, 4.6]}
            colour="var(--voice-mark)"
          />
          <Stat
            label="Valence"
            glyph={<ValenceGlyph valence={0.42} />}
            value="+0.42"
            detail="−0.03 on October"
            series={[0.1, -0.2, 0.1, 0.3, 0.42]}
            colour="var(--valence-positive-mark)"
          />
          <Stat label="Answered in time" value={format.percent(0.964, 1)} detail="within one hour" />
        </StatRow>
      </Section>
      <Section title="Revenue">
        <BarChart
          label="Revenue and returns by month"
          periods={months.map((label, index) => ({
            key: label,
            label,
            values: { in: 40 + ((index * 37) % 61), out: -((index * 13) % 17) },
          }))}
          series={[
            { key: 'in', label: 'Purchases', colour: 'var(--chart)' },
            { key: 'out', label: 'Returns', colour: 'var(--valence-negative-mark)' },
          ]}
          formatValue={value => format.money(value * 100_00, 'EUR')}
          formatLabel={value => format.compact(value * 100)}
          onOpen={() => {}}
          height={180}
        />
      </Section>
      <Section title="Timeline">
        <Timeline
          label="Timeline of Marta Nováková"
          list={{ ...nothingMore, items: [0, 0.1, 1, 30, 400].map(days => ({ id: String(days), at: daysAgo(days) })) }}
          at={event => event.at}
          renderItem={({ id, at }) =>
            id === '0.1' ? (
              <TimelineRow
                at={at}
                icon={IconMessageCircle}
                title="“Where is my order?”"
                meta="chat"
                body="It said Tuesday."
              />
            ) : (
              <TimelineRow
                at={at}
                icon={IconShoppingBag}
                title="Order #10231"
                trailing={<Money amount={8400} currency="EUR" />}
              />
            )
          }
        />
      </Section>
      <Section title="Chips and pictures">
        <div style={row}>
          <ValueChip>
            <Money amount={124000} currency="EUR" style="round" />
          </ValueChip>
          <VoiceChip>4.6</VoiceChip>
          {[-0.9, -0.4, 0, 0.4, 0.9].map(valence => (
            <ValenceChip key={valence} valence={valence} />
          ))}
          {tags.map(tag => (
            <TagChip key={tag} name={tag} onRemove={() => {}} />
          ))}
          {tones.map(tone => (
            <StatusChip key={tone} tone={tone}>
              {tone}
            </StatusChip>
          ))}
          {people.map(name => (
            <Avatar key={name} name={name} size={32} />
          ))}
          <Avatar name="Šumava Timber" size={32} square />
        </div>
      </Section>
      <Section title="Numbers, times and keys">
        <div style={row}>
          <NumberText value={1_234_567.5} />
          <RelativeTime at={daysAgo(0.005)} />
          <RelativeTime at={daysAgo(40)} />
          {format.bytes(45_300_000)}
          <Kbd keys="mod+k" />
          <Kbd keys="g c" />
          <Kbd keys="shift+j" />
        </div>
      </Section>
      <Section title="Buttons">
        <div style={row}>
          <Button>Save contact</Button>
          <Button variant="default">Log call</Button>
          <Button variant="light">Add filter</Button>
          <Button variant="subtle">Show more</Button>
          <Button color="red">Erase contact</Button>
          <Button disabled>Save contact</Button>
          <Button loading>Save contact</Button>
        </div>
      </Section>
    </Page>
  )
}
