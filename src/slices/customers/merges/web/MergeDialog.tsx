import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { forgetRecent } from '../../../../ui/screen/recents.ts'
import { contactReference } from '../../contacts/web/public.tsx'
import { mergeContacts, previewMerge, undoMerges } from '../schema.ts'
import { Comparison } from './Comparison.tsx'
import { useCountWords } from './merge-words.ts'
import classes from './MergeDialog.module.css'

const messages = defineMessages('merges.merge-dialog', {
  title: 'Merge contacts',
  other: 'Contact to merge with',
  search: 'Search by name, e-mail or phone',
  add: 'Add another contact',
  result: 'The merged contact has {list}.',
  kept: 'Every record is kept as it is; the merge can be undone at any time.',
  merge: 'Merge {count, plural, one {# contact} other {# contacts}}',
  apart: 'Somebody has judged two of these contacts to be different people. Merge them only if that was wrong.',
  anyway: 'Merge anyway',
  merged: 'Merged into {name}.',
})

export interface MergeDialogProps {
  /** The first one survives unless another is chosen. */
  contactIds: readonly string[]
  onClose: () => void
  onMerged?: () => void
  /** Stays where it was opened instead of going to the surviving contact. */
  isStaying?: boolean
}

/** Contacts side by side, what differs marked, whose values are shown, and what the merge would give. */
export default function MergeDialog({ contactIds, onClose, onMerged, isStaying = false }: MergeDialogProps) {
  const t = useMessages(messages)
  const countWords = useCountWords()
  const format = useFormat()
  const refresh = useRefresh()
  const navigate = useNavigateTo()
  const [ids, setIds] = useState(contactIds)
  const [survivorId, setSurvivorId] = useState(contactIds[0]!)
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const others = ids.filter(id => id !== survivorId)
  const preview = useQuery({
    queryKey: ['merges', 'preview', survivorId, others],
    queryFn: ({ signal }) => call(previewMerge, { params: { id: survivorId }, body: { contactIds: others } }, signal),
    enabled: others.length > 0,
    retry: false,
  })
  const merge = useCommand(mergeContacts)
  const { data } = preview

  const submit = async () => {
    let mergeIds: string[] = []
    const body = { contactIds: others, choices, ...(data?.isKeptApart ? { force: true } : {}) }
    const done = await merge.attempt({ params: { id: survivorId }, body }, ({ items }) => {
      mergeIds = items.map(item => item.id)
    })
    if (!done) return
    others.forEach(forgetRecent)
    onClose()
    onMerged?.()
    const name = data?.contacts.find(contact => contact.id === survivorId)?.name ?? ''
    if (!isStaying) navigate(`/contacts/${survivorId}`)
    toastUndo(t('merged', { name }), async () => {
      await call(undoMerges, { body: { ids: mergeIds } })
      refresh('merges')
    })
  }

  return (
    <Dialog opened onClose={onClose} title={t('title')} size={ids.length > 1 ? 'xl' : 'md'}>
      <Keys onSubmit={data && !merge.running ? () => void submit() : undefined} label={t('title')} />
      {(ids.length < 2 || (!isStaying && ids.length < 5)) && (
        <AsyncSelect
          key={ids.length}
          label={ids.length < 2 ? t('other') : t('add')}
          placeholder={t('search')}
          value={null}
          data-autofocus={ids.length < 2}
          search={async (query, signal) =>
            (await contactReference.search(query, signal)).filter(option => !ids.includes(option.value))
          }
          onChange={option => option && setIds([...ids, option.value])}
        />
      )}
      {others.length > 0 && (
        <Loaded from={preview} rows={9} height={32}>
          {data => (
            <>
              <Comparison
                preview={data}
                choices={choices}
                onChoose={(key, contactId) => setChoices({ ...choices, [key]: contactId })}
                onSurvive={id => {
                  setSurvivorId(id)
                  setChoices({})
                }}
              />
              {data.isKeptApart && (
                <p className={classes.apart} role="alert">
                  {t('apart')}
                </p>
              )}
              <p className={classes.result}>
                {t('result', { list: format.list(countWords(data.counts)) })} {t('kept')}
              </p>
            </>
          )}
        </Loaded>
      )}
      <DialogButtons onCancel={onClose}>
        {others.length > 0 && (
          <Button disabled={!data} loading={merge.running} onClick={() => void submit()} data-autofocus>
            {data?.isKeptApart ? t('anyway') : t('merge', { count: ids.length })}
          </Button>
        )}
      </DialogButtons>
    </Dialog>
  )
}

/** Inside the dialog, whose shortcuts alone count while it is open. */
function Keys({ onSubmit, label }: { onSubmit: (() => void) | undefined; label: string }) {
  useShortcuts(label, onSubmit ? [{ keys: 'mod+enter', label, run: onSubmit }] : [])
  return null
}
