import type { CSSProperties } from 'react'
import classes from './Avatar.module.css'
import { hueOf, initialsOf } from './soft-colour.ts'

export interface AvatarProps {
  name: string
  src?: string
  size?: number
  /** Companies are square, people round. */
  square?: boolean
}

/** A picture, or initials on a colour that stays with the name. Always beside the name, so hidden from screen readers. */
export function Avatar({ name, src, size = 24, square = false }: AvatarProps) {
  const style = { '--size': `${size}px`, '--hue': hueOf(name) } as CSSProperties
  return (
    <span className={classes.avatar} style={style} data-square={square || undefined} aria-hidden="true">
      {src ? <img src={src} alt="" width={size} height={size} loading="lazy" /> : initialsOf(name)}
    </span>
  )
}
