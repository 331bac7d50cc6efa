import { useNavigate } from '@tanstack/react-router'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { createSource, sourceKinds, type SourceKind } from '../schema.ts'
import { sourceWords } from './source-words.ts'

const messages = defineMessages('collect.create-source-dialog', {
  title: 'Create source',
  name: 'Name',
  nameHint: 'What sends, for example “Web shop”. Contacts and orders that it brings are marked with it.',
  kind: 'Where it runs',
  webHint: 'A script on your pages; robots are left out.',
  appHint: 'An app on phones or desktops.',
  serverHint: 'Your own server, which speaks for many customers.',
})

const hints = { web: 'webHint', app: 'appHint', server: 'serverHint' } as const

export function CreateSourceDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(sourceWords)
  const navigate = useNavigate()
  const create = useCommand(createSource)
  const form = useForm({
    initial: { name: '', kind: 'web' as SourceKind },
    submit: async body => {
      const source = await create.run({ body })
      onClose()
      await navigate({ to: `/settings/sources/${source.id}` })
    },
  })
  return (
    <FormDialog form={form} title={t('title')} size="md" onClose={onClose}>
      <FormField path="name" label={t('name')} description={t('nameHint')} required autoFocus />
      <FormField
        path="kind"
        label={t('kind')}
        type="choice"
        shownAs="segments"
        options={sourceKinds.map(kind => ({ value: kind, label: words(kind) }))}
        description={t(hints[form.values.kind])}
      />
    </FormDialog>
  )
}
