import { createContext, lazy, Suspense, use, useEffect, type ComponentType, type ReactNode } from 'react'
import type { Permission } from '../../kernel/permissions.ts'
import { Boundary } from './Boundary.tsx'

/**
 * Places on screens where other slices show something: name → what the panel is told. The slice that owns the screen
 * adds its places by declaration: `declare module '…/ui/screen/slots.tsx' { interface Slots { 'contact.now': { … } } }`.
 */
export interface Slots {}

export interface Panel<Name extends keyof Slots> {
  slot: Name
  /** Smaller ones come first. */
  order: number
  load: () => Promise<{ default: ComponentType<Slots[Name]> }>
  needs?: Permission
}

export type AnyPanel = { [Name in keyof Slots]: Panel<Name> }[keyof Slots]

interface LoosePanel {
  slot: string
  order: number
  needs?: Permission
  load: () => Promise<{ default: ComponentType<any> }>
}

interface Loaded {
  key: string
  slot: string
  needs: Permission | undefined
  load: () => Promise<unknown>
  Component: ComponentType<any>
}

const PanelsContext = createContext<readonly Loaded[]>([])

/** Makes panels known; prepare them once, so that their code is fetched once. */
export function PanelsProvider({ panels, children }: { panels: readonly Loaded[]; children: ReactNode }) {
  return <PanelsContext value={panels}>{children}</PanelsContext>
}

export function preparePanels(panels: readonly AnyPanel[]): Loaded[] {
  return (panels as readonly LoosePanel[])
    .toSorted((one, other) => one.order - other.order)
    .map(({ slot, needs, load }, index) => ({ key: `${slot} ${index}`, slot, needs, load, Component: lazy(load) }))
}

/** Fetches the code of these places' panels while the screen still waits for its own data. */
export function usePreloadedSlots(names: readonly (keyof Slots)[]): void {
  const panels = use(PanelsContext)
  useEffect(() => {
    for (const panel of panels) if ((names as readonly string[]).includes(panel.slot)) panel.load().catch(() => {})
  }, [panels, names])
}

/** All panels of a place, one below the other; one that fails does not take the others with it. */
export function Slot<Name extends keyof Slots>({ name, fallback, props }: { name: Name; fallback?: ReactNode; props: Slots[Name] }) {
  return use(PanelsContext)
    .filter(panel => panel.slot === name)
    .map(({ key, Component }) => (
      <Boundary key={key}>
        <Suspense fallback={fallback}>
          <Component {...(props as object)} />
        </Suspense>
      </Boundary>
    ))
}
