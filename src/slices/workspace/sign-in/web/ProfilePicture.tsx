import { useQueryClient } from '@tanstack/react-query'
import { defineMessages } from '../../../../kernel/messages.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { PictureInput } from '../../../../ui/form/PictureInput.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { removeAvatar, setAvatar } from '../../avatars/schema.ts'
import { pictureOf, sessionQuery, useSession } from './public.tsx'

const messages = defineMessages('sign-in.profile-picture', {
  hint: 'Your colleagues see it beside your name. We keep the middle square of it.',
})

export function ProfilePicture() {
  const t = useMessages(messages)
  const client = useQueryClient()
  const refresh = useRefresh()
  const { member } = useSession()
  const remove = useCommand(removeAvatar)
  const show = (set: { avatarFileId: string | null } | null) => {
    if (set === null) return false
    const { avatarFileId } = set
    client.setQueryData(
      sessionQuery.queryKey,
      session => session && { ...session, member: { ...session.member, avatarFileId } },
    )
    refresh('profile')
    return true
  }
  return (
    <PictureInput
      hasPicture={pictureOf(member) !== undefined}
      hint={t('hint')}
      send={async file => show(await upload(setAvatar, {}, file, () => {}).done)}
      remove={async () => show(await remove.run({}))}
    >
      <Avatar name={member.name} src={pictureOf(member)} size={64} />
    </PictureInput>
  )
}
