import { IconPencil, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useWebKinds } from '../../../../ui/record/web-kind.ts'
import { TagChip } from '../../../../ui/values/TagChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteTag, type Tag } from '../schema.ts'
import { hueOfTag } from './public.tsx'
import classes from './Tags.module.css'

const messages = defineMessages('tags.tag-row', {
  actions: 'Actions for {name}',
  edit: 'Edit tag',
  delete: 'Delete tag',
  deleteTitle: 'Delete the tag “{name}”?',
  kept: 'The records themselves stay as they are.',
  deleted: 'Tag “{name}” deleted',
})

export function TagRow({ tag, onEdit }: { tag: Tag; onEdit: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const can = useCan()
  const remove = useCommand(deleteTag)
  const uses = useWebKinds().flatMap(({ table, href, count }) => {
    const use = tag.uses?.[table]
    return use
      ? {
          table,
          href,
          text: count({ value: use.count, text: `${format.number(use.count)}${use.isCapped ? '+' : ''}` }),
        }
      : []
  })
  const { id, name } = tag

  const askDelete = () =>
    remove.attempt({ params: { id } }, () => toast(t('deleted', { name })), {
      title: t('deleteTitle', { name }),
      lost: uses.map(use => use.text),
      kept: t('kept'),
      confirm: t('delete'),
    })
  return (
    <ItemRow
      title={<TagChip name={name} hue={hueOfTag(tag.color)} />}
      trailing={
        <>
          {uses.map(({ href, text }) => (
            <Link key={href} className={classes.uses} href={`${href}?filter[tagIds][in]=${id}`}>
              {text}
            </Link>
          ))}
        </>
      }
      actions={
        can('tags:write') && (
          <DotsMenu label={t('actions', { name })}>
            <MenuItem icon={IconPencil} label={t('edit')} onClick={onEdit} />
            {can('tags:manage') && <MenuItem icon={IconTrash} label={t('delete')} onClick={askDelete} danger />}
          </DotsMenu>
        )
      }
    />
  )
}
