import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import type { OrderStatus as Status } from '../schema.ts'
import { orderWords } from '../record.ts'

const tones = { placed: 'neutral', paid: 'accent', fulfilled: 'accent', cancelled: 'danger' } as const

export function OrderStatus({ status }: { status: Status }) {
  const t = useMessages(orderWords)
  return <StatusChip tone={tones[status]}>{t(status)}</StatusChip>
}
