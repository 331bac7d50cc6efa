import { IconInbox } from '@tabler/icons-react'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { listPurposes } from '../../../customers/consent/schema.ts'
import { getFileAddress } from '../../../customers/files/schema.ts'
import { listSubmissions, type Form, type Submission } from '../schema.ts'
import classes from './Submissions.module.css'

const messages = defineMessages('forms.submissions', {
  who: 'Contact',
  nobody: 'Nobody known',
  when: 'Sent',
  count: '{count, plural, one {# submission} other {# submissions}}',
  empty: 'What people send appears here',
  emptyText: 'Share the form, or put it on your site.',
  consent: 'Consent',
  wording: '{name}, wording {version}',
  file: 'File',
  openFile: 'Open {name}',
  from: 'From',
  open: 'Open contact',
})

/** What was sent, newest first; a row opens all of it. */
export function Submissions({ form }: { form: Form }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [state, change] = useUrlState()
  const list = useInfiniteEndpoint(listSubmissions, { params: { id: form.id }, query: { limit: 100 } }, { total: true })
  const open = list.items.find(({ id }) => id === urlValue(state, 'open'))
  const asked = form.fields.filter(({ kind }) => kind !== 'name' && kind !== 'file').slice(0, 4)
  const columns: TableColumn<Submission>[] = [
    { key: 'who', label: t('who'), width: 200, phone: 'title', render: row => row.contactName ?? t('nobody') },
    ...asked.map(({ key, label, kind }, at): TableColumn<Submission> => ({
      key,
      label: inLanguage(label, format.locale),
      width: kind === 'long-text' ? 320 : 180,
      phone: at === 0 ? 'meta' : 'hidden',
      render: row => row.answers[key],
    })),
    {
      key: 'createdAt',
      label: t('when'),
      width: 120,
      phone: 'trailing',
      render: row => <RelativeTime at={row.createdAt} />,
    },
  ]
  return (
    <>
      <ListTable
        list={list}
        label={form.name}
        columns={columns}
        onOpen={row => change({ open: row.id })}
        openId={open?.id}
        count={count => t('count', { count })}
        empty={{ icon: IconInbox, title: t('empty'), description: t('emptyText') }}
      />
      <SideSheet
        opened={open !== undefined}
        onClose={() => change({ open: undefined }, 'replace')}
        title={open?.contactName ?? t('nobody')}
      >
        {open && <Sent form={form} submission={open} />}
      </SideSheet>
    </>
  )
}

function Sent({ form, submission }: { form: Form; submission: Submission }) {
  const t = useMessages(messages)
  const format = useFormat()
  const attempt = useAttempt()
  const language = format.locale
  const purposes = useEndpoint(listPurposes, {}).data?.items ?? []
  const { answers, consents, contactId, fileIds } = submission
  const files = form.fields.filter(({ kind, key }) => kind === 'file' && answers[key])
  const openFile = (id: string) =>
    void attempt(call(getFileAddress, { params: { id } }).then(({ address }) => location.assign(address)))
  return (
    <>
      <FactList
        facts={[
          { label: t('when'), value: format.dateTime(submission.createdAt) },
          ...form.fields
            .filter(({ kind, key }) => kind !== 'file' && answers[key])
            .map(({ key, label }) => ({
              label: inLanguage(label, language),
              value: <span className={classes.answer}>{answers[key]}</span>,
            })),
          ...files.flatMap(({ key, label }, at) => {
            const id = fileIds[at]
            return id === undefined
              ? []
              : [
                  {
                    label: inLanguage(label, language),
                    value: (
                      <button type="button" className={classes.file} onClick={() => openFile(id)}>
                        {t('openFile', { name: answers[key] ?? t('file') })}
                      </button>
                    ),
                  },
                ]
          }),
          ...consents.map(({ purposeId, textVersion }) => {
            const name = purposes.find(({ id }) => id === purposeId)?.name ?? {}
            return {
              label: t('consent'),
              value: t('wording', { name: inLanguage(name, language), version: textVersion }),
            }
          }),
          { label: t('from'), value: [submission.address, submission.agent].filter(Boolean).join(' · ') || '–' },
        ]}
      />
      {contactId && (
        <p className={classes.contact}>
          <Link href={`/contacts/${contactId}`}>{t('open')}</Link>
        </p>
      )}
    </>
  )
}
