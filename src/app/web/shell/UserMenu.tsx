import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconUser,
} from '@tabler/icons-react'
import { defineMessages } from '../../../kernel/messages.ts'
import { changeProfile, changeWorkspace, signOut } from '../../../slices/workspace/sign-in/schema.ts'
import { pictureOf, sessionQuery, type Session } from '../../../slices/workspace/sign-in/web/public.tsx'
import { call } from '../../../ui/api/call.ts'
import { useCommand } from '../../../ui/api/use-command.ts'
import { useLocale, useMessages } from '../../../ui/i18n/i18n.tsx'
import { languages, nameOfLanguage } from '../../../ui/i18n/languages.ts'
import { useShortcutRegistry } from '../../../ui/keyboard/shortcuts.ts'
import { MenuItem } from '../../../ui/layout/DotsMenu.tsx'
import { useNavigateTo } from '../../../ui/layout/Link.tsx'
import { forgetRecents } from '../../../ui/screen/recents.ts'
import { useAttempt } from '../../../ui/screen/use-attempt.ts'
import { Avatar } from '../../../ui/values/Avatar.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { webSlices } from '../screens.ts'
import classes from './UserMenu.module.css'

const messages = defineMessages('app.user-menu', {
  menu: 'My menu',
  profile: 'Profile',
  theme: 'Theme',
  auto: 'As the system',
  light: 'Light',
  dark: 'Dark',
  language: 'Language',
  shortcuts: 'Keyboard shortcuts',
  workspaces: 'Other workspaces',
  signOut: 'Sign out',
})

const schemes = [
  ['auto', IconDeviceDesktop],
  ['light', IconSun],
  ['dark', IconMoon],
] as const

const hasProfile = webSlices.some(slice => slice.screens?.some(screen => screen.path === '/profile'))

export function UserMenu({ session }: { session: Session }) {
  const t = useMessages(messages)
  const current = useLocale()
  const client = useQueryClient()
  const navigate = useNavigateTo()
  const registry = useShortcutRegistry()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const profile = useCommand(changeProfile)
  const attempt = useAttempt()

  const speak = (locale: string) =>
    profile.attempt({ body: { locale } }, changed => client.setQueryData(sessionQuery.queryKey, changed))
  const goTo = (page: string) => {
    forgetRecents()
    location.assign(page)
  }
  const leave = async () => {
    await call(signOut, {}).catch(() => {})
    goTo('/sign-in')
  }
  const move = (workspaceId: string) => attempt(call(changeWorkspace, { body: { workspaceId } }).then(() => goTo('/')))
  const showShortcuts = () =>
    registry
      .active()
      .flatMap(group => group.shortcuts)
      .find(shortcut => shortcut.keys === '?')
      ?.run(new KeyboardEvent('keydown'))

  return (
    <Menu position="top-start" width={224}>
      <Menu.Target>
        <button type="button" className={classes.target}>
          <span className="visually-hidden">{t('menu')}: </span>
          <Avatar name={session.member.name} src={pictureOf(session.member)} size={24} />
          <span className={classes.name}>{session.member.name}</span>
          <IconSelector size={14} aria-hidden className={classes.arrows} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.member.email}</Menu.Label>
        {hasProfile && <MenuItem icon={IconUser} label={t('profile')} onClick={() => navigate('/profile')} />}
        <MenuItem icon={IconKeyboard} label={t('shortcuts')} onClick={showShortcuts} />
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        {schemes.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={15} stroke={1.6} />}
            rightSection={scheme === colorScheme ? <IconCheck size={14} /> : undefined}
            aria-current={scheme === colorScheme || undefined}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme)}
          >
            {t(scheme)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {languages.map(locale => (
          <Menu.Item
            key={locale}
            lang={locale}
            rightSection={locale === current ? <IconCheck size={14} /> : undefined}
            aria-current={locale === current || undefined}
            onClick={() => speak(locale)}
          >
            {nameOfLanguage(locale)}
          </Menu.Item>
        ))}
        {session.otherWorkspaces.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('workspaces')}</Menu.Label>
            {session.otherWorkspaces.map(workspace => (
              <MenuItem key={workspace.id} label={workspace.name} onClick={() => move(workspace.id)} />
            ))}
          </>
        )}
        <Menu.Divider />
        <MenuItem icon={IconLogout} label={t('signOut')} onClick={leave} />
      </Menu.Dropdown>
    </Menu>
  )
}
