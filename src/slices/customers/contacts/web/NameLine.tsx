import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import type { Contact } from '../schema.ts'
import classes from './NameLine.module.css'

const messages = defineMessages({ en: { at: '{job} at {company}' }, cs: { at: '{job}, {company}' } })

/** Picture, name and what they do: the head of a contact. */
export function NameLine({ contact }: { contact: Contact }) {
  const t = useMessages(messages)
  const { name, jobTitle, companyName } = contact
  const detail = jobTitle && companyName ? t('at', { job: jobTitle, company: companyName }) : (jobTitle ?? companyName ?? contact.email)
  return (
    <div className={classes.head}>
      <Avatar name={name} size={44} />
      <div className={classes.text}>
        <p className={classes.name}>{name}</p>
        {detail && <p className={classes.detail}>{detail}</p>}
      </div>
    </div>
  )
}
