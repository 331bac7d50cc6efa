import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { Dialog } from '../layout/Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import classes from './ShortcutSheet.module.css'
import { useShortcutRegistry, useShortcuts, type ShortcutGroup } from './shortcuts.ts'

const messages = defineMessages('ui.shortcut-sheet', {
  title: 'Keyboard shortcuts',
  group: 'Everywhere',
  show: 'Show keyboard shortcuts',
})

/** Opened by `?`: every shortcut that works on the screen behind it. Mounted once by the provider. */
export function ShortcutSheet() {
  const t = useMessages(messages)
  const registry = useShortcutRegistry()
  const [groups, setGroups] = useState<ShortcutGroup[] | null>(null)
  useShortcuts(t('group'), [
    {
      keys: '?',
      label: t('show'),
      everywhere: true,
      run: () => setGroups(open => (open ? null : merged(registry.active(), t('group')))),
    },
  ])
  return (
    <Dialog opened={groups !== null} onClose={() => setGroups(null)} title={t('title')} size="lg">
      <div className={classes.groups}>
        {groups?.map(group => (
          <section key={group.name} className={classes.group}>
            <h3 className={classes.title}>{group.name}</h3>
            <dl className={classes.list}>
              {group.shortcuts.map(shortcut => (
                <div key={shortcut.keys} className={classes.row}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** One block a name, that of `first` on top. */
function merged(groups: ShortcutGroup[], first: string): ShortcutGroup[] {
  const byName = Map.groupBy(groups, group => group.name)
  return [...byName]
    .map(([name, parts]) => ({ name, shortcuts: parts.flatMap(part => part.shortcuts) }))
    .sort((a, b) => Number(b.name === first) - Number(a.name === first))
}
