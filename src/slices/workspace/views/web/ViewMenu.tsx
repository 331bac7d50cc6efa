import { Menu } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import type { UrlState } from '../../../../ui/screen/use-url-state.ts'
import { TickItem, ToolbarMenu } from '../../../../ui/toolbar/ToolbarMenu.tsx'
import { useSession } from '../../sign-in/web/public.tsx'
import { changeView, createView, deleteView, type View } from '../schema.ts'

const messages = defineMessages('views.view-menu', {
  views: 'View',
  unsaved: 'Changed, not saved',
  save: 'Save view',
  saveAs: 'Save as new view',
  name: 'Name of the view',
  share: 'Share with the workspace',
  unshare: 'Keep to myself',
  rename: 'Rename view',
  remove: 'Delete view',
  mine: 'My views',
  shared: 'Shared views',
  deleted: 'View “{name}” deleted.',
})

export interface ViewMenuProps {
  object: string
  /** Name of the list without any view: "All contacts". */
  allName: string
  views: readonly View[]
  /** The one that is shown. */
  view: View | undefined
  /** Filter, columns or sort differ from the saved view. */
  isChanged: boolean
  /** What is shown now. */
  filter: UrlState
  sort: string | null
  columns: string[]
  onSelect: (view: View | null) => void
  onSaved: () => void
}

/** The saved views of a list, and what can be done with the one that is shown. */
export function ViewMenu(props: ViewMenuProps) {
  const { object, allName, views, view, isChanged, filter, sort, columns, onSelect, onSaved } = props
  const t = useMessages(messages)
  const { member, permissions } = useSession()
  const [naming, setNaming] = useState<'saveAs' | 'rename' | null>(null)
  const create = useCommand(createView)
  const change = useCommand(changeView)
  const remove = useCommand(deleteView, { optimistic: (cache, { params }) => cache.remove('views', [params.id]) })
  const content = { filter: filter as View['filter'], sort, columns }
  const params = { id: view?.id ?? '' }
  const save = () => change.attempt({ params, body: content }, () => onSaved())
  const give = async (name: string) => {
    if (naming === 'rename') await change.run({ params, body: { name } })
    else onSelect(await create.run({ body: { object, name, ...content } }))
    setNaming(null)
  }
  const drop = async ({ name, filter, columns, sort, isShared }: View) => {
    onSelect(null)
    if (await remove.attempt({ params }))
      toastUndo(t('deleted', { name }), () => create.run({ body: { object, name, filter, columns, sort, isShared } }))
  }
  const group = (label: string, members: readonly View[]) =>
    members.length > 0 && (
      <>
        <Menu.Label>{label}</Menu.Label>
        {members.map(other => (
          <TickItem key={other.id} isTicked={other === view} onClick={() => onSelect(other)}>
            {other.name}
          </TickItem>
        ))}
      </>
    )
  const mayChange = view && (view.memberId === member.id || (view.isShared && permissions.includes('views:share')))
  return (
    <>
      <ToolbarMenu label={t('views')} chosen={view?.name ?? allName} unsaved={isChanged && t('unsaved')}>
        <TickItem isTicked={!view} onClick={() => onSelect(null)}>
          {allName}
        </TickItem>
        {group(
          t('mine'),
          views.filter(other => !other.isShared),
        )}
        {group(
          t('shared'),
          views.filter(other => other.isShared),
        )}
        <Menu.Divider />
        {mayChange && isChanged && <MenuItem label={t('save')} onClick={save} />}
        <MenuItem label={t('saveAs')} onClick={() => setNaming('saveAs')} />
        {mayChange && (
          <>
            <MenuItem label={t('rename')} onClick={() => setNaming('rename')} />
            <MenuItem
              label={t(view.isShared ? 'unshare' : 'share')}
              onClick={() => change.attempt({ params, body: { isShared: !view.isShared } })}
            />
            <MenuItem label={t('remove')} onClick={() => drop(view)} danger />
          </>
        )}
      </ToolbarMenu>
      {naming && (
        <NameDialog
          title={t(naming)}
          name={(naming === 'rename' && view?.name) || ''}
          onClose={() => setNaming(null)}
          onSubmit={give}
        />
      )}
    </>
  )
}

interface NameDialogProps {
  title: string
  name: string
  onClose: () => void
  onSubmit: (name: string) => Promise<void>
}

function NameDialog({ title, name, onClose, onSubmit }: NameDialogProps) {
  const t = useMessages(messages)
  const form = useForm({ initial: { name }, submit: values => onSubmit(values.name) })
  return (
    <FormDialog form={form} title={title} onClose={onClose}>
      <FormField path="name" label={t('name')} maxLength={80} required autoFocus />
    </FormDialog>
  )
}
