import { Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { refresh } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { getErasure } from '../schema.ts'
import { ImpactTable } from './ImpactTable.tsx'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.erasure-state', {
  running: 'The erasure goes on, step by step.',
  done: 'Erased on {day}.',
})

const pace = 1000

/** How far an erasure is, and what it did. */
export function ErasureState({ contactId }: { contactId: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const client = useQueryClient()
  const { data } = useEndpoint(getErasure, { params: { id: contactId } })
  const isRunning = data !== undefined && data.status !== 'done'
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => refresh(client, ['privacy']), pace)
    return () => clearInterval(timer)
  }, [isRunning, client])
  if (!data) return null
  return (
    <div className={classes.stack}>
      {isRunning ? (
        <>
          <p className={classes.dim}>{t('running')}</p>
          <Progress value={100} animated striped aria-label={t('running')} />
        </>
      ) : (
        <p>{t('done', { day: format.dateTime(data.finishedAt!) })}</p>
      )}
      {data.counts.length > 0 && <ImpactTable items={data.counts} />}
    </div>
  )
}
