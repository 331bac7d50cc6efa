import { IconX } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { hueOf } from './soft-colour.ts'
import classes from './TagChip.module.css'

const messages = defineMessages('ui.tag-chip', { remove: 'Remove {name}' })

export interface TagChipProps {
  name: string
  /** A chosen hue, null for grey; by default one that stays with the name. */
  hue?: number | null
  onRemove?: () => void
}

export function TagChip({ name, hue = hueOf(name), onRemove }: TagChipProps) {
  const t = useMessages(messages)
  return (
    <span
      className={classes.chip}
      data-grey={hue === null || undefined}
      style={{ '--hue': hue ?? 0 } as CSSProperties}
      title={name}
    >
      <span className={classes.name}>{name}</span>
      {onRemove && (
        <button type="button" className={classes.remove} aria-label={t('remove', { name })} onClick={onRemove}>
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
