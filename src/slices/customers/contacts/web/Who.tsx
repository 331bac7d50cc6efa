import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { EditableFacts, type EditableFact } from '../../../../ui/fields/EditableFacts.tsx'
import { FieldText } from '../../../../ui/fields/FieldText.tsx'
import { AsyncMultiSelect } from '../../../../ui/form/AsyncMultiSelect.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { CustomText, customChange, customValue } from '../../fields/web/public.tsx'
import { TagChips, useTags } from '../../tags/web/public.tsx'
import type { Contact } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import { Handles } from './Handles.tsx'
import { Lifecycle } from './Lifecycle.tsx'
import { useChangeContact } from './use-change-contact.ts'
import { useContactFields, type ContactFieldKey } from './use-contact-fields.ts'
import classes from './Who.module.css'

const messages = defineMessages('contacts.who', { addTag: 'Add tags' })

/** Who a contact is: handles, where they belong, tags and every field, all edited where they stand. */
export function Who({ contact, folded }: { contact: Contact; folded?: boolean }) {
  const mayWrite = useCan()('contacts:write') && contact.deletedAt === null
  const { builtIn, custom } = useContactFields()
  const members = useMembers()
  const teams = useTeams()
  const change = useChangeContact()

  const fact = (key: ContactFieldKey & keyof Contact, rest: Partial<EditableFact> = {}): EditableFact => ({
    field: builtIn[key] as Field,
    value: (contact[key] ?? null) as FieldValue,
    text: <FieldText field={builtIn[key] as Field} value={contact[key] as FieldValue} />,
    save: mayWrite ? value => change(contact.id, { [key]: value }) : undefined,
    ...rest,
  })
  const facts: EditableFact[] = [
    fact('companyId', {
      always: true,
      text: contact.companyId && (
        <Link href={`/companies/${contact.companyId}`} className={classes.link}>
          {contact.companyName}
        </Link>
      ),
      chosen: contact.companyId ? [{ value: contact.companyId, label: contact.companyName ?? '' }] : [],
    }),
    fact('jobTitle', { always: true }),
    fact('ownerId', {
      always: true,
      text: <MemberLine id={contact.ownerId} />,
      chosen: members.optionOf(contact.ownerId),
    }),
    fact('teamId', { always: true, text: teams.nameOf(contact.teamId), chosen: teams.optionOf(contact.teamId) }),
    fact('lifecycle', { always: true, text: <Lifecycle stage={contact.lifecycle} /> }),
    ...custom.map(field => ({
      field,
      value: customValue(contact, field),
      text: <CustomText field={field} value={customValue(contact, field)} />,
      save: mayWrite ? (value: FieldValue) => change(contact.id, customChange(field, value)) : undefined,
    })),
    fact('firstName'),
    fact('lastName'),
    fact('birthday'),
    fact('language'),
    fact('street'),
    fact('city'),
    fact('postalCode'),
    fact('region'),
    fact('country'),
    fact('timeZone'),
  ]
  return (
    <div className={classes.who}>
      <Handles contact={contact} mayWrite={mayWrite} />
      <Tags contact={contact} mayWrite={mayWrite} />
      <EditableFacts facts={facts} folded={folded} />
    </div>
  )
}

function Tags({ contact, mayWrite }: { contact: Contact; mayWrite: boolean }) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const tags = useTags()
  const can = useCan()
  const change = useChangeContact()
  const attempt = useAttempt()
  const [editing, setEditing] = useState(false)
  if (!mayWrite && contact.tagIds.length === 0) return null
  const save = (tagIds: string[]) => void attempt(change(contact.id, { tagIds }))
  return (
    <div className={classes.tags} role="group" aria-label={words('tagIds')}>
      {editing ? (
        <div
          className={classes.tagInput}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.nativeEvent.stopImmediatePropagation()
            setEditing(false)
          }}
          onBlur={event =>
            !event.currentTarget.contains(event.relatedTarget) &&
            !event.relatedTarget?.closest('[data-portal]') &&
            setEditing(false)
          }
        >
          <AsyncMultiSelect
            aria-label={words('tagIds')}
            autoFocus
            value={tags.options(contact.tagIds)}
            onChange={options => save(options.map(option => option.value))}
            search={tags.search}
            onCreate={can('tags:write') ? tags.create : undefined}
          />
        </div>
      ) : (
        <>
          <TagChips
            ids={contact.tagIds}
            onRemove={mayWrite ? id => save(contact.tagIds.filter(other => other !== id)) : undefined}
          />
          {mayWrite && (
            <button type="button" className={classes.addTag} onClick={() => setEditing(true)}>
              + {t('addTag')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
