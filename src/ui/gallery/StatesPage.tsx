import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useEffect } from 'react'
import { confirmLoss } from '../feedback/confirm-loss.ts'
import { toast, toastError, toastUndo } from '../feedback/toast.ts'
import { EmptyState } from '../layout/EmptyState.tsx'
import { ErrorState } from '../layout/ErrorState.tsx'
import { Page } from '../layout/Page.tsx'
import { Section } from '../layout/Section.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'

const loss = {
  title: 'Erase Marta Nováková?',
  lost: ['3 e-mail addresses and 1 phone number', '214 events on the timeline', '12 files'],
  kept: 'Order totals stay in reports without her name.',
  confirm: 'Erase contact',
}

/** `?page=states&open=loss`, `&open=toast`. */
export function StatesPage({ query }: { query: URLSearchParams }) {
  const open = query.get('open')
  useEffect(() => {
    if (open === 'loss') confirmLoss(loss)
    if (open === 'toast') {
      toastUndo('Deleted 3 contacts', () => {})
      toastError('Could not send the message. The draft is kept; try again.')
    }
  }, [open])
  return (
    <Page title="States">
      <Section title="Empty">
        <EmptyState
          icon={IconInbox}
          title="Orders appear here"
          description="Connect a shop or import a file of orders."
          action={<Button>Import orders</Button>}
        />
      </Section>
      <Section title="Error">
        <ErrorState
          title="The orders could not be loaded"
          description="Nothing was lost. Try again in a moment."
          onRetry={() => {}}
          requestId="req_01hf9k2v"
        />
      </Section>
      <Section title="Loading">
        <SkeletonRows count={4} />
      </Section>
      <Section title="Feedback">
        <div style={{ display: 'flex', gap: 8 }}>
          <Button variant="default" onClick={() => toast('Contact saved')}>
            Show toast
          </Button>
          <Button variant="default" onClick={() => toastUndo('Deleted 3 contacts', () => {})}>
            Show undo
          </Button>
          <Button
            variant="default"
            onClick={() => toastError('Could not send the message. The draft is kept; try again.')}
          >
            Show error
          </Button>
          <Button variant="default" onClick={() => confirmLoss(loss)}>
            Ask before loss
          </Button>
        </div>
      </Section>
    </Page>
  )
}
