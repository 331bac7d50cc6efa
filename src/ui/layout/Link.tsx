import { createContext, use, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { confirmLoss } from '../feedback/confirm-loss.ts'
import { hasUnsavedChanges } from '../form/unsaved-changes.ts'
import { useMessages } from '../i18n/i18n.tsx'

type Navigate = (href: string) => void

const messages = defineMessages('ui.link', {
  title: 'Leave without saving?',
  lost: 'What you changed on this page',
  leave: 'Leave page',
})

const NavigateContext = createContext<Navigate>(href => window.location.assign(href))

/** Tells links how to go to a page of the app without loading it anew; asks first when a form holds unsaved changes. */
export function NavigateProvider({ navigate, children }: { navigate: Navigate; children: ReactNode }) {
  const t = useMessages(messages)
  const go = async (href: string) => {
    if (hasUnsavedChanges() && !(await confirmLoss({ title: t('title'), lost: [t('lost')], confirm: t('leave') })))
      return
    navigate(href)
  }
  return <NavigateContext value={go}>{children}</NavigateContext>
}

export function useNavigateTo(): Navigate {
  return use(NavigateContext)
}

/** A press that the browser should answer itself: new tab, new window, download. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
}

/** A link inside the app: a real address (⌘-click, copy), followed without a page load. */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const navigate = useNavigateTo()
  return (
    <a
      {...rest}
      href={href}
      onClick={event => {
        onClick?.(event)
        if (event.defaultPrevented || !isPlainClick(event) || rest.target) return
        event.preventDefault()
        navigate(href)
      }}
    />
  )
}
