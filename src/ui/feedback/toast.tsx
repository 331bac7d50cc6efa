import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { defineMessages, useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.tsx'
import classes from './toast.module.css'

const messages = defineMessages({
  en: { undo: 'Undo', group: 'Everywhere', failed: 'Could not undo. The change is still in place; try again.' },
  cs: { undo: 'Vrátit zpět', group: 'Všude', failed: 'Nepodařilo se vrátit zpět. Změna zůstala; zkuste to znovu.' },
})

/** Says that something was done. */
export function toast(message: string) {
  notifications.show({ message: <p className={classes.message}>{message}</p>, autoClose: 4000, className: classes.toast })
}

/** Says what failed, what was kept and what to do; stays until closed. */
export function toastError(message: string) {
  notifications.show({
    message: <p className={classes.message}>{message}</p>,
    autoClose: false,
    className: classes.toast,
    color: 'red',
  })
}

/** Says that something was done and offers to take it back, by button or ⌘Z, for ten seconds. */
export function toastUndo(message: string, undo: () => Promise<unknown> | void) {
  const id = notifications.show({
    message: <UndoToast message={message} undo={undo} close={() => notifications.hide(id)} />,
    autoClose: 10_000,
    className: classes.toast,
  })
}

function UndoToast({ message, undo, close }: { message: string; undo: () => Promise<unknown> | void; close: () => void }) {
  const t = useMessages(messages)
  const [running, setRunning] = useState(false)
  const run = async () => {
    if (running) return
    setRunning(true)
    try {
      await undo()
      close()
    } catch {
      setRunning(false)
      toastError(t('failed'))
    }
  }
  useShortcuts(t('group'), [{ keys: 'mod+z', label: t('undo'), run, everywhere: true }])
  return (
    <div className={classes.undo}>
      <p className={classes.message}>{message}</p>
      <Button size="xs" variant="subtle" loading={running} onClick={run}>
        {t('undo')}
      </Button>
    </div>
  )
}
