import { createContext, lazy, use, useEffect, type ComponentType } from 'react'
import type { Permission } from '../../kernel/permissions.ts'

/**
 * Places on screens where other slices show something: name → what the panel is told. The slice that owns the screen
 * adds its places by declaration: `declare module '…/ui/screen/slots.ts' { interface Slots { 'contact.now': { … } } }`.
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

export interface PreparedPanel {
  key: string
  slot: string
  needs: Permission | undefined
  load: () => Promise<unknown>
  Component: ComponentType<any>
}

export const PanelsContext = createContext<readonly PreparedPanel[]>([])

/** Prepare panels once, so that their code is fetched once. */
export function preparePanels(panels: readonly AnyPanel[]): PreparedPanel[] {
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
