import { Button, TagsInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { changeSource, consentModes, deleteSource, type Source } from '../schema.ts'
import { sourceWords } from './source-words.ts'

const messages = defineMessages('collect.source-settings', {
  what: 'What it takes',
  name: 'Name',
  origins: 'Sites that may send',
  originsHint: 'Addresses such as https://www.example.com. Leave empty for any; other sites are refused.',
  consent: 'Who is recognised',
  consentHint:
    'A visitor who is not recognised is counted, without a name or a device. Orders always belong to their customer.',
  save: 'Save source',
  saved: 'Source saved',
  end: 'Stop or delete',
  endHint: 'Contacts, events and orders that it brought stay.',
  stop: 'Stop taking events',
  resume: 'Take events again',
  stopped: 'Nothing is taken from “{name}” any more',
  resumed: 'Events of “{name}” are taken again',
  remove: 'Delete source',
  removeTitle: 'Delete “{name}”?',
  removeLost: 'Whatever still sends with its key is refused',
  removeKept: 'What it brought so far stays.',
  removed: 'Source “{name}” deleted',
})

export function SourceSettings({ source }: { source: Source }) {
  const t = useMessages(messages)
  const words = useMessages(sourceWords)
  const navigate = useNavigate()
  const change = useCommand(changeSource)
  const remove = useCommand(deleteSource)
  const { id, name, isEnabled } = source
  const form = useForm({
    initial: { name, allowedOrigins: source.allowedOrigins, consentMode: source.consentMode },
    submit: async body => {
      await change.run({ params: { id }, body })
      toast(t('saved'))
    },
  })
  const toggle = () =>
    change.attempt({ params: { id }, body: { isEnabled: !isEnabled } }, () =>
      toast(t(isEnabled ? 'stopped' : 'resumed', { name })),
    )
  const leave = () => {
    toast(t('removed', { name }))
    void navigate({ to: '/settings/sources' })
  }
  const askRemove = () =>
    remove.attempt({ params: { id } }, leave, {
      title: t('removeTitle', { name }),
      lost: [t('removeLost')],
      kept: t('removeKept'),
      confirm: t('remove'),
    })
  return (
    <>
      <Section title={t('what')}>
        <Form form={form} submitLabel={t('save')}>
          <FormField path="name" label={t('name')} required />
          {source.kind === 'web' && (
            <FormField path="allowedOrigins">
              {({ value, onChange, error }) => (
                <TagsInput
                  label={t('origins')}
                  description={t('originsHint')}
                  value={value as string[]}
                  onChange={onChange}
                  error={error}
                  splitChars={[',', ' ']}
                />
              )}
            </FormField>
          )}
          <FormField
            path="consentMode"
            label={t('consent')}
            type="choice"
            options={optionsOf(consentModes, words)}
            description={t('consentHint')}
            required
          />
        </Form>
      </Section>
      <Section title={t('end')} description={t('endHint')}>
        <div>
          <Button variant="default" mr={8} onClick={() => void toggle()}>
            {t(isEnabled ? 'stop' : 'resume')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => void askRemove()}>
            {t('remove')}
          </Button>
        </div>
      </Section>
    </>
  )
}
