import { Tooltip } from '@mantine/core'
import type { ComponentType } from 'react'
import { Kbd } from '../keyboard/Kbd.tsx'
import { Link } from './Link.tsx'
import classes from './NavList.module.css'

export interface NavItem {
  label: string
  href: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  active?: boolean
  /** Shown in the tooltip, e.g. `g c`; bind it with useShortcuts. */
  keys?: string
}

export interface NavGroup {
  /** Absent for the first group. */
  label?: string
  items: readonly NavItem[]
}

export interface NavListProps {
  groups: readonly NavGroup[]
  collapsed?: boolean
  onFollow?: () => void
}

export function NavList({ groups, collapsed, onFollow }: NavListProps) {
  return groups.map((group, index) => (
    <div key={group.label ?? index} className={classes.group} data-collapsed={collapsed || undefined}>
      {group.label && <h2 className={classes.title}>{group.label}</h2>}
      <ul className={classes.list}>
        {group.items.map(item => (
          <li key={item.href}>
            <Tooltip
              position="right"
              disabled={!collapsed && !item.keys}
              openDelay={collapsed ? 200 : 800}
              label={
                <span className={classes.tip}>
                  {item.label} {item.keys && <Kbd keys={item.keys} />}
                </span>
              }
            >
              <Link
                href={item.href}
                className={classes.item}
                aria-current={item.active ? 'page' : undefined}
                onClick={onFollow}
              >
                <item.icon size={17} stroke={1.6} />
                <span className={classes.label}>{item.label}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  ))
}
