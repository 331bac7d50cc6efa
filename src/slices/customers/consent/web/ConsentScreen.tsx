import { Button } from '@mantine/core'
import { IconChecklist, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { changePurpose, exportConsents, listPurposes, type Purpose, consentWords } from '../schema.ts'
import { PurposeDialog } from './PurposeDialog.tsx'
import { SuppressionSection } from './SuppressionSection.tsx'
import { TextsDialog } from './TextsDialog.tsx'

const messages = defineMessages('consent.consent-screen', {
  title: 'Consent',
  purposes: 'Purposes',
  lead: 'What you ask customers to agree to. Every wording is kept, so that you can show what somebody once read.',
  create: 'Add purpose',
  edit: 'Edit',
  archive: 'Archive',
  restore: 'Restore',
  archived: 'Archived',
  isArchived: 'Purpose “{name}” archived',
  texts: 'Wording {version}',
  proof: 'Export proof',
  empty: 'Purposes appear here',
  emptyText: 'Add what you ask customers to agree to.',
})

export default function ConsentScreen() {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const { locale } = useFormat()
  const mayManage = useCan()('consent:manage')
  const purposes = useEndpoint(listPurposes, {})
  const change = useCommand(changePurpose)
  const [editing, setEditing] = useState<Purpose | 'new' | null>(null)
  const [reading, setReading] = useState<Purpose | null>(null)

  const setArchived = async ({ id, name }: Purpose, isArchived: boolean) => {
    const done = await change.attempt({ params: { id }, body: { isArchived } })
    if (done && isArchived)
      toastUndo(t('isArchived', { name: inLanguage(name, locale) }), () =>
        change.attempt({ params: { id }, body: { isArchived: false } }),
      )
  }
  const createButton = useCreateButton(t('title'), t('create'), mayManage && (() => setEditing('new')))
  return (
    <SettingsPage
      title={t('title')}
      actions={
        mayManage && (
          <>
            <Button
              component="a"
              href={addressOf(exportConsents, { query: {} })}
              variant="default"
              leftSection={<IconDownload size={15} />}
              visibleFrom="sm"
            >
              {t('proof')}
            </Button>
            {createButton}
          </>
        )
      }
    >
      <Section title={t('purposes')} description={t('lead')}>
        <Items
          list={purposes}
          label={t('purposes')}
          empty={{ icon: IconChecklist, title: t('empty'), description: t('emptyText'), action: createButton }}
        >
          {purpose => (
            <ItemRow
              key={purpose.id}
              faded={purpose.archivedAt !== null}
              title={inLanguage(purpose.name, locale)}
              detail={
                <>
                  {inLanguage(purpose.text, locale)}
                  <br />
                  {purpose.channels.map(channel => words(channel)).join(' · ')}
                </>
              }
              trailing={purpose.archivedAt !== null && <StatusChip>{t('archived')}</StatusChip>}
              actions={
                <>
                  <SmallButton
                    label={t('texts', { version: purpose.textVersion })}
                    tone="quiet"
                    onClick={() => setReading(purpose)}
                  />
                  {mayManage && (
                    <>
                      <SmallButton label={t('edit')} tone="quiet" onClick={() => setEditing(purpose)} />
                      <SmallButton
                        label={t(purpose.archivedAt === null ? 'archive' : 'restore')}
                        tone="quiet"
                        onClick={() => void setArchived(purpose, purpose.archivedAt === null)}
                      />
                    </>
                  )}
                </>
              }
            />
          )}
        </Items>
      </Section>
      {mayManage && <SuppressionSection />}
      {editing && <PurposeDialog purpose={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {reading && <TextsDialog purpose={reading} onClose={() => setReading(null)} />}
    </SettingsPage>
  )
}
