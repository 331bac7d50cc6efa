import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useProgress } from '../../../../ui/api/use-progress.ts'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { contactReference } from '../../contacts/web/public.tsx'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { changeRequest, getRequest, type PrivacyRequest } from '../schema.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { ErasureState } from './ErasureState.tsx'
import { ExportSection } from './ExportSection.tsx'
import { privacyWords } from './privacy-words.ts'
import { RequestStatus } from './RequestStatus.tsx'
import { StepList } from './StepList.tsx'
import { StepButtons } from './StepButtons.tsx'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.request-screen', {
  check: 'Identity',
  unchecked: 'Not checked yet',
  status: 'Status',
  extended: '{day} (extended)',
  steps: 'Steps and proof',
  erase: 'Erase person…',
  erasureText: 'Take the person out of everything. What must be kept stays without them.',
  choose: 'Choose the contact whom the request is about',
  first: 'First note how you made sure who asks.',
})

export default function RequestScreen({ params }: ScreenProps) {
  const words = useMessages(privacyWords)
  const request = useProgress(
    getRequest,
    { params: { id: params.id! } },
    ({ export: made }) => made?.status === 'running',
  )
  if (request.data) return <Request request={request.data} />
  return (
    <SettingsPage title={words('request')}>
      <Loaded from={request} rows={8} height={40} />
    </SettingsPage>
  )
}

function Request({ request }: { request: PrivacyRequest }) {
  const t = useMessages(messages)
  const words = useMessages(privacyWords)
  const format = useFormat()
  const members = useMembers()
  const mayWrite = useCan()('privacy:write')
  const change = useCommand(changeRequest)
  const [erasing, setErasing] = useState(false)
  const { id, kind, contactId, contactName, askedBy, email, identityCheck, note, dueAt, extendedAt, receivedAt } =
    request
  const set = (body: Parameters<typeof change.run>[0]['body']) => void change.attempt({ params: { id }, body })
  const isOpen = request.closedAt === null
  const day = format.date(dueAt)
  return (
    <SettingsPage title={`${words(kind)}: ${contactName ?? askedBy}`}>
      <div className={classes.stack}>
        <FactList
          facts={[
            { label: t('status'), value: <RequestStatus request={request} /> },
            { label: words('dueAt'), value: extendedAt ? t('extended', { day }) : day },
            { label: words('receivedAt'), value: format.dateTime(receivedAt) },
            {
              label: words('contact'),
              value: contactId ? (
                <TextLink href={`/contacts/${contactId}`} label={contactName} isName />
              ) : mayWrite && isOpen ? (
                <AsyncSelect
                  aria-label={t('choose')}
                  placeholder={t('choose')}
                  value={null}
                  onChange={option => option && set({ contactId: option.value })}
                  search={contactReference.search}
                  size="xs"
                />
              ) : (
                askedBy
              ),
            },
            ...(email ? [{ label: words('email'), value: email }] : []),
            { label: t('check'), value: identityCheck ?? <span className={classes.dim}>{t('unchecked')}</span> },
            {
              label: words('assignee'),
              value:
                mayWrite && isOpen ? (
                  <AsyncSelect
                    aria-label={words('assignee')}
                    value={members.optionOf(request.assigneeId)[0] ?? null}
                    onChange={option => set({ assigneeId: option?.value ?? null })}
                    search={members.search}
                    size="xs"
                  />
                ) : (
                  <MemberLine id={request.assigneeId} />
                ),
            },
            ...(note ? [{ label: words('note'), value: <span className={classes.text}>{note}</span> }] : []),
          ]}
        />
        {mayWrite && <StepButtons request={request} />}
        {kind !== 'erasure' && contactId !== null && <ExportSection request={request} mayWrite={mayWrite} />}
        {(kind === 'erasure' || request.erasure) && contactId !== null && (
          <Section title={words('erasure')} description={t('erasureText')}>
            {request.erasure ? (
              <ErasureState contactId={contactId} />
            ) : (
              mayWrite &&
              (request.status === 'identified' ? (
                <Button color="red" variant="light" onClick={() => setErasing(true)}>
                  {t('erase')}
                </Button>
              ) : (
                <p className={classes.dim}>{t('first')}</p>
              ))
            )}
          </Section>
        )}
        <Section title={t('steps')}>
          <StepList steps={request.steps} />
        </Section>
      </div>
      {erasing && <EraseDialog contactId={contactId!} requestId={id} onClose={() => setErasing(false)} />}
    </SettingsPage>
  )
}
