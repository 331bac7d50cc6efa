import { Button, Modal, TextInput } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { defineMessages, useMessages } from '../i18n/i18n.tsx'
import { ShortcutLayer } from '../keyboard/shortcuts.tsx'
import classes from './confirm-loss.module.css'

const messages = defineMessages({
  en: { lost: 'Lost for good', keep: 'Keep everything', typed: 'Type “{word}” to go on' },
  cs: { lost: 'Nenávratně zmizí', keep: 'Nechat, jak to je', typed: 'Pro pokračování napište „{word}“' },
})

export interface Loss {
  /** The question, e.g. "Erase Marta Nováková?" */
  title: string
  /** What will be lost, one line each. */
  lost: readonly string[]
  /** What stays or what happens instead, one sentence. */
  kept?: string
  /** Verb + object, e.g. "Erase contact". */
  confirm: string
  /** A word that must be typed first; for what touches a whole workspace. */
  typed?: string
}

interface Question extends Loss {
  answer: (confirmed: boolean) => void
}

let question: Question | null = null
const listeners = new Set<() => void>()

function ask(next: Question | null) {
  question = next
  for (const listener of listeners) listener()
}

/** Asks before something that cannot be undone; resolves to true when the person goes on. */
export function confirmLoss(loss: Loss): Promise<boolean> {
  return new Promise(resolve => {
    question?.answer(false)
    ask({ ...loss, answer: resolve })
  })
}

/** Mounted once by the provider. */
export function ConfirmLossHost() {
  const current = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => question,
  )
  return current && <ConfirmLossModal key={current.title} {...current} />
}

function ConfirmLossModal({ title, lost, kept, confirm, typed, answer }: Question) {
  const t = useMessages(messages)
  const [word, setWord] = useState('')
  const close = (confirmed: boolean) => {
    ask(null)
    answer(confirmed)
  }
  return (
    <Modal opened onClose={() => close(false)} title={title} withCloseButton={false}>
      <ShortcutLayer>
        <h3 className={classes.heading}>{t('lost')}</h3>
        <ul className={classes.lost}>
          {lost.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {kept && <p className={classes.kept}>{kept}</p>}
        {typed && (
          <TextInput
            mt="sm"
            label={t('typed', { word: typed })}
            value={word}
            onChange={event => setWord(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        <div className={classes.actions}>
          <Button variant="default" data-autofocus onClick={() => close(false)}>
            {t('keep')}
          </Button>
          <Button color="red" disabled={typed !== undefined && word !== typed} onClick={() => close(true)}>
            {confirm}
          </Button>
        </div>
      </ShortcutLayer>
    </Modal>
  )
}
