import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { Group } from '../schema.ts'
import { identityWords } from './identity-words.ts'
import { shareText } from './share.ts'
import { SideTable } from './SideTable.tsx'
import type { Decide } from './use-decide.ts'
import { Verdict } from './Verdict.tsx'
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
  const disabled = picked.length < 2
  const say = (verdict: 'same' | 'different') => {
    if (disabled) return
    decide.say(verdict, {
      contactIds: picked.map(contact => contact.id),
      names: picked.map(contact => contact.name),
      rows: picked.length === group.contacts.length ? [group.id] : [],
    })
  }
  const label = t('title', { count: group.contacts.length })
  return (
    <section className={classes.comparison} aria-label={label}>
      <Verdict
        title={label}
        choices={[
          { keys: 'j', label: words('joinMany', { count: picked.length }), run: () => say('same'), disabled },
          { keys: 'n', label: words('different'), run: () => say('different'), disabled },
        ]}
      >
        <p className={classes.why}>
          {t('range', { most: shareText(format, group.probability), least: shareText(format, group.weakest) })}
        </p>
      </Verdict>
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
