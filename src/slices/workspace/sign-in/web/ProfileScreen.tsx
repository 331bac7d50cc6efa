import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { useSession } from './public.tsx'
import { ProfileDevices } from './ProfileDevices.tsx'
import { ProfileLook } from './ProfileLook.tsx'
import { ProfileMe } from './ProfileMe.tsx'
import { ProfilePasskeys } from './ProfilePasskeys.tsx'
import { ProfilePassword } from './ProfilePassword.tsx'
import { ProfileTwoFactor } from './ProfileTwoFactor.tsx'

const messages = defineMessages('sign-in.profile-screen', { title: 'Profile' })

/** Who I am here, how the app speaks to me, and how my account is kept safe. */
export default function ProfileScreen() {
  const t = useMessages(messages)
  const { member } = useSession()
  return (
    <Page title={t('title')} aside={member.email} layout="narrow">
      <ProfileMe />
      <ProfileLook />
      <ProfilePassword />
      <ProfileTwoFactor />
      <ProfilePasskeys />
      <ProfileDevices />
    </Page>
  )
}
