import { IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useProgress } from '../../../../ui/api/use-progress.ts'
import { confirmLoss } from '../../../../ui/feedback/confirm-loss.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteImport, getImport, type ImportDetail } from '../schema.ts'
import { CheckResult } from './CheckResult.tsx'
import { ImportStatus, isBusy } from './ImportStatus.tsx'
import { importWords } from './import-words.ts'
import { MappingView } from './MappingView.tsx'
import { ProgressView } from './ProgressView.tsx'
import { RunResult } from './RunResult.tsx'
import { UndoReport } from './UndoReport.tsx'

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
  const asked = useProgress(getImport, { params: { id: params.id! } }, ({ status }) => isBusy(status))
  if (asked.data) return <ImportViews detail={asked.data} />
  return (
    <Page title={t('loading')} breadcrumbs={[{ label: words('imports'), href: '/imports' }]}>
      <Loaded from={asked} rows={10} />
    </Page>
  )
}

/** Each state of an import has its own view; one that has changed nothing, or was undone, can be mapped again. */
function ImportViews({ detail }: { detail: ImportDetail }) {
  const words = useMessages(importWords)
  const [state, change] = useUrlState()
  const mayWrite = useCan()('imports:write')
  const { status } = detail
  const frame = {
    title: detail.fileName,
    breadcrumbs: [{ label: words('imports'), href: '/imports' }],
    aside: <ImportStatus status={status} />,
    menu: <ImportMenu detail={detail} />,
  }
  const view = { detail, frame, onMap: () => change({ step: 'map' }) }
  const canBeMapped = status === 'checked' || status === 'undone' || (status === 'failed' && detail.doneRows === 0)
  const wantsMapping = canBeMapped && mayWrite && urlValue(state, 'step') === 'map'
  if (isBusy(status)) return <ProgressView {...view} />
  if (status === 'draft' || wantsMapping) return <MappingView {...view} />
  if (status === 'checked') return <CheckResult {...view} />
  return status === 'undone' ? <UndoReport {...view} /> : <RunResult {...view} />
}

/** An import that changed nothing, or nothing any more, can be deleted. */
function ImportMenu({ detail }: { detail: ImportDetail }) {
  const t = useMessages(messages)
  const navigate = useNavigateTo()
  const mayWrite = useCan()('imports:write')
  const remove = useCommand(deleteImport, { optimistic: (cache, { params }) => cache.remove('imports', [params.id]) })
  const { id, status, fileName } = detail
  if (!mayWrite || !(status === 'draft' || status === 'checked' || status === 'undone')) return null
  const askDelete = async () => {
    const lost = [t('lost', { name: fileName })]
    if (!(await confirmLoss({ title: t('deleteTitle'), lost, kept: t('kept'), confirm: t('delete') }))) return
    if (!(await remove.attempt({ params: { id } }))) return
    toast(t('deleted'))
    navigate('/imports')
  }
  return (
    <DotsMenu>
      <MenuItem icon={IconTrash} label={t('delete')} onClick={askDelete} danger />
    </DotsMenu>
  )
}
