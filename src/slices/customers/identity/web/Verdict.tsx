import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Kbd } from '../../../../ui/keyboard/Kbd.tsx'
import { useShortcuts, type Shortcut } from '../../../../ui/keyboard/shortcuts.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import classes from './Comparison.module.css'
import { identityWords } from './identity-words.ts'

interface Choice extends Pick<Shortcut, 'keys' | 'label'> {
  run: () => void
  disabled?: boolean
}

export interface VerdictProps {
  title: string
  /** What can be said of it, by button and key, the likeliest first. */
  choices: readonly Choice[]
  /** After their buttons. */
  more?: ReactNode
  /** Why. */
  children: ReactNode
}

/** How sure it is that contacts are one person, why, and what whoever may decide says of it. */
export function Verdict({ title, choices, more, children }: VerdictProps) {
  const words = useMessages(identityWords)
  const mayDecide = useCan()('identity:decide')
  useShortcuts(words('identity'), mayDecide ? choices : [])
  return (
    <div className={classes.verdict}>
      <div className={classes.likely}>
        <h2 className={classes.share}>{title}</h2>
        {children}
      </div>
      {mayDecide && (
        <div className={classes.buttons}>
          {choices.map(({ keys, label, run, disabled }, at) => (
            <Button
              key={keys}
              size="xs"
              variant={at === 0 ? 'filled' : 'default'}
              disabled={disabled}
              rightSection={<Kbd keys={keys} />}
              onClick={run}
            >
              {label}
            </Button>
          ))}
          {more}
        </div>
      )}
    </div>
  )
}
