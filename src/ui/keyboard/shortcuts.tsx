import { createContext, use, useEffect, useId, useMemo, useRef, type ReactNode } from 'react'
import { advance, pressToken } from './shortcut-keys.ts'

export interface Shortcut {
  /** `c`, `g c`, `mod+k`, `shift+j`; `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while the cursor is in a field; meant for combinations with `mod`. */
  whileTyping?: boolean
  /** Also while a sheet or dialog is open above. */
  everywhere?: boolean
}

export interface ShortcutGroup {
  name: string
  shortcuts: readonly Shortcut[]
}

interface Registration extends ShortcutGroup {
  layer: string
}

interface Registry {
  register: (id: string, registration: Registration) => void
  unregister: (id: string) => void
  openLayer: (id: string) => void
  closeLayer: (id: string) => void
  /** What works right now, for the sheet. */
  active: () => ShortcutGroup[]
}

const base = 'base'
const RegistryContext = createContext<Registry | null>(null)
const LayerContext = createContext(base)

const sequencePause = 1200

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const state = useRef({ registrations: new Map<string, Registration>(), layers: [base] })
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

export function useShortcutRegistry(): Registry {
  const registry = use(RegistryContext)
  if (!registry) throw new Error('ShortcutProvider is missing above this component')
  return registry
}

/** Binds keys as long as the component is mounted; they appear under `group` in the sheet that `?` opens. */
export function useShortcuts(group: string, shortcuts: readonly Shortcut[]) {
  const registry = useShortcutRegistry()
  const layer = use(LayerContext)
  const id = useId()
  useEffect(() => {
    registry.register(id, { name: group, shortcuts, layer })
  }, [registry, id, group, shortcuts, layer])
  useEffect(() => () => registry.unregister(id), [registry, id])
}

/** While mounted, only shortcuts inside it (and those that work everywhere) are live. Sheets and dialogs wrap their content in it. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  const registry = useShortcutRegistry()
  const id = useId()
  useEffect(() => {
    registry.openLayer(id)
    return () => registry.closeLayer(id)
  }, [registry, id])
  return <LayerContext value={id}>{children}</LayerContext>
}
