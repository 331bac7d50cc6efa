import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { AsyncMultiSelect } from '../../../../ui/form/AsyncMultiSelect.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useChangeRecord } from '../../../../ui/record/use-change-record.ts'
import { useMayChange, type FullRecord, type WebRecord } from '../../../../ui/record/web-record.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { TagChips, useTags } from './public.tsx'
import classes from './EditableTags.module.css'

const messages = defineMessages('tags.editable-tags', { tags: 'Tags', add: 'Add tags' })

export interface EditableTagsProps {
  record: WebRecord<any, any>
  full: FullRecord & { tagIds: readonly string[] }
}

/** The tags of a record, added and removed where they stand. */
export function EditableTags({ record, full }: EditableTagsProps) {
  const t = useMessages(messages)
  const tags = useTags()
  const attempt = useAttempt()
  const change = useChangeRecord(record)
  const mayWrite = useMayChange(record, full)
  const [editing, setEditing] = useState(false)
  const ids = full.tagIds
  const save = (tagIds: readonly string[]) => void attempt(change(full.id, { tagIds }))
  if (!mayWrite && ids.length === 0) return null
  return (
    <div className={classes.tags} role="group" aria-label={t('tags')}>
      {editing ? (
        <div
          className={classes.input}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.nativeEvent.stopImmediatePropagation()
            setEditing(false)
          }}
          onBlur={event => {
            const to = event.relatedTarget
            if (!event.currentTarget.contains(to) && !to?.closest('[data-portal]')) setEditing(false)
          }}
        >
          <AsyncMultiSelect
            aria-label={t('tags')}
            autoFocus
            value={tags.options(ids)}
            onChange={options => save(options.map(option => option.value))}
            search={tags.search}
            onCreate={tags.create}
          />
        </div>
      ) : (
        <>
          <TagChips ids={ids} onRemove={mayWrite ? id => save(ids.filter(other => other !== id)) : undefined} />
          {mayWrite && (
            <button type="button" className={classes.add} onClick={() => setEditing(true)}>
              + {t('add')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
