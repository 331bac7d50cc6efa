import { Button, Tabs } from '@mantine/core'
import { IconExternalLink, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { ExportMenu } from '../../../../ui/toolbar/ExportMenu.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { changeForm, deleteForm, exportSubmissions, getForm, type Form } from '../schema.ts'
import { Builder } from './Builder.tsx'
import { formWords } from './form-words.ts'
import { SharePanel } from './SharePanel.tsx'
import { Submissions } from './Submissions.tsx'

const messages = defineMessages('forms.form-screen', {
  build: 'Build',
  submissions: 'Submissions',
  share: 'Share',
  view: 'Open page',
  close: 'Close form',
  reopen: 'Open form',
  delete: 'Delete form',
  deleteTitle: 'Delete the form “{name}”?',
  lost: 'Its page, and what stands on other sites, shows that there is no such form',
  kept: 'What was sent stays on the timelines of the contacts.',
  deleted: 'Form “{name}” deleted',
})

export default function FormScreen({ params }: ScreenProps) {
  const words = useMessages(formWords)
  const form = useEndpoint(getForm, { params: { id: params['id']! } })
  if (form.data) return <FormTabs key={form.data.id} form={form.data} />
  return (
    <Page title={words('forms')} breadcrumbs={[{ label: words('forms'), href: '/forms' }]}>
      <Loaded from={form} rows={8} />
    </Page>
  )
}

function FormTabs({ form }: { form: Form }) {
  const t = useMessages(messages)
  const words = useMessages(formWords)
  const navigate = useNavigateTo()
  const mayWrite = useCan()('forms:write')
  const [state, change] = useUrlState()
  const tab = urlValue(state, 'tab') ?? (mayWrite ? 'build' : 'submissions')
  const update = useCommand(changeForm)
  const remove = useCommand(deleteForm)
  const { id, name, isOpen } = form
  const leave = () => {
    toast(t('deleted', { name }))
    navigate('/forms')
  }
  const askDelete = () =>
    remove.attempt({ params: { id } }, leave, {
      title: t('deleteTitle', { name }),
      lost: [t('lost')],
      kept: t('kept'),
      confirm: t('delete'),
    })
  return (
    <Page
      title={name}
      aside={<StatusChip tone={isOpen ? 'accent' : 'neutral'}>{words(isOpen ? 'open' : 'closed')}</StatusChip>}
      breadcrumbs={[{ label: words('forms'), href: '/forms' }]}
      layout={tab === 'submissions' ? 'fill' : 'full'}
      actions={
        <>
          {mayWrite && tab === 'submissions' && (
            <ExportMenu
              formats={['csv', 'jsonl']}
              hrefOf={format => addressOf(exportSubmissions, { params: { id }, query: { format } })}
            />
          )}
          {mayWrite && (
            <DotsMenu>
              <MenuItem
                label={t(isOpen ? 'close' : 'reopen')}
                onClick={() => update.attempt({ params: { id }, body: { isOpen: !isOpen } })}
              />
              <MenuItem icon={IconTrash} label={t('delete')} onClick={askDelete} danger />
            </DotsMenu>
          )}
          <Button
            component="a"
            href={form.link}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconExternalLink size={15} />}
          >
            {t('view')}
          </Button>
        </>
      }
      toolbar={
        <Tabs value={tab} onChange={value => change({ tab: value ?? undefined }, 'replace')}>
          <Tabs.List>
            {mayWrite && <Tabs.Tab value="build">{t('build')}</Tabs.Tab>}
            <Tabs.Tab value="submissions">{t('submissions')}</Tabs.Tab>
            <Tabs.Tab value="share">{t('share')}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      }
    >
      {tab === 'build' ? (
        <Builder form={form} />
      ) : tab === 'share' ? (
        <SharePanel form={form} />
      ) : (
        <Submissions form={form} />
      )}
    </Page>
  )
}
