import { IconForms } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { createForm, listForms, type FormRow } from '../schema.ts'
import { firstForm, firstFormWords } from './first-form.ts'
import { formWords } from './form-words.ts'

const messages = defineMessages('forms.forms-screen', {
  create: 'Create form',
  form: 'Form',
  status: 'Status',
  submissions: 'Submissions',
  submissionCount: '{count, plural, one {# submission} other {# submissions}}',
  last: 'Last',
  owner: 'Looked after by',
  count: '{count, plural, one {# form} other {# forms}}',
  empty: 'Forms appear here',
  emptyText: 'A form on your site, or on a page of its own, brings you leads with their consent.',
})

export default function FormsScreen() {
  const t = useMessages(messages)
  const words = useMessages(formWords)
  const first = useMessages(firstFormWords)
  const locale = useLocale()
  const format = useFormat()
  const navigate = useNavigateTo()
  const mayWrite = useCan()('forms:write')
  const list = useInfiniteEndpoint(listForms, { query: { limit: 100 } }, { total: true })
  const create = useCommand(createForm)
  const createOne = () => void create.attempt({ body: firstForm(first, locale) }, made => navigate(`/forms/${made.id}`))
  const submissionsOf = ({ submissions }: FormRow) => `${format.number(submissions)}${submissions >= 10_000 ? '+' : ''}`
  const columns: TableColumn<FormRow>[] = [
    { key: 'name', label: t('form'), width: 260, phone: 'title', render: row => row.name },
    {
      key: 'status',
      label: t('status'),
      width: 112,
      phone: 'trailing',
      render: row => (
        <StatusChip tone={row.isOpen ? 'accent' : 'neutral'}>{words(row.isOpen ? 'open' : 'closed')}</StatusChip>
      ),
    },
    {
      key: 'submissions',
      label: t('submissions'),
      width: 120,
      align: 'end',
      phone: 'meta',
      render: row => <span className="tabular">{submissionsOf(row)}</span>,
      renderOnPhone: row => t('submissionCount', { count: { value: row.submissions, text: submissionsOf(row) } }),
    },
    {
      key: 'last',
      label: t('last'),
      width: 120,
      phone: 'meta',
      render: row => row.lastSubmissionAt && <RelativeTime at={row.lastSubmissionAt} />,
    },
    { key: 'owner', label: t('owner'), width: 180, phone: 'hidden', render: row => <MemberLine id={row.ownerId} /> },
  ]
  const createButton = useCreateButton(words('forms'), t('create'), mayWrite && createOne)
  return (
    <Page title={words('forms')} layout="fill" actions={createButton}>
      <ListTable
        list={list}
        label={words('forms')}
        columns={columns}
        href={row => `/forms/${row.id}`}
        count={count => t('count', { count })}
        empty={{ icon: IconForms, title: t('empty'), description: t('emptyText'), action: createButton }}
      />
    </Page>
  )
}
