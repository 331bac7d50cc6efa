import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { useEffect } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast, toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { SplitPage } from '../../../../ui/layout/SplitPage.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { forgetRecent, useRemember } from '../../../../ui/screen/recents.ts'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteCompany, getCompany, restoreCompany, type Company } from '../schema.ts'
import { CompanyHead } from './CompanyHead.tsx'
import { CompanyWho } from './CompanyWho.tsx'
import { companyWords } from './company-words.ts'

const messages = defineMessages('companies.company-screen', {
  company: 'Company',
  who: 'Who',
  timeline: 'Timeline',
  now: 'Now',
  more: 'More',
  copy: 'Copy link',
  copied: 'Link copied.',
  delete: 'Delete company',
  deleted: '{name} moved to the bin.',
  inBin: 'In the bin',
  restore: 'Restore company',
})

export default function CompanyScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const id = params.id!
  const { data: company, error, refetch } = useEndpoint(getCompany, { params: { id } })
  useEffect(() => {
    if (error && asProblem(error).code === 'not-found') forgetRecent(id)
  }, [error, id])
  if (company) return <Loaded key={company.id} company={company} />
  return (
    <Page title={t('company')} breadcrumbs={[{ label: words('companies'), href: '/companies' }]}>
      {error ? <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} /> : <SkeletonRows count={10} />}
    </Page>
  )
}

function Loaded({ company }: { company: Company }) {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const navigate = useNavigateTo()
  const attempt = useAttempt()
  const mayWrite = useCan()('companies:write')
  const remove = useCommand(deleteCompany, {
    optimistic: (cache, { params }) => cache.remove('companies', [params.id]),
  })
  const restore = useCommand(restoreCompany)
  const { id, name } = company
  const isDeleted = company.deletedAt !== null
  useRemember(isDeleted ? null : { kind: 'company', id, label: name, href: `/companies/${id}` })

  const bin = async () => {
    if (!(await attempt(remove.run({ params: { id } })))) return
    forgetRecent(id)
    navigate('/companies')
    toastUndo(t('deleted', { name }), async () => {
      await restore.run({ params: { id } })
      navigate(`/companies/${id}`)
    })
  }
  const copy = () =>
    void navigator.clipboard?.writeText(`${location.origin}/companies/${id}`).then(() => toast(t('copied')))
  useShortcuts(
    words('companies'),
    mayWrite && !isDeleted ? [{ keys: 'shift+backspace', label: t('delete'), run: () => void bin() }] : [],
  )

  return (
    <Page
      title={name}
      breadcrumbs={[{ label: words('companies'), href: '/companies' }]}
      aside={isDeleted && <StatusChip tone="danger">{t('inBin')}</StatusChip>}
      layout="fill"
      actions={
        <>
          {isDeleted && mayWrite && (
            <Button variant="default" onClick={() => void attempt(restore.run({ params: { id } }))}>
              {t('restore')}
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('more')} title={t('more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy size={14} />} onClick={copy}>
                {t('copy')}
              </Menu.Item>
              {mayWrite && !isDeleted && (
                <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => void bin()}>
                  {t('delete')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <SplitPage
        who={
          <>
            <CompanyHead company={company} />
            <CompanyWho company={company} />
          </>
        }
        whoSummary={<CompanyHead company={company} />}
        whoLabel={t('who')}
        mainLabel={t('timeline')}
        nowLabel={t('now')}
        now={<Slot name="company.now" props={{ companyId: id, name }} fallback={<SkeletonRows count={2} />} />}
      >
        {!isDeleted && <Slot name="company.compose" props={{ companyId: id, name }} />}
        <Slot name="company.main" props={{ companyId: id, name }} fallback={<SkeletonRows count={8} height={52} />} />
      </SplitPage>
    </Page>
  )
}
