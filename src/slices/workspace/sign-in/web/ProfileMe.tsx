import { useQueryClient } from '@tanstack/react-query'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { changeProfile } from '../schema.ts'
import classes from './Profile.module.css'
import { ProfilePicture } from './ProfilePicture.tsx'
import { sessionQuery, useSession } from './public.tsx'

const messages = defineMessages('sign-in.profile-me', {
  title: 'Me',
  name: 'Name',
  jobTitle: 'Job title',
  save: 'Save profile',
  saved: 'Profile saved',
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
        <div className={classes.pair}>
          <FormField path="name" label={t('name')} required />
          <FormField path="jobTitle" label={t('jobTitle')} />
        </div>
      </Form>
    </Section>
  )
}
