import { Button, CopyButton } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { listClaims, sendClaim, type Claim } from '../schema.ts'
import classes from './ClaimDialog.module.css'

const messages = defineMessages('merges.claim-dialog', {
  title: 'Send claim link',
  text: 'A mail with a link and a code goes to the address. When the customer confirms it, the address is his; if another contact had it, the two are merged. Phone numbers and other handles cannot be claimed yet: no channel reaches them.',
  email: 'E-mail',
  submit: 'Send claim link',
  sent: 'Sent to {value}. If the customer would rather type the code, for instance in a chat, give him this page:',
  copy: 'Copy page for the code',
  copied: 'Copied',
  close: 'Close',
  earlier: 'Sent before',
  open: 'Waiting',
  confirmed: 'Confirmed',
  expired: 'Expired',
})

const tones = { open: 'due', confirmed: 'accent', expired: 'neutral' } as const

/** Asks the customer to confirm that an address is his own. */
export default function ClaimDialog({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const t = useMessages(messages)
  const [sent, setSent] = useState<(Claim & { codeUrl: string }) | null>(null)
  const claims = useEndpoint(listClaims, { params: { id: contactId } }).data?.items ?? []
  const send = useCommand(sendClaim)
  const form = useForm({
    initial: { value: null as string | null },
    submit: async ({ value }) =>
      setSent(await send.run({ params: { id: contactId }, body: { kind: 'email', value: value ?? '' } })),
  })
  const earlier = claims.filter(claim => claim.id !== sent?.id)
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      {sent ? (
        <>
          <p className={classes.text}>{t('sent', { value: sent.value })}</p>
          <div className={classes.buttons}>
            <CopyButton value={sent.codeUrl}>
              {({ copy, copied }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose} data-autofocus>
              {t('close')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.text}>{t('text')}</p>
          <Form form={form} submitLabel={t('submit')} onCancel={onClose}>
            <FormField path="value" label={t('email')} autoFocus />
          </Form>
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('earlier')}</h3>
          <ul className={classes.list}>
            {earlier.map(claim => (
              <li key={claim.id} className={classes.item}>
                <span className={classes.value}>{claim.value}</span>
                <StatusChip tone={tones[claim.status]}>{t(claim.status)}</StatusChip>
                <RelativeTime at={claim.confirmedAt ?? claim.createdAt} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
