import { createContext, use, useEffect, useId } from 'react'

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

export interface Registration extends ShortcutGroup {
  layer: string
}

export interface Registry {
  register: (id: string, registration: Registration) => void
  unregister: (id: string) => void
  openLayer: (id: string) => void
  closeLayer: (id: string) => void
  /** What works right now, for the sheet. */
  active: () => ShortcutGroup[]
}

/** The layer of the page itself, below all sheets and dialogs. */
export const baseLayer = 'base'
export const RegistryContext = createContext<Registry | null>(null)
export const LayerContext = createContext(baseLayer)

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
