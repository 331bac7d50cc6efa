import { useRef, useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { pictureTypes } from '../../kernel/record/picture.ts'
import { toast, toastError } from '../feedback/toast.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { SmallButton } from '../layout/SmallButton.tsx'
import { useAttempt } from '../screen/use-attempt.ts'
import classes from './Form.module.css'
import { squarePicture } from './square-picture.ts'

const messages = defineMessages('ui.picture-input', {
  upload: 'Upload picture',
  change: 'Change picture',
  remove: 'Remove picture',
  file: 'Picture',
  saved: 'Picture saved',
  removed: 'Picture removed',
  noPicture: '{name} is not a picture that this browser can read. Choose a PNG, JPEG or WebP.',
})

export interface PictureInputProps {
  /** There is one that can be changed. */
  hasPicture: boolean
  hint?: string
  /** The picture, where it is not shown elsewhere. */
  children?: ReactNode
  /** False where it was given up. */
  send: (file: File) => Promise<boolean>
  remove: () => Promise<unknown>
}

/** The picture of somebody or something, chosen, cut square and without what a camera wrote into it. */
export function PictureInput({ hasPicture, hint, children, send, remove }: PictureInputProps) {
  const t = useMessages(messages)
  const attempt = useAttempt()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const choose = async (chosen: File | undefined) => {
    const file = chosen && (await squarePicture(chosen))
    if (file === undefined) return
    if (file === null) toastError(t('noPicture', { name: chosen!.name }))
    else if (await send(file)) toast(t('saved'))
  }
  const drop = async () => {
    await remove()
    toast(t('removed'))
  }
  const during = async (work: Promise<void>) => {
    setBusy(true)
    await attempt(work)
    setBusy(false)
  }
  return (
    <div className={classes.picture}>
      {children}
      <div>
        <div className={classes.pictureButtons}>
          <SmallButton
            label={hasPicture ? t('change') : t('upload')}
            loading={busy}
            onClick={() => picker.current?.click()}
          />
          {hasPicture && (
            <SmallButton label={t('remove')} tone="quiet" disabled={busy} onClick={() => void during(drop())} />
          )}
        </div>
        {hint && <p className={classes.pictureHint}>{hint}</p>}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('file')}
        accept={pictureTypes.join(',')}
        onChange={event => {
          void during(choose(event.currentTarget.files?.[0]))
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
