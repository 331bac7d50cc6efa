import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { listPurposeTexts, type Purpose } from '../schema.ts'

const messages = defineMessages('consent.texts-dialog', {
  title: 'Wordings of “{name}”',
  version: '{version}, from {day}',
})

/** All wordings of a purpose, newest first. */
export function TextsDialog({ purpose, onClose }: { purpose: Purpose; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const texts = useEndpoint(listPurposeTexts, { params: { id: purpose.id } })
  return (
    <Dialog opened onClose={onClose} title={t('title', { name: inLanguage(purpose.name, format.locale) })}>
      <Loaded from={texts} rows={2} compact>
        {data => (
          <FactList
            facts={data.items.map(({ version, text, createdAt }) => ({
              label: t('version', { version, day: format.date(createdAt) }),
              value: Object.entries(text)
                .filter(([, words]) => words)
                .map(([language, words]) => <p key={language}>{words}</p>),
            }))}
          />
        )}
      </Loaded>
    </Dialog>
  )
}
