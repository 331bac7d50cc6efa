import { PasswordInput as MantinePasswordInput, type PasswordInputProps } from '@mantine/core'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'

const messages = defineMessages('ui.password-input', { toggle: 'Show or hide password' })

/** A password that can be looked at. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useMessages(messages)
  return <MantinePasswordInput visibilityToggleButtonProps={{ 'aria-label': t('toggle') }} {...props} />
}
