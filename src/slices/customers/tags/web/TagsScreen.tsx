import { Input } from '@mantine/core'
import { IconTags } from '@tabler/icons-react'
import { useState, type CSSProperties } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { tagColors } from '../record.ts'
import { changeTag, createTag, listTags, type Tag, type TagColor } from '../schema.ts'
import { hueOfTag } from './public.tsx'
import { TagRow } from './TagRow.tsx'
import classes from './Tags.module.css'

const messages = defineMessages('tags.tags-screen', {
  title: 'Tags',
  lead: 'Words to sort records by. A tag keeps its colour everywhere.',
  create: 'Create tag',
  empty: 'Tags appear here',
  emptyText: 'Create the first one, or add it to a record and it is made on the way.',
  edit: 'Edit tag',
  save: 'Save tag',
  name: 'Name',
  color: 'Colour',
  saved: 'Tag “{name}” saved',
  grey: 'Grey',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  indigo: 'Indigo',
  violet: 'Violet',
  pink: 'Pink',
})

export default function TagsScreen() {
  const t = useMessages(messages)
  const mayWrite = useCan()('tags:write')
  const list = useInfiniteEndpoint(listTags, { query: { limit: 200 } })
  const [editing, setEditing] = useState<Tag | 'new' | null>(null)
  const createButton = useCreateButton(t('title'), t('create'), mayWrite && (() => setEditing('new')))
  return (
    <SettingsPage title={t('title')} lead={t('lead')} actions={createButton}>
      <Items
        list={list}
        label={t('title')}
        rows={6}
        empty={{ icon: IconTags, title: t('empty'), description: t('emptyText'), action: createButton }}
      >
        {tag => <TagRow key={tag.id} tag={tag} onEdit={() => setEditing(tag)} />}
      </Items>
      {editing && <TagDialog tag={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsPage>
  )
}

function TagDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  const t = useMessages(messages)
  const create = useCommand(createTag)
  const change = useCommand(changeTag, {
    optimistic: (cache, { params, body }) => cache.patch('tags', [params.id], record => ({ ...record, ...body })),
  })
  const form = useForm({
    initial: { name: tag?.name ?? '', color: (tag?.color ?? 'grey') as TagColor },
    submit: async ({ name, color }) => {
      const body = { name: name ?? '', color }
      if (tag) await change.run({ params: { id: tag.id }, body })
      else await create.run({ body })
      toast(t('saved', { name }))
      onClose()
    },
  })
  return (
    <FormDialog
      form={form}
      title={tag ? t('edit') : t('create')}
      submitLabel={tag ? t('save') : t('create')}
      onClose={onClose}
    >
      <FormField path="name" label={t('name')} required autoFocus />
      <FormField path="color">
        {({ value, onChange }) => (
          <Input.Wrapper label={t('color')} component="fieldset" className={classes.fieldset} labelElement="div">
            <div className={classes.colors} role="radiogroup" aria-label={t('color')}>
              {tagColors.map(color => (
                <label
                  key={color}
                  className={classes.color}
                  title={t(color)}
                  data-grey={hueOfTag(color) === null || undefined}
                  style={{ '--hue': hueOfTag(color) ?? 0 } as CSSProperties}
                >
                  <input
                    type="radio"
                    name="color"
                    value={color}
                    checked={value === color}
                    onChange={() => onChange(color)}
                    aria-label={t(color)}
                  />
                </label>
              ))}
            </div>
          </Input.Wrapper>
        )}
      </FormField>
    </FormDialog>
  )
}
