import { useRouterState } from '@tanstack/react-router'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { identityWords } from './identity-words.ts'
import classes from './IdentityTabs.module.css'

const tabs = [
  { key: 'pairs', href: '/identity' },
  { key: 'groups', href: '/identity/groups' },
  { key: 'decisions', href: '/identity/decisions' },
  { key: 'merges', href: '/merges' },
  { key: 'matching', href: '/identity/matching' },
] as const

/** The screens of identity, one beside the other. */
export function IdentityTabs() {
  const words = useMessages(identityWords)
  const pathname = useRouterState({ select: state => state.location.pathname })
  return (
    <nav aria-label={words('identity')} className={classes.tabs}>
      {tabs.map(({ key, href }) => (
        <Link key={key} href={href} className={classes.tab} aria-current={pathname === href ? 'page' : undefined}>
          {words(key)}
        </Link>
      ))}
    </nav>
  )
}
