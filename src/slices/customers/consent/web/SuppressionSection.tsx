import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call, type Answer } from '../../../../ui/api/call.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { addSuppressions, checkSuppressions, listSuppressions, removeSuppressions, consentWords } from '../schema.ts'
import classes from './SuppressionSection.module.css'

const messages = defineMessages('consent.suppression-section', {
  title: 'Suppressed addresses',
  lead: 'Never written to, whatever else is known of them. Addresses are kept as keyed hashes: they can be checked, not read, and they outlive erasures and imports.',
  addresses: 'E-mail addresses or phone numbers, one a line',
  check: 'Check addresses',
  add: 'Suppress',
  remove: 'Take back',
  free: 'may be written to',
  added: '{count, plural, one {# address suppressed} other {# addresses suppressed}}',
  removed:
    '{count, plural, =0 {Nothing to take back: only what your company added can be} one {# suppression taken back} other {# suppressions taken back}}',
  recent: 'Latest suppressions',
  none: 'Nobody is suppressed yet.',
  hash: 'Address {hash}…',
})

type Checked = Answer<typeof checkSuppressions>['items']

export function SuppressionSection() {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const attempt = useAttempt()
  const list = useInfiniteEndpoint(listSuppressions, { query: { limit: 10 } })
  const add = useCommand(addSuppressions)
  const remove = useCommand(removeSuppressions)
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<Checked>([])
  const addresses = text
    .split(/[\n,;]+/)
    .map(line => line.trim())
    .filter(Boolean)
  const check = () => attempt(call(checkSuppressions, { body: { addresses } }).then(({ items }) => setChecked(items)))
  const change = async (work: Promise<{ count: number }>, word: 'added' | 'removed') => {
    const done = await attempt(work.then(({ count }) => toast(t(word, { count }))))
    if (done) await check()
  }
  return (
    <Section title={t('title')} description={t('lead')}>
      <Textarea
        label={t('addresses')}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          setChecked([])
        }}
      />
      <div className={classes.actions}>
        <Button variant="default" disabled={addresses.length === 0} onClick={() => void check()}>
          {t('check')}
        </Button>
        <Button
          variant="default"
          disabled={addresses.length === 0}
          onClick={() => void change(add.run({ body: { addresses } }), 'added')}
        >
          {t('add')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={addresses.length === 0}
          onClick={() => void change(remove.run({ body: { addresses } }), 'removed')}
        >
          {t('remove')}
        </Button>
      </div>
      {checked.length > 0 && (
        <ItemList label={t('check')}>
          {checked.map(({ address, suppressions }) => (
            <ItemRow
              key={address}
              title={address}
              trailing={
                suppressions.length > 0
                  ? [...new Set(suppressions.map(({ reason }) => words(reason)))].join(', ')
                  : t('free')
              }
            />
          ))}
        </ItemList>
      )}
      <h3 className={classes.recent}>{t('recent')}</h3>
      <Items list={list} label={t('recent')} empty={{ title: t('none'), compact: true }}>
        {({ id, channel, reason, createdAt }) => (
          <ItemRow
            key={`${id} ${channel} ${reason}`}
            title={t('hash', { hash: id.slice(0, 8) })}
            detail={`${words(channel)} · ${words(reason)}`}
            trailing={<RelativeTime at={createdAt} />}
          />
        )}
      </Items>
    </Section>
  )
}
