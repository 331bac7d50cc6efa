import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { getDemoSignIn } from '../../demo/schema.ts'

const messages = defineMessages('sign-in.demo-sign-in', { use: 'Fill in the demo sign-in' })

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
