import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FieldPair, Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { setMailSettings, tlsModes, type MailInput, type MailSettings } from '../schema.ts'
import classes from './Settings.module.css'

const messages = defineMessages('settings.mail-form', {
  host: 'Host',
  port: 'Port',
  tls: 'Encryption',
  implicit: 'TLS from the start (port 465)',
  required: 'STARTTLS required (port 587)',
  'when-offered': 'STARTTLS where the server offers it',
  off: 'None',
  user: 'User',
  password: 'Password',
  kept: 'Leave empty to keep the one before.',
  fromName: 'Name of the sender',
  fromAddress: 'Address of the sender',
  dkimDomain: 'Domain that signs (DKIM)',
  dkimSelector: 'Selector of the key',
  dkimHint: 'Optional. We make the key and show what to enter in DNS.',
  save: 'Save mail server',
  saved: 'Mail server saved. Mail that waited goes out now.',
})

export function MailForm({ own, onDone }: { own: MailSettings['own']; onDone: () => void }) {
  const t = useMessages(messages)
  const save = useCommand(setMailSettings)
  const form = useForm({
    initial: {
      host: own?.host ?? '',
      port: own?.port ?? 587,
      tls: own?.tls ?? 'required',
      user: own?.user ?? null,
      password: '',
      from: { name: own?.from.name ?? null, address: own?.from.address ?? '' },
      dkim: { domain: own?.dkim?.domain ?? null, selector: own?.dkim?.selector ?? null },
    },
    submit: async ({ password, dkim, ...rest }) => {
      const body = {
        ...rest,
        ...(password ? { password } : {}),
        dkim: dkim.domain ? { domain: dkim.domain, selector: dkim.selector || 'rapport' } : null,
      }
      await save.run({ body: body as MailInput })
      toast(t('saved'))
      onDone()
    },
  })
  return (
    <Form form={form} submitLabel={t('save')} onCancel={onDone}>
      <div className={classes.host}>
        <FormField path="host" label={t('host')} required autoFocus />
        <FormField path="port" label={t('port')} type="number" required />
      </div>
      <FormField path="tls" label={t('tls')} type="choice" options={optionsOf(tlsModes, t)} required />
      <FieldPair>
        <FormField path="user" label={t('user')} />
        <FormField
          path="password"
          label={t('password')}
          type="password"
          description={own?.hasPassword ? t('kept') : undefined}
          autoComplete="new-password"
        />
      </FieldPair>
      <FieldPair>
        <FormField path="from.name" label={t('fromName')} />
        <FormField path="from.address" label={t('fromAddress')} required />
      </FieldPair>
      <FieldPair>
        <FormField path="dkim.domain" label={t('dkimDomain')} description={t('dkimHint')} />
        <FormField path="dkim.selector" label={t('dkimSelector')} />
      </FieldPair>
    </Form>
  )
}
