import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { valueOf } from '../../../../ui/record/record-field.ts'
import { handleWords, contactWords } from '../../contacts/record.ts'
import { useCustomFields } from '../../fields/web/public.tsx'
import { sharedWords } from '../../fields/record.ts'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import type { Side } from '../schema.ts'

const messages = defineMessages('identity.use-side-rows', {
  address: 'Address',
  handles: 'Handles',
  touchpoints: 'Touchpoints',
  value: 'Revenue',
})

export interface SideRow {
  key: string
  label: string
  /** Keys of the evidence that belongs to it. */
  evidence: readonly string[]
  /** A line a value. */
  values: readonly (readonly string[])[]
  /** Not a mark of who somebody is, but what went on with them. */
  isFact?: boolean
}

const text = (value: string | null | undefined) => (value ? [value] : [])

/** What contacts that stand side by side hold; fields that none of them has are left out. */
export function useSideRows(sides: readonly Side[]): SideRow[] {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const shared = useMessages(sharedWords)
  const kinds = useMessages(handleWords)
  const format = useFormat()
  const { currency } = useSession().workspace
  const custom = useCustomFields('contact')
  return useMemo(() => {
    const row = (key: string, label: string, read: (side: Side) => string[], more: Partial<SideRow> = {}): SideRow => ({
      key,
      label,
      evidence: [key],
      values: sides.map(read),
      ...more,
    })
    const rows = [
      row('name', words('name'), side => text(side.name), { evidence: ['name', 'firstName', 'lastName'] }),
      row('birthday', words('birthday'), side => (side.birthday ? [format.day(side.birthday)] : [])),
      row('email', words('email'), side => handles(side, ['email'])),
      row('phone', shared('phone'), side => handles(side, ['phone', 'whatsapp'])),
      row(
        'handle',
        t('handles'),
        side =>
          side.handles
            .filter(({ kind }) => !['email', 'phone', 'whatsapp'].includes(kind))
            .map(({ kind, value }) => `${kinds(kind)}: ${value}`),
        { evidence: ['handle', 'shared'] },
      ),
      row('address', t('address'), side => [
        ...text(side.companyName),
        ...text(side.street),
        ...text([side.postalCode, side.city].filter(Boolean).join(' ') || null),
        ...text(side.country),
      ]),
      row('jobTitle', words('jobTitle'), side => text(side.jobTitle)),
      ...custom.map(field =>
        row(field.key, field.label, side => {
          const value = valueOf(side, field)
          return value === null ? [] : [Array.isArray(value) ? value.join(', ') : String(value)]
        }),
      ),
      row('source', shared('source'), side => text(side.source), { isFact: true }),
      row('lifecycle', words('lifecycle'), side => [words(side.lifecycle)], { isFact: true }),
      row('touchpoints', t('touchpoints'), side => count(side.touchpoints), { isFact: true }),
      row('orders', shared('orders'), side => count(side.orders), { isFact: true }),
      row('netAmount', t('value'), side => (side.netAmount === 0 ? [] : [format.money(side.netAmount, currency)]), {
        isFact: true,
      }),
      row('lastTouchAt', shared('lastTouchAt'), side => (side.lastTouchAt ? [format.relative(side.lastTouchAt)] : []), {
        isFact: true,
      }),
    ]
    return rows.filter(({ values }) => values.some(lines => lines.length > 0))

    function count(value: number): string[] {
      return value === 0 ? [] : [format.number(value)]
    }
  }, [sides, t, words, shared, kinds, format, currency, custom])
}

function handles(side: Side, kinds: readonly string[]): string[] {
  return side.handles.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
}
