import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { confirmLoss } from '../../../../ui/feedback/confirm-loss.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { defineMessages, useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { TagChip } from '../../../../ui/values/TagChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteTag, type Tag } from '../schema.ts'
import { hueOfTag } from './public.tsx'
import classes from './Tags.module.css'

const messages = defineMessages({
  en: {
    contacts: '{count, plural, one {# contact} other {# contacts}}',
    companies: '{count, plural, one {# company} other {# companies}}',
    actions: 'Actions for {name}',
    edit: 'Edit tag',
    delete: 'Delete tag',
    deleteTitle: 'Delete the tag “{name}”?',
    kept: 'The contacts and companies themselves stay as they are.',
    deleted: 'Tag “{name}” deleted',
  },
  cs: {
    contacts: '{count, plural, one {# kontakt} few {# kontakty} many {# kontaktu} other {# kontaktů}}',
    companies: '{count, plural, one {# firma} few {# firmy} many {# firmy} other {# firem}}',
    actions: 'Akce pro {name}',
    edit: 'Upravit štítek',
    delete: 'Smazat štítek',
    deleteTitle: 'Smazat štítek „{name}“?',
    kept: 'Kontakty a firmy samy zůstanou, jak jsou.',
    deleted: 'Štítek „{name}“ smazán',
  },
})

export function TagRow({ tag, onEdit }: { tag: Tag; onEdit: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const can = useCan()
  const attempt = useAttempt()
  const remove = useCommand(deleteTag, { refreshes: ['tags', 'contacts', 'companies'] })
  const counted = ({ count, isCapped }: Tag['contacts']) => ({
    value: count,
    text: `${format.number(count)}${isCapped ? '+' : ''}`,
  })
  const contacts = t('contacts', { count: counted(tag.contacts) })
  const companies = t('companies', { count: counted(tag.companies) })
  const { id, name } = tag

  const askDelete = async () => {
    const sure = await confirmLoss({
      title: t('deleteTitle', { name }),
      lost: [contacts, companies],
      kept: t('kept'),
      confirm: t('delete'),
    })
    if (sure && (await attempt(remove.run({ params: { id } })))) toast(t('deleted', { name }))
  }
  return (
    <ItemRow
      title={<TagChip name={name} hue={hueOfTag(tag.color)} />}
      trailing={
        <>
          <Link className={classes.uses} href={`/contacts?filter[tagIds][in]=${id}`}>
            {contacts}
          </Link>
          <Link className={classes.uses} href={`/companies?filter[tagIds][in]=${id}`}>
            {companies}
          </Link>
        </>
      }
      actions={
        can('tags:write') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('actions', { name })}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={15} stroke={1.6} />} onClick={onEdit}>
                {t('edit')}
              </Menu.Item>
              {can('tags:manage') && (
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={15} stroke={1.6} />}
                  onClick={() => void askDelete()}
                >
                  {t('delete')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )
      }
    />
  )
}
