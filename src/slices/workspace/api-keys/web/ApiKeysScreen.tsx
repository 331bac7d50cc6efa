import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { SettingsPage } from '../../settings/web/public.tsx'
import { listApiKeys, revokeApiKey, type ApiKey } from '../schema.ts'
import { CreateKeyDialog } from './CreateKeyDialog.tsx'

const messages = defineMessages('api-keys.api-keys-screen', {
  title: 'API keys',
  lead: 'Programs sign in with a key. A key never may more than the member who made it.',
  docs: 'Read the API documentation',
  create: 'Create API key',
  scopes: '{count, plural, one {# permission} other {# permissions}}',
  by: 'made by {name}',
  used: 'used {when}',
  unused: 'never used',
  until: 'Until {day}',
  forever: 'No end',
  expired: 'Expired',
  revoked: 'Revoked',
  revoke: 'Revoke key',
  revokeTitle: 'Revoke “{name}”?',
  revokeLost: 'Programs that use {prefix}… are refused at once',
  revokeKept: 'A key cannot be brought back; you can create another.',
  done: 'Key “{name}” revoked',
  empty: 'API keys appear here',
  emptyText: 'Connect your shop, your data warehouse or your own program.',
})

export default function ApiKeysScreen() {
  const t = useMessages(messages)
  const keys = useEndpoint(listApiKeys, {})
  const [creating, setCreating] = useState(false)
  const revoke = useCommand(revokeApiKey)
  const askRevoke = ({ id, name, prefix }: ApiKey) =>
    revoke.attempt({ params: { id } }, () => toast(t('done', { name })), {
      title: t('revokeTitle', { name }),
      lost: [t('revokeLost', { prefix })],
      kept: t('revokeKept'),
      confirm: t('revoke'),
    })
  const createButton = useCreateButton(t('title'), t('create'), () => setCreating(true))
  return (
    <SettingsPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button
            component="a"
            href="/api/docs"
            target="_blank"
            rel="noreferrer"
            variant="subtle"
            color="gray"
            visibleFrom="sm"
          >
            {t('docs')}
          </Button>
          {createButton}
        </>
      }
    >
      <Items
        list={keys}
        label={t('title')}
        rows={3}
        empty={{ icon: IconKey, title: t('empty'), description: t('emptyText'), action: createButton }}
      >
        {key => <KeyRow key={key.id} apiKey={key} onRevoke={() => void askRevoke(key)} />}
      </Items>
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const isExpired = apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) < Date.now()
  const isOver = apiKey.revokedAt !== null || isExpired
  return (
    <ItemRow
      faded={isOver}
      lead={<IconKey size={18} stroke={1.6} aria-hidden />}
      title={apiKey.name}
      detail={[
        <code key="prefix">{apiKey.prefix}…</code>,
        t('scopes', { count: apiKey.scopes.length }),
        apiKey.createdByName && t('by', { name: apiKey.createdByName }),
        apiKey.lastUsedAt ? t('used', { when: format.relative(apiKey.lastUsedAt) }) : t('unused'),
      ]}
      trailing={
        apiKey.revokedAt ? (
          <StatusChip>{t('revoked')}</StatusChip>
        ) : isExpired ? (
          <StatusChip>{t('expired')}</StatusChip>
        ) : apiKey.expiresAt ? (
          t('until', { day: format.date(apiKey.expiresAt) })
        ) : (
          t('forever')
        )
      }
      actions={apiKey.revokedAt === null && <SmallButton label={t('revoke')} tone="danger" onClick={onRevoke} />}
    />
  )
}
