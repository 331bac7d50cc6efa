import { Button, TextInput } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { rotateKey, type Source } from '../schema.ts'
import classes from './Sources.module.css'

const messages = defineMessages('collect.set-up', {
  key: 'Write key',
  keyHint: 'It may stand in public pages: with it events can only be added, nothing can be read.',
  replace: 'Replace key',
  replaceTitle: 'Replace the key of “{name}”?',
  replaceLost: 'Whatever still sends with the old key is refused at once',
  replaceKept: 'What was sent so far stays.',
  replaced: 'The source has a new key',
  site: 'On your site',
  siteHint: 'Put this into the head of every page. Page views are told by themselves.',
  calls: 'Tell more',
  callsHint: 'Say who signed in and what happened; it works before the script has loaded.',
  node: 'On your server',
  nodeHint: 'Segment’s own client for Node, told to send here. Those for other languages take the same host and key.',
  segment: 'With Segment’s browser client',
  segmentHint: 'A site that uses it already needs only another address and key.',
})

/** The key, and what to put where. */
export function SetUp({ source }: { source: Source }) {
  const t = useMessages(messages)
  const can = useCan()
  const rotate = useCommand(rotateKey)
  const { origin } = window.location
  const { writeKey } = source
  const consent = source.consentMode === 'after-consent' ? ' data-consent="after-consent"' : ''
  const replace = () =>
    rotate.attempt({ params: { id: source.id } }, () => toast(t('replaced')), {
      title: t('replaceTitle', { name: source.name }),
      lost: [t('replaceLost')],
      kept: t('replaceKept'),
      confirm: t('replace'),
    })
  return (
    <>
      <Section title={t('key')} description={t('keyHint')}>
        <div className={classes.key}>
          <TextInput
            aria-label={t('key')}
            value={writeKey}
            readOnly
            onFocus={event => event.currentTarget.select()}
            classNames={{ input: classes.mono }}
          />
          {can('collect:write') && (
            <Button variant="default" onClick={() => void replace()}>
              {t('replace')}
            </Button>
          )}
        </div>
      </Section>
      {source.kind !== 'server' && (
        <>
          <Section title={t('site')} description={t('siteHint')}>
            <CodeBlock
              label={t('site')}
              code={`<script>window.rapport=window.rapport||function(){(rapport.q=rapport.q||[]).push(arguments)}</script>\n<script async src="${origin}/collect.js" data-key="${writeKey}"${consent}></script>`}
            />
          </Section>
          <Section title={t('calls')} description={t('callsHint')}>
            <CodeBlock
              label={t('calls')}
              code={`rapport('identify', 'your-user-id', { email: 'marta@example.com', name: 'Marta Nováková' })\nrapport('track', 'Added to cart', { sku: 'M7', price: 19.9 })${consent ? "\nrapport('consent', true)" : ''}`}
            />
          </Section>
        </>
      )}
      <Section title={t('node')} description={t('nodeHint')}>
        <CodeBlock
          label={t('node')}
          code={`import { Analytics } from '@segment/analytics-node'\n\nconst analytics = new Analytics({ host: '${origin}', writeKey: '${writeKey}' })\nanalytics.track({ userId: 'your-user-id', event: 'Order Completed', properties: { order_id: '1001', total: 19.9, currency: 'EUR' } })`}
        />
      </Section>
      {source.kind === 'web' && (
        <Section title={t('segment')} description={t('segmentHint')}>
          <CodeBlock
            label={t('segment')}
            code={`AnalyticsBrowser.load({ cdnURL: '${origin}', writeKey: '${writeKey}' })`}
          />
        </Section>
      )}
    </>
  )
}

/** Code to be taken elsewhere. */
function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <div className={classes.code}>
      <pre aria-label={label} tabIndex={0} role="group">
        {code}
      </pre>
      <div className={classes.copy}>
        <CopyAction value={code} size="compact-xs" variant="default" />
      </div>
    </div>
  )
}
