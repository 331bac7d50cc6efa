import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { advance, pressToken } from './shortcut-keys.ts'
import { baseLayer, RegistryContext, type Registration, type Registry } from './shortcuts.ts'

const sequencePause = 1200

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const state = useRef({ registrations: new Map<string, Registration>(), layers: [baseLayer] })
  const registry = useMemo<Registry>(() => {
    const { registrations, layers } = state.current
    return {
      register: (id, registration) => registrations.set(id, registration),
      unregister: id => registrations.delete(id),
      openLayer: id => layers.push(id),
      closeLayer: id => layers.splice(layers.indexOf(id), 1),
      active: () =>
        [...registrations.values()]
          .map(({ name, layer, shortcuts }) => ({
            name,
            shortcuts: shortcuts.filter(shortcut => shortcut.everywhere || layer === layers.at(-1)),
          }))
          .filter(group => group.shortcuts.length > 0),
    }
  }, [])

  useEffect(() => {
    let pending: string[] = []
    let last = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      const typing = isTyping(event.target)
      const usable = registry
        .active()
        .flatMap(group => group.shortcuts)
        .filter(shortcut => !typing || shortcut.whileTyping)
      if (event.timeStamp - last > sequencePause) pending = []
      last = event.timeStamp
      const step = advance(usable, pending, pressToken(event))
      pending = step.pending
      if (step.matched) {
        event.preventDefault()
        step.matched.run(event)
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [registry])

  return <RegistryContext value={registry}>{children}</RegistryContext>
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
}
