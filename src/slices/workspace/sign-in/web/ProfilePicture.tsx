import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { toast, toastError } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { avatarTypes, removeAvatar, setAvatar } from '../../avatars/schema.ts'
import classes from './Profile.module.css'
import { pictureOf, sessionQuery, useSession } from './public.tsx'
import { squarePicture } from './square-picture.ts'

const messages = defineMessages('sign-in.profile-picture', {
  upload: 'Upload picture',
  change: 'Change picture',
  remove: 'Remove picture',
  file: 'Picture',
  saved: 'Picture saved',
  removed: 'Picture removed',
  hint: 'Your colleagues see it beside your name. We keep the middle square of it.',
  noPicture: '{name} is not a picture that this browser can read. Choose a PNG, JPEG or WebP.',
})

export function ProfilePicture() {
  const t = useMessages(messages)
  const client = useQueryClient()
  const refresh = useRefresh()
  const attempt = useAttempt()
  const { member } = useSession()
  const picker = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  const remove = useCommand(removeAvatar)
  const picture = pictureOf(member)
  const show = ({ avatarFileId }: { avatarFileId: string | null }) => {
    client.setQueryData(
      sessionQuery.queryKey,
      session => session && { ...session, member: { ...session.member, avatarFileId } },
    )
    refresh('profile')
  }
  const send = async (chosen: File) => {
    const file = await squarePicture(chosen)
    if (file === null) return toastError(t('noPicture', { name: chosen.name }))
    const set = await upload(setAvatar, {}, file, () => {}).done
    if (set === null) return
    show(set)
    toast(t('saved'))
  }
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    setSending(true)
    await attempt(send(chosen))
    setSending(false)
  }
  const drop = async () => {
    if (await attempt(remove.run({}).then(show))) toast(t('removed'))
  }
  return (
    <div className={classes.picture}>
      <Avatar name={member.name} src={picture} size={64} />
      <div>
        <div className={classes.row}>
          <Button size="xs" variant="default" loading={sending} onClick={() => picker.current?.click()}>
            {picture ? t('change') : t('upload')}
          </Button>
          {picture && (
            <Button size="xs" variant="subtle" color="gray" loading={remove.running} onClick={() => void drop()}>
              {t('remove')}
            </Button>
          )}
        </div>
        <p className={classes.dim}>{t('hint')}</p>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('file')}
        accept={avatarTypes.join(',')}
        onChange={event => {
          void choose(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
