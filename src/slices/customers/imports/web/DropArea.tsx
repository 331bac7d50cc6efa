import { Alert, Button, Progress } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useProblemWords } from '../../../../ui/screen/problem-words.ts'
import classes from './Imports.module.css'
import type { UploadState } from './use-upload-import.ts'

const messages = defineMessages('imports.drop-area', {
  label: 'Upload a file',
  title: 'Drop a file here',
  text: 'CSV of any delimiter and encoding, or vCard, up to 1 GB. Exports of HubSpot, Salesforce, Chatwoot and Shopify are recognised. Nothing is imported before you have seen what it would do.',
  choose: 'Choose file',
  sending: 'Uploading {name}',
  reading: 'Reading {name}',
  progress: '{done} of {size}',
  cancel: 'Cancel upload',
})

/** Where files are dropped or chosen; shows the way of the one that is being sent. */
export function DropArea({ state, compact }: { state: UploadState; compact?: boolean }) {
  const t = useMessages(messages)
  const problemWords = useProblemWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) state.start(file)
  }
  return (
    <section
      className={classes.drop}
      aria-label={t('label')}
      data-over={over || undefined}
      data-compact={compact || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.vcf,text/csv,text/vcard"
        hidden
        onChange={event => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      {state.file ? (
        <Sending state={state} file={state.file} />
      ) : (
        <>
          <IconFileImport size={28} stroke={1.3} aria-hidden className={classes.dropIcon} />
          <div className={classes.dropText}>
            <p className={classes.dropTitle}>{t('title')}</p>
            <p className={classes.dropHint}>{t('text')}</p>
          </div>
          <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
        </>
      )}
      {state.problem && (
        <Alert color="red" role="alert" className={classes.dropProblem}>
          {problemWords(state.problem)}
        </Alert>
      )}
    </section>
  )
}

function Sending({ state, file }: { state: UploadState; file: File }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { share } = state
  const title = t(share < 1 ? 'sending' : 'reading', { name: file.name })
  return (
    <>
      <div className={classes.dropText} role="status">
        <p className={classes.dropTitle}>{title}</p>
        <Progress value={share * 100} animated={share >= 1} striped={share >= 1} aria-label={title} my={8} />
        <p className={classes.dropHint}>
          {t('progress', { done: format.bytes(share * file.size), size: format.bytes(file.size) })}
        </p>
      </div>
      <Button variant="default" onClick={state.cancel}>
        {t('cancel')}
      </Button>
    </>
  )
}
