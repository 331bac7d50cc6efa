import { useEffect, useId, type ReactNode } from 'react'
import { LayerContext, useShortcutRegistry } from './shortcuts.ts'

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
