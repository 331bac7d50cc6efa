import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { defineMessages, useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.tsx'
import classes from './toast.module.css'

const messages = defineMessages({
  en: {
    region: 'Notifications',
    undo: 'Undo',
    group: 'Everywhere',
    close: 'Close',
    failed: 'Could not undo. The change is still in place; try again.',
  },
  cs: {
    region: 'Oznámení',
    undo: 'Vrátit zpět',
    group: 'Všude',
    close: 'Zavřít',
    failed: 'Nepodařilo se vrátit zpět. Změna zůstala; zkuste to znovu.',
  },
})

interface Toast {
  id: number
  message: string
  failed: boolean
  /** Milliseconds until it goes by itself; null stays until closed. */
  lasts: number | null
  undo?: () => Promise<unknown> | void
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next.slice(-4)
  for (const listener of listeners) listener()
}

function add(next: Omit<Toast, 'id'>) {
  change([...toasts, { ...next, id: ++lastId }])
}

function remove(id: number) {
  change(toasts.filter(other => other.id !== id))
}

/** Says that something was done. */
export function toast(message: string) {
  add({ message, failed: false, lasts: 4000 })
}

/** Says what failed, what was kept and what to do; stays until closed. */
export function toastError(message: string) {
  add({ message, failed: true, lasts: null })
}

/** Says that something was done and offers to take it back, by button or ⌘Z, for ten seconds. */
export function toastUndo(message: string, undo: () => Promise<unknown> | void) {
  add({ message, failed: false, lasts: 10_000, undo })
}

/** Mounted once by the provider. */
export function Toasts() {
  const t = useMessages(messages)
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
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
      {shown.map(one => (
        <ToastLine key={one.id} toast={one} held={held} />
      ))}
    </section>
  )
}

/** Waits while someone points at it or has the focus in it. */
function ToastLine({ toast: { id, message, failed, lasts, undo }, held }: { toast: Toast; held: boolean }) {
  const t = useMessages(messages)
  useEffect(() => {
    if (lasts === null || held) return
    const timer = setTimeout(() => remove(id), lasts)
    return () => clearTimeout(timer)
  }, [id, lasts, held])
  return (
    <div className={classes.toast} data-failed={failed || undefined} role={failed ? 'alert' : undefined}>
      <p className={classes.message}>{message}</p>
      {undo && <UndoButton undo={undo} close={() => remove(id)} />}
      <ActionIcon size="md" aria-label={t('close')} onClick={() => remove(id)}>
        <IconX size={14} />
      </ActionIcon>
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
  return (
    <Button size="xs" variant="subtle" loading={running} onClick={run}>
      {t('undo')}
    </Button>
  )
}
