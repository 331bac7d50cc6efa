import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { getContact } from '../../contacts/schema.ts'
import { endLegalHold, getErasure, getLegalHold, holdContact, listRequests, type LegalHold } from '../schema.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { ErasureState } from './ErasureState.tsx'
import { NoteRequestDialog } from './NoteRequestDialog.tsx'
import { privacyWords } from './privacy-words.ts'
import classes from './Privacy.module.css'
import { RequestStatus } from './RequestStatus.tsx'

const messages = defineMessages('privacy.contact-privacy-screen', {
  contacts: 'Contacts',
  none: 'No requests yet.',
  holdText: 'Keeps the person from being erased, by people and by retention.',
  noHold: 'None.',
  held: '{reason} (until {day})',
  put: 'Put under legal hold',
  change: 'Change',
  end: 'End legal hold',
  ended: 'Legal hold ended',
  erase: 'Erase person…',
  eraseText: 'You see what is deleted, redacted and kept before anything happens.',
  reason: 'Reason',
  reasonHint: 'Shown to whoever wants to erase the person.',
  until: 'Until',
  untilHint: 'Empty: until somebody ends it.',
})

/** All that can be done about a person's data. */
export default function ContactPrivacyScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const words = useMessages(privacyWords)
  const format = useFormat()
  const navigate = useNavigateTo()
  const mayWrite = useCan()('privacy:write')
  const id = params.id!
  const contact = useEndpoint(getContact, { params: { id } })
  const requests = useInfiniteEndpoint(listRequests, { query: { 'filter[contactId]': id, limit: 50 } })
  const hold = useEndpoint(getLegalHold, { params: { id } }).data?.hold ?? null
  const erasure = useEndpoint(getErasure, { params: { id } }).data?.erasure
  const end = useCommand(endLegalHold)
  const [open, setOpen] = useState<'note' | 'hold' | 'erase' | null>(null)
  const close = () => setOpen(null)
  const name = contact.data?.name ?? ''
  if (contact.error)
    return (
      <Page title={words('privacy')}>
        <Loaded from={contact} />
      </Page>
    )
  return (
    <Page
      title={words('privacy')}
      breadcrumbs={[
        { label: t('contacts'), href: '/contacts' },
        { label: name, href: `/contacts/${id}` },
      ]}
      layout="narrow"
    >
      <div className={classes.stack}>
        <Section
          title={words('requests')}
          actions={mayWrite && <SmallButton label={words('noteRequest')} onClick={() => setOpen('note')} />}
        >
          <Items list={requests} label={words('requests')} rows={2} compact empty={{ title: t('none'), compact: true }}>
            {request => (
              <ItemRow
                key={request.id}
                title={
                  <TextLink href={`/settings/privacy/requests/${request.id}`} label={words(request.kind)} isName />
                }
                detail={`${words('receivedAt')} ${format.date(request.receivedAt)}`}
                trailing={<RequestStatus request={request} />}
              />
            )}
          </Items>
        </Section>
        {erasure ? (
          <Section title={words('erasure')}>
            <ErasureState contactId={id} />
          </Section>
        ) : (
          <>
            <Section title={words('hold')} description={t('holdText')}>
              <p className={hold ? undefined : classes.dim}>
                {hold === null
                  ? t('noHold')
                  : hold.until
                    ? t('held', { reason: hold.reason, day: format.day(hold.until) })
                    : hold.reason}
              </p>
              {mayWrite && (
                <div className={classes.buttons}>
                  <SmallButton label={t(hold ? 'change' : 'put')} onClick={() => setOpen('hold')} />
                  {hold && (
                    <SmallButton
                      label={t('end')}
                      onClick={() => void end.attempt({ params: { id } }, () => toast(t('ended')))}
                    />
                  )}
                </div>
              )}
            </Section>
            {mayWrite && (
              <Section title={words('erasure')} description={t('eraseText')}>
                <div className={classes.buttons}>
                  <Button size="xs" color="red" variant="light" onClick={() => setOpen('erase')}>
                    {t('erase')}
                  </Button>
                </div>
              </Section>
            )}
          </>
        )}
      </div>
      {open === 'note' && (
        <NoteRequestDialog
          contact={{ value: id, label: name }}
          onClose={close}
          onNoted={request => navigate(`/settings/privacy/requests/${request}`)}
        />
      )}
      {open === 'hold' && <HoldDialog contactId={id} hold={hold} onClose={close} />}
      {open === 'erase' && <EraseDialog contactId={id} onClose={close} />}
    </Page>
  )
}

function HoldDialog({ contactId, hold, onClose }: { contactId: string; hold: LegalHold | null; onClose: () => void }) {
  const t = useMessages(messages)
  const put = useCommand(holdContact)
  const form = useForm({
    initial: { reason: hold?.reason ?? '', until: hold?.until ?? (null as string | null) },
    submit: body => put.run({ params: { id: contactId }, body }).then(onClose),
  })
  return (
    <FormDialog form={form} title={t('put')} onClose={onClose}>
      <FormField path="reason" label={t('reason')} type="long" description={t('reasonHint')} required autoFocus />
      <FormField path="until" label={t('until')} type="date" description={t('untilHint')} />
    </FormDialog>
  )
}
