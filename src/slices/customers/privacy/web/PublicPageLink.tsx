import { CopyButton } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.public-page-link', {
  page: 'Page for customers',
  copy: 'Copy its address',
  copied: 'Copied',
})

/** Where customers ask by themselves; companies link it from their own pages. */
export function PublicPageLink() {
  const t = useMessages(messages)
  const { workspace } = useSession()
  const href = `${location.origin}/privacy/${workspace.id}`
  return (
    <span className={classes.publicPage}>
      <a href={href} target="_blank" rel="noreferrer">
        {t('page')}
      </a>
      <CopyButton value={href}>
        {({ copied, copy }) => (
          <button type="button" className={classes.textButton} onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </button>
        )}
      </CopyButton>
    </span>
  )
}
