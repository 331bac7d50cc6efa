import type { ReactNode } from 'react'
import { Page, type Crumb } from '../../../../ui/layout/Page.tsx'
import classes from './Import.module.css'

/** What all views of one import share: its name, its state, and the menu. */
export interface Frame {
  title: string
  breadcrumbs: readonly Crumb[]
  aside: ReactNode
  menu: ReactNode
}

export interface FramePageProps {
  frame: Frame
  actions?: ReactNode
  children: ReactNode
}

/** A view of an import that is read from top to bottom. */
export function FramePage({ frame, actions, children }: FramePageProps) {
  const { menu, ...page } = frame
  return (
    <Page
      {...page}
      actions={
        <>
          {menu}
          {actions}
        </>
      }
    >
      <div className={classes.report}>{children}</div>
    </Page>
  )
}
