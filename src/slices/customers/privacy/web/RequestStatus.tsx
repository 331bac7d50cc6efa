import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import type { PrivacyRequestRow } from '../schema.ts'
import { privacyWords } from './privacy-words.ts'

const weekMs = 7 * 24 * 3600_000

export function RequestStatus({
  request,
}: {
  request: Pick<PrivacyRequestRow, 'status' | 'isOverdue' | 'dueAt' | 'closedAt'>
}) {
  const words = useMessages(privacyWords)
  if (request.isOverdue) return <StatusChip tone="danger">{words('overdue')}</StatusChip>
  const isDue = request.closedAt === null && Date.parse(request.dueAt) - Date.now() < weekMs
  const tone = isDue ? 'due' : request.status === 'done' ? 'accent' : 'neutral'
  return <StatusChip tone={tone}>{words(request.status)}</StatusChip>
}
