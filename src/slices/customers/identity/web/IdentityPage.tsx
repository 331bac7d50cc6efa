import type { ReactNode } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Page, type PageProps } from '../../../../ui/layout/Page.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { identityWords } from './identity-words.ts'
import { IdentityTabs } from './IdentityTabs.tsx'

export interface IdentityPageProps extends Omit<PageProps, 'title' | 'toolbar' | 'breadcrumbs'> {
  title: 'identity' | 'groups' | 'decisions' | 'matching'
  /** Beside the tabs, and at the end of their line. */
  filters?: ReactNode
  search?: ReactNode
}

/** One of the screens of identity, with the way to the others. */
export function IdentityPage({ title, filters, search, ...page }: IdentityPageProps) {
  const words = useMessages(identityWords)
  return (
    <Page
      layout="fill"
      {...page}
      title={words(title)}
      breadcrumbs={title === 'identity' ? undefined : [{ label: words('identity'), href: '/identity' }]}
      toolbar={
        <ListToolbar end={search}>
          <IdentityTabs />
          {filters}
        </ListToolbar>
      }
    />
  )
}
