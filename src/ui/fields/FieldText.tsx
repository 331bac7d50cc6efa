import type { Field, FieldValue } from './field.ts'
import { useFieldWords } from './use-field-words.ts'

export interface FieldTextProps {
  field: Pick<Field, 'type' | 'options' | 'currency'>
  value: FieldValue | undefined
}

/** The value of a field as it is read; relations are named where the field knows them. */
export function FieldText({ field, value }: FieldTextProps) {
  const words = useFieldWords()(field, value)
  if (words === '') return null
  switch (field.type) {
    case 'number':
    case 'money':
    case 'date':
      return <span className="tabular">{words}</span>
    case 'link':
      return <WebLink address={words} />
    default:
      return <span>{words}</span>
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
