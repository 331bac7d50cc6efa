import { useQueryClient } from '@tanstack/react-query'
import { defineMessages } from '../../../../kernel/messages.ts'
import { upload } from '../../../../ui/api/upload.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FieldPair, Form, FormField } from '../../../../ui/form/Form.tsx'
import { PictureInput } from '../../../../ui/form/PictureInput.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { removeAvatar, setAvatar } from '../../avatars/schema.ts'
import { changeProfile } from '../schema.ts'
import { pictureOf, sessionQuery, useSession } from './public.tsx'

const messages = defineMessages('sign-in.profile-me', {
  title: 'Me',
  name: 'Name',
  jobTitle: 'Job title',
  save: 'Save profile',
  saved: 'Profile saved',
  hint: 'Your colleagues see it beside your name. We keep the middle square of it.',
})

export function ProfileMe() {
  const t = useMessages(messages)
  const client = useQueryClient()
  const { member } = useSession()
  const change = useCommand(changeProfile)
  const form = useForm({
    initial: { name: member.name as string | null, jobTitle: member.jobTitle },
    submit: async ({ name, jobTitle }) => {
      client.setQueryData(sessionQuery.queryKey, await change.run({ body: { name: name ?? '', jobTitle } }))
      toast(t('saved'))
    },
  })
  return (
    <Section title={t('title')}>
      <ProfilePicture />
      <Form form={form} submitLabel={t('save')}>
        <FieldPair>
          <FormField path="name" label={t('name')} required />
          <FormField path="jobTitle" label={t('jobTitle')} />
        </FieldPair>
      </Form>
    </Section>
  )
}

function ProfilePicture() {
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
