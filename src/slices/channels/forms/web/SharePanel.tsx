import { Textarea } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import { listPurposes, type Purpose } from '../../../customers/consent/schema.ts'
import type { Form } from '../schema.ts'
import classes from './SharePanel.module.css'

const messages = defineMessages('forms.share-panel', {
  link: 'Link to the page',
  linkText: 'Send it, print it, or put it behind a button.',
  frame: 'In a frame on your site',
  frameText: 'Paste this where the form should stand. It needs no script.',
  plain: 'As a form of your own',
  plainText: 'Style it as you like; the names of the fields must stay.',
  plainOff: 'Switch on “Take forms that were not made by us” in Build to use this.',
})

const escape = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

/** The three ways in which a form reaches people, ready to be copied. */
export function SharePanel({ form }: { form: Form }) {
  const t = useMessages(messages)
  const purposes = useEndpoint(listPurposes, {}).data?.items ?? []
  const frame = `<iframe src="${form.link}/embed" title="${escape(form.settings.title.en)}" width="100%" height="640" style="border:0"></iframe>`
  return (
    <div className={classes.share}>
      <Code title={t('link')} text={t('linkText')} code={form.link} />
      <Code title={t('frame')} text={t('frameText')} code={frame} />
      {form.settings.takesPlainForms ? (
        <Code title={t('plain')} text={t('plainText')} code={plainForm(form, purposes)} />
      ) : (
        <Section title={t('plain')} description={t('plainOff')}>
          {null}
        </Section>
      )}
    </div>
  )
}

function Code({ title, text, code }: { title: string; text: string; code: string }) {
  return (
    <Section title={title} description={text} actions={<CopyAction value={code} size="compact-sm" variant="default" />}>
      <Textarea aria-label={title} className={classes.code} value={code} readOnly autosize maxRows={16} />
    </Section>
  )
}

function plainForm(form: Form, purposes: readonly Purpose[]): string {
  const hasFile = form.fields.some(({ kind }) => kind === 'file')
  const lines = form.fields.map(({ key, kind, label, isRequired, options = [] }) => {
    const required = isRequired ? ' required' : ''
    const control =
      kind === 'long-text'
        ? `<textarea name="${key}"${required}></textarea>`
        : kind === 'choice'
          ? `<select name="${key}"${required}>${options.map(({ en }) => `<option>${escape(en)}</option>`).join('')}</select>`
          : kind === 'checkbox'
            ? `<input type="checkbox" name="${key}" value="yes"${required}>`
            : `<input type="${{ email: 'email', phone: 'tel', file: 'file' }[kind as string] ?? 'text'}" name="${key}"${required}>`
    return `  <label>${escape(label.en)} ${control}</label>`
  })
  const boxes = purposes
    .filter(({ id }) => form.settings.purposeIds.includes(id))
    .map(
      ({ id, text, textVersion }) =>
        `  <label><input type="checkbox" name="_consent" value="${id}.${textVersion}"> ${escape(text['en'] ?? '')}</label>`,
    )
  return [
    `<form method="post" action="${form.link}"${hasFile ? ' enctype="multipart/form-data"' : ''}>`,
    ...lines,
    ...boxes,
    `  <input name="_website" tabindex="-1" autocomplete="off" aria-hidden="true" style="position:absolute;left:-9999px">`,
    `  <button>${escape(form.settings.button?.en ?? 'Send')}</button>`,
    '</form>',
  ].join('\n')
}
