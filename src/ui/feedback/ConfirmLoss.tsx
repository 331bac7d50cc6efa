import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { ShortcutLayer } from '../keyboard/ShortcutLayer.tsx'
import { answerQuestion, useQuestion, type Question } from './confirm-loss.ts'
import classes from './ConfirmLoss.module.css'

const messages = defineMessages('ui.confirm-loss', {
  lost: 'Lost for good',
  keep: 'Keep everything',
  typed: 'Type “{word}” to go on',
})

/** Mounted once by the provider. */
export function ConfirmLoss() {
  const current = useQuestion()
  return current && <ConfirmLossModal key={current.title} {...current} />
}

function ConfirmLossModal({ title, lost, kept, confirm, typed }: Question) {
  const t = useMessages(messages)
  const [word, setWord] = useState('')
  return (
    <Modal opened onClose={() => answerQuestion(false)} title={title} withCloseButton={false}>
      <ShortcutLayer>
        {lost.length > 0 && (
          <>
            <h3 className={classes.heading}>{t('lost')}</h3>
            <ul className={classes.lost}>
              {lost.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
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
          <Button variant="default" data-autofocus onClick={() => answerQuestion(false)}>
            {t('keep')}
          </Button>
          <Button color="red" disabled={typed !== undefined && word !== typed} onClick={() => answerQuestion(true)}>
            {confirm}
          </Button>
        </div>
      </ShortcutLayer>
    </Modal>
  )
}
