import { defineMessages } from '../../kernel/messages.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import type { Field, FieldValue } from './field.ts'

const messages = defineMessages('ui.field-text', { yes: 'Yes', no: 'No' })

export interface FieldTextProps {
  field: Pick<Field, 'type' | 'options' | 'currency'>
  value: FieldValue | undefined
}

/** The value of a field as it is read; relations are for their owner to name. */
export function FieldText({ field, value }: FieldTextProps) {
  const t = useMessages(messages)
  const format = useFormat()
  if (value === null || value === undefined || value === '') return null
  const labelOf = (one: string) => field.options?.find(option => option.value === one)?.label ?? one
  switch (field.type) {
    case 'number':
      return <span className="tabular">{format.number(Number(value))}</span>
    case 'money':
      return (
        <span className="tabular">
          {field.currency ? format.money(Number(value), field.currency) : format.number(Number(value) / 100)}
        </span>
      )
    case 'date':
      return <span className="tabular">{format.day(String(value))}</span>
    case 'yesno':
      return value ? t('yes') : t('no')
    case 'choice':
      return labelOf(String(value))
    case 'choices':
      return format.list((Array.isArray(value) ? value : [String(value)]).map(labelOf))
    case 'link':
      return <WebLink address={String(value)} />
    default:
      return String(value)
  }
}

/** Only web addresses are followed: a stored `javascript:` stays text. */
function WebLink({ address }: { address: string }) {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol)) return address
  return (
    <a
      href={url.href}
      target="_blank"
      rel="noopener noreferrer"
      style={{ display: 'inline-block', padding: '2px 0', color: 'var(--accent)' }}
    >
      {url.host.replace(/^www\./, '') + (url.pathname === '/' ? '' : url.pathname)}
    </a>
  )
}
