import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Kbd } from '../../../../ui/keyboard/Kbd.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { Group } from '../schema.ts'
import { identityWords } from './identity-words.ts'
import { shareText } from './share.ts'
import { SideTable } from './SideTable.tsx'
import type { Decide } from './use-decide.ts'
import classes from './Comparison.module.css'

const messages = defineMessages('identity.group-comparison', {
  title: '{count, plural, one {# contact hangs together} other {# contacts hang together}}',
  range: 'The surest pair {most}, the least sure {least}',
  pairs: 'Pairs of the group',
})

/** Three or more contacts side by side; those that are ticked are joined or kept apart. */
export function GroupComparison({ group, decide }: { group: Group; decide: Decide }) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  const mayDecide = useCan()('identity:decide')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(group.contacts.map(contact => contact.id)))
  const picked = group.contacts.filter(contact => chosen.has(contact.id))
  const nameOf = (id: string) => group.contacts.find(contact => contact.id === id)?.name ?? ''
  const say = (verdict: 'same' | 'different') => {
    if (picked.length < 2) return
    decide.say(verdict, {
      contactIds: picked.map(contact => contact.id),
      names: picked.map(contact => contact.name),
      rows: picked.length === group.contacts.length ? [group.id] : [],
    })
  }
  useShortcuts(
    words('identity'),
    mayDecide
      ? [
          { keys: 'j', label: words('join'), run: () => say('same') },
          { keys: 'n', label: words('different'), run: () => say('different') },
        ]
      : [],
  )
  const label = t('title', { count: group.contacts.length })
  return (
    <section className={classes.comparison} aria-label={label}>
      <div className={classes.verdict}>
        <div className={classes.likely}>
          <h2 className={classes.share}>{label}</h2>
          <p className={classes.why}>
            {t('range', { most: shareText(format, group.probability), least: shareText(format, group.weakest) })}
          </p>
        </div>
        {mayDecide && (
          <div className={classes.buttons}>
            <Button size="xs" disabled={picked.length < 2} rightSection={<Kbd keys="j" />} onClick={() => say('same')}>
              {words('joinMany', { count: picked.length })}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={picked.length < 2}
              rightSection={<Kbd keys="n" />}
              onClick={() => say('different')}
            >
              {words('different')}
            </Button>
          </div>
        )}
      </div>
      <div className={classes.scroll} tabIndex={0}>
        <SideTable
          label={label}
          sides={group.contacts}
          choice={mayDecide ? { chosen, onChange: setChosen } : undefined}
        />
        <h3 className={classes.pairsTitle}>{t('pairs')}</h3>
        <ul className={classes.pairs}>
          {group.pairs.map(pair => (
            <li key={pair.id}>
              <span className={classes.pairShare}>{shareText(format, pair.probability)}</span>
              <span>
                {words('and', { a: nameOf(pair.aId), b: nameOf(pair.bId) })}
                <span className={classes.why}>
                  {pair.evidence
                    .slice(0, 3)
                    .map(item => item.words)
                    .join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
