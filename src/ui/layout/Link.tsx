import { createContext, use, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

type Navigate = (href: string) => void

const NavigateContext = createContext<Navigate>(href => window.location.assign(href))

/** Tells links how to go to a page of the app without loading it anew. */
export function NavigateProvider({ navigate, children }: { navigate: Navigate; children: ReactNode }) {
  return <NavigateContext value={navigate}>{children}</NavigateContext>
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
