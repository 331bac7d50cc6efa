import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import type { ContactRow } from '../schema.ts'
import { contactWords } from '../record.ts'

/** Where on the endless way a contact stands. */
export function Lifecycle({ stage }: { stage: ContactRow['lifecycle'] }) {
  const t = useMessages(contactWords)
  return <StatusChip tone={stage === 'loyal' || stage === 'advocate' ? 'accent' : 'neutral'}>{t(stage)}</StatusChip>
}
