import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { StatusChip, type StatusChipProps } from '../../../../ui/values/StatusChip.tsx'
import type { ImportStatus as Status } from '../schema.ts'
import { importWords } from './import-words.ts'

const tones: Record<Status, NonNullable<StatusChipProps['tone']>> = {
  draft: 'neutral',
  checking: 'neutral',
  checked: 'neutral',
  running: 'accent',
  done: 'accent',
  failed: 'danger',
  undoing: 'neutral',
  undone: 'neutral',
}

/** Where an import stands, in a word. */
export function ImportStatus({ status }: { status: Status }) {
  const t = useMessages(importWords)
  return <StatusChip tone={tones[status]}>{t(status)}</StatusChip>
}

/** Something happens to it by itself. */
export function isBusy(status: Status): boolean {
  return status === 'checking' || status === 'running' || status === 'undoing'
}
