import { Menu } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { confirmLoss } from '../../../../ui/feedback/confirm-loss.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu } from '../../../../ui/layout/DotsMenu.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteImport, type ImportDetail } from '../schema.ts'
import { CheckResult } from './CheckResult.tsx'
import { ImportStatus } from './ImportStatus.tsx'
import { importWords } from './import-words.ts'
import { MappingView } from './MappingView.tsx'
import { ProgressView } from './ProgressView.tsx'
import { RunResult } from './RunResult.tsx'
import { UndoReport } from './UndoReport.tsx'
import { useImport } from './use-import.ts'

const messages = defineMessages('imports.import-screen', {
  loading: 'Import',
  delete: 'Delete import',
  deleteTitle: 'Delete this import?',
  lost: 'The uploaded file {name} with its mapping',
  kept: 'Your customers stay as they are.',
  deleted: 'Import deleted',
})

export default function ImportScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const words = useMessages(importWords)
  const { data, error, refetch } = useImport(params.id!)
  if (data) return <ImportView detail={data} />
  return (
    <Page title={t('loading')} breadcrumbs={[{ label: words('imports'), href: '/imports' }]}>
      <Loaded from={{ data, error, refetch }} rows={10} />
    </Page>
  )
}

/** Each state of an import has its own view; one that has changed nothing, or was undone, can be mapped again. */
function ImportView({ detail }: { detail: ImportDetail }) {
  const words = useMessages(importWords)
  const [state, change] = useUrlState()
  const mayWrite = useCan()('imports:write')
  const wantsMapping = urlValue(state, 'step') === 'map' && mayWrite
  const toMapping = () => change({ step: 'map' })
  const frame = {
    title: detail.fileName,
    breadcrumbs: [{ label: words('imports'), href: '/imports' }],
    aside: <ImportStatus status={detail.status} />,
    menu: <ImportMenu detail={detail} />,
  }
  switch (detail.status) {
    case 'checking':
    case 'running':
    case 'undoing':
      return <ProgressView detail={detail} frame={frame} />
    case 'checked':
      return wantsMapping ? (
        <MappingView detail={detail} frame={frame} />
      ) : (
        <CheckResult detail={detail} frame={frame} onMap={toMapping} />
      )
    case 'draft':
      return <MappingView detail={detail} frame={frame} />
    case 'undone':
      return wantsMapping ? (
        <MappingView detail={detail} frame={frame} />
      ) : (
        <UndoReport detail={detail} frame={frame} onMap={toMapping} />
      )
    case 'done':
      return <RunResult detail={detail} frame={frame} onMap={toMapping} />
    case 'failed':
      return wantsMapping && detail.doneRows === 0 ? (
        <MappingView detail={detail} frame={frame} />
      ) : (
        <RunResult detail={detail} frame={frame} onMap={toMapping} />
      )
  }
}

/** An import that changed nothing, or nothing any more, can be deleted. */
function ImportMenu({ detail }: { detail: ImportDetail }) {
  const t = useMessages(messages)
  const attempt = useAttempt()
  const navigate = useNavigateTo()
  const mayWrite = useCan()('imports:write')
  const remove = useCommand(deleteImport, { optimistic: (cache, { params }) => cache.remove('imports', [params.id]) })
  const { id, status, fileName } = detail
  if (!mayWrite || !(status === 'draft' || status === 'checked' || status === 'undone')) return null
  const askDelete = async () => {
    if (
      !(await confirmLoss({
        title: t('deleteTitle'),
        lost: [t('lost', { name: fileName })],
        kept: t('kept'),
        confirm: t('delete'),
      }))
    )
      return
    if (!(await attempt(remove.run({ params: { id } })))) return
    toast(t('deleted'))
    navigate('/imports')
  }
  return (
    <DotsMenu>
      <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => void askDelete()}>
        {t('delete')}
      </Menu.Item>
    </DotsMenu>
  )
}
