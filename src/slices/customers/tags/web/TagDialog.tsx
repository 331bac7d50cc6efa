import { Input } from '@mantine/core'
import type { CSSProperties } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { tagColors } from '../record.ts'
import { changeTag, createTag, type Tag, type TagColor } from '../schema.ts'
import { hueOfTag } from './public.tsx'
import classes from './Tags.module.css'

const messages = defineMessages('tags.tag-dialog', {
  create: 'Create tag',
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

export function TagDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
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
