import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { IconButton } from '../layout/IconButton.tsx'
import { SmallButton } from '../layout/SmallButton.tsx'
import { useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { removeToast, toastError, useToasts, type Toast } from './toast.ts'
import classes from './Toasts.module.css'

const messages = defineMessages('ui.toasts', {
  region: 'Notifications',
  undo: 'Undo',
  group: 'Everywhere',
  close: 'Close',
  failed: 'Could not undo. The change is still in place; try again.',
})

/** Mounted once by the provider. */
export function Toasts() {
  const t = useMessages(messages)
  const toasts = useToasts()
  const [held, setHeld] = useState(false)
  return (
    <section
      aria-label={t('region')}
      aria-live="polite"
      className={classes.region}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map(toast => (
        <ToastLine key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  )
}

/** Waits while someone points at it or has the focus in it. */
function ToastLine({ toast: { id, message, failed, lasts, undo }, held }: { toast: Toast; held: boolean }) {
  const t = useMessages(messages)
  useEffect(() => {
    if (lasts === null || held) return
    const timer = setTimeout(() => removeToast(id), lasts)
    return () => clearTimeout(timer)
  }, [id, lasts, held])
  return (
    <div className={classes.toast} data-failed={failed || undefined} role={failed ? 'alert' : undefined}>
      <p className={classes.message}>{message}</p>
      {undo && <UndoButton undo={undo} close={() => removeToast(id)} />}
      <IconButton icon={IconX} label={t('close')} onClick={() => removeToast(id)} />
    </div>
  )
}

function UndoButton({ undo, close }: { undo: () => Promise<unknown> | void; close: () => void }) {
  const t = useMessages(messages)
  const [running, setRunning] = useState(false)
  const busy = useRef(false)
  const run = async () => {
    if (busy.current) return
    busy.current = true
    setRunning(true)
    try {
      await undo()
      close()
    } catch {
      busy.current = false
      setRunning(false)
      toastError(t('failed'))
    }
  }
  useShortcuts(t('group'), [{ keys: 'mod+z', label: t('undo'), run, everywhere: true }])
  return <SmallButton label={t('undo')} tone="accent" loading={running} onClick={run} />
}
