import { Alert, Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { usePermissionWords } from '../../../../ui/screen/admin-words.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import { useSession } from '../../sign-in/web/public.tsx'
import { createApiKey } from '../schema.ts'
import classes from './ApiKeys.module.css'

const messages = defineMessages('api-keys.create-key-dialog', {
  title: 'Create API key',
  name: 'Name',
  nameHint: 'What uses it, for example “Web shop”.',
  expiry: 'Valid for',
  days30: '30 days',
  days90: '90 days',
  days365: 'A year',
  forever: 'Until it is revoked',
  scopes: 'What it may do',
  all: 'Everything that I may',
  submit: 'Create API key',
  made: 'Copy the key now',
  once: 'It is shown this once only. Keep it where secrets are kept.',
  key: 'API key',
  copy: 'Copy key',
  done: 'Close',
})

const day = 24 * 3600 * 1000
const lengths = { days30: 30, days90: 90, days365: 365, forever: null } as const
type Length = keyof typeof lengths

export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const permissionWords = usePermissionWords()
  const { permissions } = useSession()
  const [secret, setSecret] = useState<string | null>(null)
  const create = useCommand(createApiKey)
  const form = useForm({
    initial: {
      name: '',
      length: 'days365' as Length,
      scopes: ['contacts:read', 'companies:read', 'orders:read'].filter(scope => permissions.includes(scope)),
    },
    submit: async ({ name, length, scopes }) => {
      const days = lengths[length]
      const expiresAt = days === null ? null : new Date(Date.now() + days * day).toISOString()
      setSecret((await create.run({ body: { name, scopes, expiresAt } })).key)
    },
  })
  if (secret !== null) return <NewKey secret={secret} onClose={onClose} />
  const { scopes } = form.values
  return (
    <FormDialog form={form} title={t('title')} submitLabel={t('submit')} size="md" onClose={onClose}>
      <FormField path="name" label={t('name')} description={t('nameHint')} required autoFocus />
      <FormField
        path="length"
        label={t('expiry')}
        type="choice"
        options={(Object.keys(lengths) as Length[]).map(value => ({ value, label: t(value) }))}
        required
      />
      <Checkbox
        label={t('all')}
        checked={scopes.length === permissions.length}
        indeterminate={scopes.length > 0 && scopes.length < permissions.length}
        onChange={event => form.set('scopes', event.currentTarget.checked ? permissions : [])}
      />
      <FormField
        path="scopes"
        label={t('scopes')}
        type="choices"
        shownAs="boxes"
        options={optionsOf(permissions.toSorted(), permissionWords)}
      />
    </FormDialog>
  )
}

function NewKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useMessages(messages)
  return (
    <Dialog opened onClose={onClose} title={t('made')}>
      <Alert color="teal">{t('once')}</Alert>
      <div className={classes.secret}>
        <TextInput
          aria-label={t('key')}
          value={secret}
          readOnly
          data-autofocus
          onFocus={event => event.currentTarget.select()}
          classNames={{ input: classes.mono }}
        />
        <CopyAction value={secret} label={t('copy')} />
      </div>
      <div className={classes.close}>
        <Button variant="default" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </Dialog>
  )
}
