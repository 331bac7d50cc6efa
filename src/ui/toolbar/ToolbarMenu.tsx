import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './ToolbarMenu.module.css'

export interface ToolbarMenuProps {
  /** For screen readers: "Kind". */
  label: string
  /** What is chosen stands on the button. */
  chosen: string
  /** Something about the choice was changed and is not saved: says so. */
  unsaved?: string | false
  children: ReactNode
}

/** A menu above a list, by which it is narrowed. */
export function ToolbarMenu({ label, chosen, unsaved, children }: ToolbarMenuProps) {
  const chevron = <IconChevronDown size={14} aria-hidden />
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button size="xs" variant="subtle" color="gray" className={classes.button} rightSection={chevron}>
          <span className="visually-hidden">{label}: </span>
          {chosen}
          {unsaved && <span className={classes.changed} title={unsaved} role="img" aria-label={unsaved} />}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

export interface TickItemProps {
  isTicked: boolean
  /** One of several that can be ticked; otherwise the one that is chosen. */
  isOneOfMany?: boolean
  onClick: () => void
  children: ReactNode
}

export function TickItem({ isTicked, isOneOfMany = false, ...item }: TickItemProps) {
  const tick = <IconCheck size={14} className={isTicked ? undefined : classes.unchecked} aria-hidden />
  if (!isOneOfMany) return <Menu.Item {...item} leftSection={tick} aria-current={isTicked || undefined} />
  const checkbox = { role: 'menuitemcheckbox', 'aria-checked': isTicked, closeMenuOnClick: false }
  return <Menu.Item {...item} leftSection={tick} {...checkbox} />
}
