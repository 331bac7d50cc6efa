import { Alert, Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { runImport, undoImport, type ImportDetail } from '../schema.ts'
import { CountsView } from './CountsView.tsx'
import { Findings } from './Findings.tsx'
import { FramePage, type Frame } from './FramePage.tsx'
import classes from './Import.module.css'
import { useImportedKinds } from './use-imported-kinds.ts'

const messages = defineMessages('imports.run-result', {
  done: 'Imported {when}',
  failed: 'The import stopped',
  failedText: 'What was imported before stays, and can be undone. It goes on where it stopped.',
  show: 'Show new {object}',
  resume: 'Go on importing',
  undo: 'Undo import',
  undoTitle: 'Undo this import?',
  removes: '{label}: {count} that it created, but for those that someone has worked on since',
  keptUpdated:
    '{count, plural, one {# record that it changed gets} other {# records that it changed get}} back what was overwritten. What someone has changed since stays. A record that stays loses what only the file gave it; the report names it.',
  kept: 'What someone has changed since stays. A record that stays loses what only the file gave it; the report names it. The file stays here, so that you can import it again.',
  map: 'Change mapping',
})

/** What an import did, with the way to take all of it back. */
export function RunResult({ detail, frame, onMap }: { detail: ImportDetail; frame: Frame; onMap: () => void }) {
  const t = useMessages(messages)
  const kinds = useImportedKinds()
  const format = useFormat()
  const mayWrite = useCan()('imports:write')
  const run = useCommand(runImport)
  const undo = useCommand(undoImport)
  const { id, status, result, object, error } = detail
  const hasFailed = status === 'failed'

  const askUndo = async () => {
    const records = result?.records ?? {}
    const lost = kinds.flatMap(({ table, many }) => {
      const count = records[table]?.created ?? 0
      return count > 0 ? [t('removes', { label: many, count: format.number(count) })] : []
    })
    const updated = Object.values(records).reduce((sum, made) => sum + made.updated, 0)
    const keptText = updated > 0 ? t('keptUpdated', { count: updated }) : t('kept')
    const loss = { title: t('undoTitle'), lost, kept: keptText, confirm: t('undo') }
    await undo.attempt({ params: { id } }, undefined, loss)
  }
  const kind = kinds.find(({ table }) => table === object)
  return (
    <FramePage
      frame={frame}
      actions={
        mayWrite && (
          <>
            {hasFailed && detail.doneRows === 0 && (
              <Button variant="default" onClick={onMap}>
                {t('map')}
              </Button>
            )}
            {result && (
              <Button variant="default" loading={undo.running} onClick={() => void askUndo()}>
                {t('undo')}
              </Button>
            )}
            {hasFailed && (
              <Button loading={run.running} onClick={() => void run.attempt({ params: { id } })}>
                {t('resume')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={classes.head}>
        <h2 className={classes.title}>
          {hasFailed ? t('failed') : t('done', { when: format.relative(detail.finishedAt ?? detail.createdAt) })}
        </h2>
        {!hasFailed && kind?.href && (result?.records[kind.table]?.created ?? 0) > 0 && (
          <TextLink
            href={`${kind.href}?filter[importId]=${id}`}
            label={t('show', { object: kind.many.toLocaleLowerCase(format.locale) })}
          />
        )}
      </div>
      {hasFailed && (
        <Alert color="red" mt="sm" title={error ?? undefined}>
          {t('failedText')}
        </Alert>
      )}
      {result && <CountsView detail={detail} counts={result} isDone />}
      <Findings detail={detail} />
    </FramePage>
  )
}
