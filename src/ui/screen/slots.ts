import { createContext, lazy, use, useEffect, type ComponentType } from 'react'
import type { Permission } from '../../kernel/permissions.ts'
import type { WebKind } from '../record/web-kind.ts'

/**
 * Places on screens where other slices show something: name → what the panel is told. The slice that owns the screen
 * adds its places by declaration: `declare module '…/ui/screen/slots.ts' { interface Slots { 'contact.now': { … } } }`.
 */
export interface Slots {
  /** Above what happened with a record: what can be written. */
  'record.compose': ShownRecord
  /** The middle of a record's page. */
  'record.main': ShownRecord
  /** What is going on with a record. */
  'record.now': ShownRecord
  /** Further items of a record's menu "More". */
  'record.actions': ShownRecord
}

/** The record on whose page something is shown. */
export interface ShownRecord {
  /** As the server names it: `contact`. */
  kind: string
  /** The plural noun of the API: `contacts`. */
  table: string
  id: string
  name: string
  /** It is in the bin: nothing more is written to it. */
  isDeleted: boolean
  /** As its page has it. */
  full: object
}

export interface Panel<Name extends keyof Slots> {
  slot: Name
  /** Smaller ones come first. */
  order: number
  load: () => Promise<{ default: ComponentType<Slots[Name]> }>
  needs?: Permission
  /** On the pages of these kinds of record; of all, where it is left out. */
  of?: readonly string[] | ((kind: WebKind) => boolean)
}

export type AnyPanel = { [Name in keyof Slots]: Panel<Name> }[keyof Slots]

interface LoosePanel extends Omit<Panel<any>, 'slot' | 'load'> {
  slot: string
  load: () => Promise<{ default: ComponentType<any> }>
}

export interface PreparedPanel extends LoosePanel {
  of?: readonly string[]
  key: string
  Component: ComponentType<any>
}

export const PanelsContext = createContext<readonly PreparedPanel[]>([])

/** Prepare panels once, so that their code is fetched once. */
export function preparePanels(panels: readonly AnyPanel[], kinds: readonly WebKind[]): PreparedPanel[] {
  return (panels as readonly LoosePanel[])
    .toSorted((one, other) => one.order - other.order)
    .map(({ of, ...panel }, index) => ({
      ...panel,
      of: typeof of === 'function' ? kinds.filter(of).map(({ name }) => name) : of,
      key: `${panel.slot} ${index}`,
      Component: lazy(panel.load),
    }))
}

/** Whether a panel belongs into this place, on the page of a record of this kind if it is one. */
export function isIn({ slot, of }: PreparedPanel, name: string, kind: string | undefined): boolean {
  return slot === name && (of === undefined || (kind !== undefined && of.includes(kind)))
}

/** Fetches the code of these places' panels while the screen still waits for its own data. */
export function usePreloadedSlots(names: readonly (keyof Slots)[], kind: string): void {
  const panels = use(PanelsContext)
  useEffect(() => {
    for (const panel of panels) if (names.some(name => isIn(panel, name, kind))) panel.load().catch(() => {})
  }, [panels, names, kind])
}
