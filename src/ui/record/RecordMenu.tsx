import { IconCopy, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { toast } from '../feedback/toast.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { DotsMenu, MenuItem } from '../layout/DotsMenu.tsx'
import { useNoun } from './noun.ts'
import type { WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-menu', { copy: 'Copy link', copied: 'Link copied.' })

export interface RecordMenuProps {
  record: WebRecord<any, any>
  id: string
  /** Absent for those who may not, and for what is in the bin. */
  onDelete: (() => void) | undefined
  /** Further items, before deleting. */
  children?: ReactNode
}

/** What can be done with one record besides editing it. */
export function RecordMenu({ record, id, onDelete, children }: RecordMenuProps) {
  const t = useMessages(messages)
  const noun = useNoun(record.noun)
  useShortcuts(noun.many, onDelete ? [{ keys: 'shift+backspace', label: noun.say('delete'), run: onDelete }] : [])
  const copy = () =>
    void navigator.clipboard?.writeText(`${location.origin}${record.href}/${id}`).then(() => toast(t('copied')))
  return (
    <DotsMenu>
      <MenuItem icon={IconCopy} label={t('copy')} onClick={copy} />
      {children}
      {onDelete && <MenuItem icon={IconTrash} label={noun.say('delete')} onClick={onDelete} danger />}
    </DotsMenu>
  )
}
