import { Button, Menu, TextInput } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { Dialog } from '../layout/Dialog.tsx'
import classes from './ViewMenu.module.css'
import { toolbarMessages } from './toolbar-messages.ts'

export interface SavedView {
  id: string
  name: string
  shared: boolean
  /** The reader may change, share and delete it. */
  editable: boolean
}

export interface ViewMenuProps {
  /** Name of the list without any view: "All contacts". */
  allName: string
  views: readonly SavedView[]
  /** Id of the view shown; null for all. */
  current: string | null
  /** Filter, columns or sort differ from the saved view. */
  changed: boolean
  onSelect: (id: string | null) => void
  /** Writes what is shown now into the current view. */
  onSave: () => void
  onSaveAs: (name: string) => void
  onRename: (id: string, name: string) => void
  onShare: (id: string, shared: boolean) => void
  onDelete: (id: string) => void
}

export function ViewMenu(props: ViewMenuProps) {
  const { allName, views, current, changed, onSelect, onSave, onSaveAs, onRename, onShare, onDelete } = props
  const t = useMessages(toolbarMessages)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const view = views.find(candidate => candidate.id === current)
  const item = (id: string | null, name: string) => (
    <Menu.Item
      key={id}
      leftSection={<IconCheck size={14} className={id === current ? undefined : classes.unchecked} />}
      onClick={() => onSelect(id)}
      aria-current={id === current || undefined}
    >
      {name}
    </Menu.Item>
  )
  const own = views.filter(candidate => !candidate.shared)
  const shared = views.filter(candidate => candidate.shared)
  return (
    <>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className={classes.button}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className="visually-hidden">{t('views')}: </span>
            {view?.name ?? allName}
            {changed && <span className={classes.changed} title={t('unsaved')} role="img" aria-label={t('unsaved')} />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item(null, allName)}
          {own.length > 0 && <Menu.Label>{t('own')}</Menu.Label>}
          {own.map(candidate => item(candidate.id, candidate.name))}
          {shared.length > 0 && <Menu.Label>{t('shared')}</Menu.Label>}
          {shared.map(candidate => item(candidate.id, candidate.name))}
          <Menu.Divider />
          {view?.editable && changed && <Menu.Item onClick={onSave}>{t('saveView')}</Menu.Item>}
          <Menu.Item onClick={() => setNaming('new')}>{t('saveAs')}</Menu.Item>
          {view?.editable && (
            <>
              <Menu.Item onClick={() => setNaming('rename')}>{t('rename')}</Menu.Item>
              <Menu.Item onClick={() => onShare(view.id, !view.shared)}>
                {view.shared ? t('unshare') : t('share')}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => onDelete(view.id)}>
                {t('remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          title={naming === 'new' ? t('saveAs') : t('rename')}
          initial={naming === 'rename' ? (view?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onSubmit={name => {
            setNaming(null)
            if (naming === 'new') onSaveAs(name)
            else if (view) onRename(view.id, name)
          }}
        />
      )}
    </>
  )
}

interface NameDialogProps {
  title: string
  initial: string
  onClose: () => void
  onSubmit: (name: string) => void
}

function NameDialog({ title, initial, onClose, onSubmit }: NameDialogProps) {
  const t = useMessages(toolbarMessages)
  const [name, setName] = useState(initial)
  return (
    <Dialog opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim()) onSubmit(name.trim())
        }}
      >
        <TextInput
          label={t('viewName')}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          maxLength={80}
          data-autofocus
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {title}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
