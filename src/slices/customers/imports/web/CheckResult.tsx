import { Alert, Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { runImport, type ImportDetail } from '../schema.ts'
import { CountsView } from './CountsView.tsx'
import { Findings } from './Findings.tsx'
import { FramePage, type Frame } from './FramePage.tsx'
import classes from './Import.module.css'

const messages = defineMessages('imports.check-result', {
  title: 'What the import would do',
  text: 'Nothing has been written yet, and nothing is sent to anyone.',
  map: 'Change mapping',
  run: '{count, plural, =0 {Import file} one {Import # row} other {Import # rows}}',
  nothing: 'No row can be taken as the file is mapped now. Change the mapping and check again.',
})

/** The dry run: counts, first problems, and the button that makes it real. */
export function CheckResult({ detail, frame, onMap }: { detail: ImportDetail; frame: Frame; onMap: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const mayWrite = useCan()('imports:write')
  const run = useCommand(runImport)
  const { check } = detail
  const taken = check ? check.rows.created + check.rows.updated + check.rows.unchanged + check.rows.repeated : 0
  return (
    <FramePage
      frame={frame}
      actions={
        mayWrite && (
          <>
            <Button variant="default" onClick={onMap}>
              {t('map')}
            </Button>
            <Button
              loading={run.running}
              disabled={taken === 0}
              onClick={() => void run.attempt({ params: { id: detail.id } })}
            >
              {t('run', { count: { value: taken, text: format.number(taken) } })}
            </Button>
          </>
        )
      }
    >
      <h2 className={classes.title}>{t('title')}</h2>
      <p className={classes.hint}>{t('text')}</p>
      {check && taken === 0 && (
        <Alert color="red" mt="md">
          {t('nothing')}
        </Alert>
      )}
      {check && <CountsView detail={detail} counts={check} isDone={false} />}
      <Findings detail={detail} />
    </FramePage>
  )
}
