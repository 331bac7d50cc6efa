import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { call } from '../../../../ui/api/call.ts'
import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { getDemoSignIn } from '../../demo/schema.ts'

const messages = defineMessages({
  en: { use: 'Fill in the demo sign-in' },
  cs: { use: 'Vyplnit ukázkové přihlášení' },
})

interface Credentials {
  email: string
  password: string
}

/** Shown on the machine that the demo runs on; elsewhere the server tells nobody. */
export function DemoSignIn({ onUse }: { onUse: (credentials: Credentials) => void }) {
  const t = useMessages(messages)
  const [found, setFound] = useState<Credentials | null>(null)
  useEffect(() => {
    call(getDemoSignIn, {}).then(setFound, () => {})
  }, [])
  if (found === null) return null
  return (
    <Button variant="subtle" fullWidth onClick={() => onUse(found)}>
      {t('use')}
    </Button>
  )
}
