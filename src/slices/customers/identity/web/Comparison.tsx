import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Kbd } from '../../../../ui/keyboard/Kbd.tsx'
import { ShortcutLayer } from '../../../../ui/keyboard/ShortcutLayer.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { OptionPicker } from '../../../../ui/toolbar/OptionPicker.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { Candidate } from '../schema.ts'
import classes from './Comparison.module.css'
import { identityWords } from './identity-words.ts'
import { shareText } from './share.ts'
import { SideTable } from './SideTable.tsx'
import type { Decide } from './use-decide.ts'
import { Verdict } from './Verdict.tsx'

const messages = defineMessages('identity.comparison', {
  keep: 'Keep as main record',
  kept: 'Main record',
  related:
    '{count, plural, one {# more pair hangs together with these.} other {# more pairs hang together with these.}}',
  group: 'Review as a group',
  member: 'Member',
})

/** A pair: how sure it is, why, both side by side, and what can be said of it. */
export function Comparison({ pair, decide }: { pair: Candidate; decide: Decide }) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  const mayDecide = useCan()('identity:decide')
  const [survivorId, setSurvivorId] = useState<string>()
  const { a, b } = pair
  const say = (verdict: 'same' | 'different') =>
    decide.say(verdict, {
      candidateId: pair.id,
      survivorId: verdict === 'same' ? survivorId : undefined,
      names: [a.name, b.name],
      rows: [pair.id],
    })
  const isLater = pair.laterAt !== null
  const reasons = pair.evidence.slice(0, 3).map(item => item.words)
  return (
    <section className={classes.comparison} aria-label={words('and', { a: a.name, b: b.name })}>
      <Verdict
        title={words('likely', { share: shareText(format, pair.probability) })}
        choices={[
          { keys: 'j', label: words('join'), run: () => say('same') },
          { keys: 'n', label: words('different'), run: () => say('different') },
          { keys: 'l', label: words(isLater ? 'notLater' : 'later'), run: () => decide.putOff(pair.id, !isLater) },
        ]}
        more={<AssignMenu assigneeId={pair.assigneeId} onAssign={id => decide.assign(pair.id, id)} />}
      >
        {reasons.length > 0 && <p className={classes.why}>{reasons.join(' · ')}</p>}
        {pair.related > 0 && (
          <p className={classes.why}>
            {t('related', { count: pair.related })} <TextLink href={`/identity/groups?of=${a.id}`} label={t('group')} />
          </p>
        )}
      </Verdict>
      <div className={classes.scroll} tabIndex={0}>
        <SideTable
          label={words('and', { a: a.name, b: b.name })}
          sides={[a, b]}
          evidence={pair.evidence}
          under={
            mayDecide
              ? side => (
                  <Button
                    size="compact-xs"
                    variant={survivorId === side.id ? 'light' : 'subtle'}
                    color={survivorId === side.id ? undefined : 'gray'}
                    className={classes.keep}
                    aria-pressed={survivorId === side.id}
                    onClick={() => setSurvivorId(survivorId === side.id ? undefined : side.id)}
                  >
                    {t(survivorId === side.id ? 'kept' : 'keep')}
                  </Button>
                )
              : undefined
          }
        />
      </div>
    </section>
  )
}

interface AssignMenuProps {
  assigneeId: string | null
  onAssign: (id: string | null) => void
}

/** Gives a pair to somebody; the same one again takes it back. */
function AssignMenu({ assigneeId, onAssign }: AssignMenuProps) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const members = useMembers()
  const [opened, setOpened] = useState(false)
  useShortcuts(words('identity'), [{ keys: 'a', label: words('assign'), run: () => setOpened(true) }])
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<Kbd keys="a" />}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          {members.nameOf(assigneeId) ?? words('assign')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ShortcutLayer>
          <OptionPicker
            field={members.field('assigneeId', t('member'))}
            multiple={false}
            value={assigneeId ? [assigneeId] : []}
            chosen={members.optionOf(assigneeId)}
            onChange={([id]) => {
              setOpened(false)
              onAssign(id ?? null)
            }}
          />
        </ShortcutLayer>
      </Popover.Dropdown>
    </Popover>
  )
}
