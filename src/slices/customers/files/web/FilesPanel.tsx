import { Menu, Progress } from '@mantine/core'
import { IconPaperclip, IconUpload, IconX } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toastError, toastUndo } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu } from '../../../../ui/layout/DotsMenu.tsx'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { linkedOf, NamedRecords } from '../../../../ui/record/NamedRecords.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import {
  deleteFile,
  getFileAddress,
  listFiles,
  maxAttachmentBytes,
  restoreFile,
  uploadFile,
  type File as StoredFile,
} from '../schema.ts'
import classes from './FilesPanel.module.css'

const messages = defineMessages('files.files-panel', {
  title: 'Files',
  upload: 'Upload files',
  empty: 'Drop files here, or upload them.',
  none: 'No files.',
  drop: 'Drop to upload',
  options: 'Options of {name}',
  download: 'Download',
  delete: 'Delete file',
  deleted: '{name} deleted.',
  cancel: 'Cancel upload of {name}',
  tooLarge: '{name} is larger than {limit}. Nothing of it was uploaded.',
  failed: '{name} was not uploaded: {reason}',
})

interface Running {
  key: number
  name: string
  share: number
  cancel: () => void
}

let lastKey = 0

/** Files of a record: dropped or picked, with their progress. */
export default function FilesPanel({ kind, id, isDeleted }: ShownRecord) {
  const t = useMessages(messages)
  const format = useFormat()
  const refresh = useRefresh()
  const mayWrite = useCan()('files:write') && !isDeleted
  const picker = useRef<HTMLInputElement>(null)
  const [running, setRunning] = useState<readonly Running[]>([])
  const [over, setOver] = useState(false)
  const files = useInfiniteEndpoint(listFiles, {
    query: { 'filter[subjectKind]': kind, 'filter[subjectId]': id, limit: 10 },
  })

  const send = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      if (file.size > maxAttachmentBytes) {
        toastError(t('tooLarge', { name: file.name, limit: format.bytes(maxAttachmentBytes) }))
        continue
      }
      const key = ++lastKey
      const change = (share: number) =>
        setRunning(all => all.map(upload => (upload.key === key ? { ...upload, share } : upload)))
      const { done, cancel } = upload(uploadFile, { query: { subjectKind: kind, subjectId: id } }, file, change)
      setRunning(all => [...all, { key, name: file.name, share: 0, cancel }])
      done
        .catch((error: unknown) => toastError(t('failed', { name: file.name, reason: asProblem(error).message })))
        .finally(() => {
          setRunning(all => all.filter(upload => upload.key !== key))
          refresh('files')
        })
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files)
  }
  const dropTarget = mayWrite
    ? {
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setOver(true)
        },
        onDragLeave: (event: DragEvent) =>
          !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false),
        onDrop,
      }
    : {}
  return (
    <Section
      title={t('title')}
      actions={
        mayWrite && (
          <IconButton icon={IconUpload} size="sm" label={t('upload')} onClick={() => picker.current?.click()} />
        )
      }
    >
      <div className={classes.target} data-over={over || undefined} {...dropTarget}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={event => {
            send(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
        {over && <div className={classes.drop}>{t('drop')}</div>}
        {running.length > 0 && (
          <ItemList label={t('upload')}>
            {running.map(({ key, name, share, cancel }) => (
              <ItemRow
                key={key}
                lead={<IconUpload size={15} stroke={1.6} aria-hidden />}
                title={name}
                detail={<Progress value={share * 100} size={3} aria-label={name} />}
                actions={<IconButton icon={IconX} size="sm" label={t('cancel', { name })} onClick={cancel} />}
              />
            ))}
          </ItemList>
        )}
        <Items
          list={files}
          label={t('title')}
          rows={2}
          compact
          empty={running.length === 0 ? { title: t(mayWrite ? 'empty' : 'none'), compact: true } : undefined}
        >
          {file => <FileRow key={file.id} file={file} within={id} mayWrite={mayWrite} />}
        </Items>
      </div>
    </Section>
  )
}

function FileRow({ file, within, mayWrite }: { file: StoredFile; within: string; mayWrite: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const attempt = useAttempt()
  const params = { id: file.id }
  const remove = useCommand(deleteFile, {
    optimistic: cache => cache.remove('files', [file.id]),
  })
  const restore = useCommand(restoreFile)
  const open = () => void attempt(call(getFileAddress, { params }).then(({ address }) => location.assign(address)))
  const drop = () =>
    remove.attempt({ params }, () => toastUndo(t('deleted', { name: file.name }), () => restore.run({ params })))
  return (
    <ItemRow
      lead={<IconPaperclip size={15} stroke={1.6} aria-hidden />}
      title={
        <button type="button" className={classes.open} onClick={open} title={file.name}>
          {file.name}
        </button>
      }
      detail={
        <>
          {[format.bytes(file.size), file.uploadedByName, format.date(file.createdAt)].filter(Boolean).join(' · ')}{' '}
          <NamedRecords records={[linkedOf(file)]} within={within} />
        </>
      }
      actions={
        <DotsMenu small label={t('options', { name: file.name })}>
          <Menu.Item onClick={open}>{t('download')}</Menu.Item>
          {mayWrite && (
            <Menu.Item color="red" onClick={() => void drop()}>
              {t('delete')}
            </Menu.Item>
          )}
        </DotsMenu>
      }
    />
  )
}
