import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
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
            <CopyAction value={sent.codeUrl} label={t('copy')} variant="default" />
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
        <Section title={t('earlier')}>
          <ItemList label={t('earlier')}>
            {earlier.map(({ id, value, status, confirmedAt, createdAt }) => (
              <ItemRow
                key={id}
                title={value}
                trailing={
                  <>
                    <StatusChip tone={tones[status]}>{t(status)}</StatusChip>
                    <RelativeTime at={confirmedAt ?? createdAt} />
                  </>
                }
              />
            ))}
          </ItemList>
        </Section>
      )}
    </Dialog>
  )
}
