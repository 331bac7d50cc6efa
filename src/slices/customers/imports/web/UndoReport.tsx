import { Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Stat, StatRow } from '../../../../ui/values/Stat.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { ImportDetail } from '../schema.ts'
import { FramePage, type Frame } from './FramePage.tsx'
import classes from './Import.module.css'
import { useImportedKinds } from './use-imported-kinds.ts'

const messages = defineMessages('imports.undo-report', {
  title: 'Undone {when}',
  text: 'The file and its mapping are still here.',
  again: 'Import again',
  removed: 'Taken back',
  nothing: 'The import had changed nothing.',
  restored: 'Records restored',
  restoredHint: 'got back what was overwritten',
  kept: 'Kept without what only the file gave them, because something depends on them now',
  conflicts: 'Values kept, because someone has changed them since',
  first: 'The first {count} of {total}',
})

/** What undoing took away, gave back, and had to keep. */
export function UndoReport({ detail, frame, onMap }: { detail: ImportDetail; frame: Frame; onMap: () => void }) {
  const t = useMessages(messages)
  const kinds = useImportedKinds()
  const format = useFormat()
  const mayWrite = useCan()('imports:write')
  const { undo } = detail
  const removed = kinds.filter(({ table }) => (undo?.removed[table] ?? 0) > 0)
  const named = (object: string, id: string, name: string) => {
    const href = kinds.find(kind => kind.name === object)?.href
    return href ? <TextLink href={`${href}/${id}`} label={name} isName /> : name
  }
  const lists = [
    { title: t('kept'), count: undo?.keptCount ?? 0, items: undo?.kept ?? [] },
    { title: t('conflicts'), count: undo?.conflictCount ?? 0, items: undo?.conflicts ?? [] },
  ]
  return (
    <FramePage frame={frame} actions={mayWrite && <Button onClick={onMap}>{t('again')}</Button>}>
      <h2 className={classes.title}>{t('title', { when: format.relative(detail.undoneAt ?? detail.createdAt) })}</h2>
      <p className={classes.hint}>{t('text')}</p>
      {undo && (
        <Section title={t('removed')}>
          {removed.length === 0 && undo.restored === 0 ? (
            <p className={classes.hint}>{t('nothing')}</p>
          ) : (
            <StatRow>
              {removed.map(({ table, many }) => (
                <Stat key={table} label={many} value={format.number(undo.removed[table]!)} />
              ))}
              {undo.restored > 0 && (
                <Stat label={t('restored')} value={format.number(undo.restored)} detail={t('restoredHint')} />
              )}
            </StatRow>
          )}
        </Section>
      )}
      {lists.map(
        ({ title, count, items }) =>
          count > 0 && (
            <Section
              key={title}
              title={title}
              description={count > items.length && t('first', { count: items.length, total: count })}
            >
              <ItemList label={title}>
                {items.map(({ object, id, name, ...item }) => {
                  const why = 'reason' in item ? item.reason : item.field
                  return <ItemRow key={`${id} ${why}`} title={named(object, id, name)} detail={why} />
                })}
              </ItemList>
            </Section>
          ),
      )}
    </FramePage>
  )
}
