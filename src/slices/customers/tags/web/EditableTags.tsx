import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { AsyncMultiSelect } from '../../../../ui/form/AsyncMultiSelect.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { TagChips, useTags } from './public.tsx'
import classes from './EditableTags.module.css'

const messages = defineMessages('tags.editable-tags', { tags: 'Tags', add: 'Add tags' })

export interface EditableTagsProps {
  ids: readonly string[]
  /** Absent: they are only read. */
  onChange?: (ids: string[]) => void
}

/** The tags of a record, added and removed where they stand. */
export function EditableTags({ ids, onChange }: EditableTagsProps) {
  const t = useMessages(messages)
  const tags = useTags()
  const [editing, setEditing] = useState(false)
  if (!onChange && ids.length === 0) return null
  return (
    <div className={classes.tags} role="group" aria-label={t('tags')}>
      {editing && onChange ? (
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
            onChange={options => onChange(options.map(option => option.value))}
            search={tags.search}
            onCreate={tags.create}
          />
        </div>
      ) : (
        <>
          <TagChips ids={ids} onRemove={onChange && (id => onChange(ids.filter(other => other !== id)))} />
          {onChange && (
            <button type="button" className={classes.add} onClick={() => setEditing(true)}>
              + {t('add')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
