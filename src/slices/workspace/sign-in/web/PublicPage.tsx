import { useEffect, type ReactNode } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages, nameOfLanguage } from '../../../../ui/i18n/languages.ts'
import { chooseLocale } from '../../../../ui/i18n/chosen-locale.ts'
import { Wordmark } from '../../../../ui/layout/Logo.tsx'
import classes from './PublicPage.module.css'
import { Scene } from './Scene.tsx'

const messages = defineMessages('sign-in.public-page', {
  promise: 'One record of every customer, and everyone who looks after them.',
  language: 'Language',
})

export interface PublicPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** A page for people who are not signed in. */
export function PublicPage({ title, lead, children }: PublicPageProps) {
  const t = useMessages(messages)
  const current = useLocale()
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className={classes.page}>
      <main className={classes.form}>
        <div className={classes.brand}>
          <Wordmark />
        </div>
        <div className={classes.middle}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          <div className={classes.content}>{children}</div>
        </div>
        <div className={classes.foot}>
          <div className={classes.languages} role="group" aria-label={t('language')}>
            {languages.map(locale => (
              <button
                key={locale}
                type="button"
                lang={locale}
                className={classes.language}
                aria-pressed={locale === current}
                onClick={() => chooseLocale(locale)}
              >
                {nameOfLanguage(locale)}
              </button>
            ))}
          </div>
        </div>
      </main>
      <aside className={classes.scene} aria-hidden="true">
        <Scene />
        <p className={classes.promise}>{t('promise')}</p>
      </aside>
    </div>
  )
}
