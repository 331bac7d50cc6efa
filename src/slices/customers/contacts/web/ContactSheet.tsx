import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useRemember } from '../../../../ui/screen/recents.ts'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { getContact } from '../schema.ts'
import classes from './ContactSheet.module.css'
import { Who } from './Who.tsx'

const messages = defineMessages('contacts.contact-sheet', { loading: 'Contact' })

export interface ContactSheetProps {
  id: string | undefined
  onClose: () => void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
}

/** A contact over the list it was found in. */
export default function ContactSheet({ id, onClose, onPrevious, onNext }: ContactSheetProps) {
  const t = useMessages(messages)
  const { data: contact, error, refetch } = useEndpoint(getContact, id === undefined ? null : { params: { id } })
  useRemember(
    id && contact ? { kind: 'contact', id: contact.id, label: contact.name, href: `/contacts/${contact.id}` } : null,
  )
  return (
    <SideSheet
      opened={id !== undefined}
      onClose={onClose}
      title={contact?.name ?? t('loading')}
      href={`/contacts/${id}`}
      onPrevious={onPrevious}
      onNext={onNext}
      width={600}
    >
      {error ? (
        <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
      ) : !contact || contact.id !== id ? (
        <SkeletonRows count={8} />
      ) : (
        <div key={contact.id}>
          <Who contact={contact} folded />
          <div className={classes.timeline}>
            <Slot
              name="contact.main"
              props={{ contactId: contact.id, name: contact.name }}
              fallback={<SkeletonRows count={5} height={52} />}
            />
          </div>
        </div>
      )}
    </SideSheet>
  )
}
