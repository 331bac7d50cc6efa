import { Textarea, TextInput } from '@mantine/core'
import type { ChangeEvent } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import type { TypedControlProps } from './field.ts'

const messages = defineMessages('ui.textual-input', { link: 'https://' })

/** A line, several lines, a time of day or an address; nothing is null, but where something is required. */
export function TextualInput({ field, value, onChange, input }: TypedControlProps) {
  const t = useMessages(messages)
  const control = {
    ...input,
    value: typeof value === 'string' ? value : '',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const text = event.currentTarget.value
      onChange(text === '' && !input.required ? null : text)
    },
  }
  switch (field.type) {
    case 'long':
      return <Textarea {...control} autosize minRows={2} maxRows={10} />
    case 'link':
      return <TextInput {...control} type="url" placeholder={input.placeholder ?? t('link')} />
    default:
      return <TextInput {...control} type={field.type === 'time' ? 'time' : 'text'} />
  }
}
