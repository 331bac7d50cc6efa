import { IconFingerprint, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { InlineEditor } from '../../../../ui/table/InlineEditor.tsx'
import type { CellEdit } from '../../../../ui/table/table-types.ts'
import { addPasskey, listPasskeys, removePasskey, renamePasskey, startPasskey, type Passkey } from '../schema.ts'
import { deviceName } from './device-name.ts'
import { canMakePasskeys, makePasskey } from './passkey.ts'
import { PasswordPrompt } from './PasswordPrompt.tsx'

const messages = defineMessages('sign-in.profile-passkeys', {
  title: 'Passkeys',
  lead: 'Sign in with your fingerprint, face or a security key instead of the password.',
  add: 'Add passkey',
  continue: 'Continue',
  added: 'Passkey added',
  made: 'Added {when}',
  none: 'Passkeys you add appear here.',
  unsupported: 'This browser cannot make passkeys.',
  rename: 'Rename {name}',
  name: 'Name of the passkey',
  remove: 'Remove {name}',
  removeTitle: 'Remove the passkey “{name}”?',
  removeLost: 'Signing in with it',
  removeKept: 'Your password works as before.',
  removeConfirm: 'Remove passkey',
  removed: 'Passkey removed',
})

export function ProfilePasskeys() {
  const t = useMessages(messages)
  const passkeys = useEndpoint(listPasskeys, {})
  const [asking, setAsking] = useState(false)
  const start = useCommand(startPasskey)
  const add = useCommand(addPasskey)
  const submit = async (password: string) => {
    const response = await makePasskey(await start.run({ body: { password } }))
    setAsking(false)
    if (response === null) return
    const name = deviceName(navigator.userAgent)
    if (await add.attempt({ body: { name, response } })) toast(t('added'))
  }
  const canMake = canMakePasskeys()
  return (
    <Section
      title={t('title')}
      description={t('lead')}
      actions={canMake && <SmallButton label={t('add')} onClick={() => setAsking(true)} />}
    >
      <Items
        list={passkeys}
        label={t('title')}
        rows={1}
        compact
        empty={{ title: canMake ? t('none') : t('unsupported'), compact: true }}
      >
        {passkey => <PasskeyRow key={passkey.id} passkey={passkey} />}
      </Items>
      {asking && (
        <PasswordPrompt
          title={t('add')}
          submitLabel={t('continue')}
          onSubmit={submit}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useMessages(messages)
  const format = useFormat()
  const rename = useCommand(renamePasskey)
  const remove = useCommand(removePasskey)
  const [editing, setEditing] = useState(false)
  const { id, name } = passkey
  const edit: CellEdit<Passkey> = {
    field: { key: 'name', label: t('name'), type: 'text' },
    value: () => name,
    save: (_, next) => rename.run({ params: { id }, body: { name: String(next ?? '') } }),
  }
  const askRemove = () =>
    remove.attempt({ params: { id } }, () => toast(t('removed')), {
      title: t('removeTitle', { name }),
      lost: [t('removeLost')],
      kept: t('removeKept'),
      confirm: t('removeConfirm'),
    })
  return (
    <ItemRow
      lead={<IconFingerprint size={20} stroke={1.5} aria-hidden />}
      title={
        editing ? <InlineEditor row={passkey} label={t('name')} edit={edit} onEnd={() => setEditing(false)} /> : name
      }
      detail={t('made', { when: format.relative(passkey.createdAt) })}
      actions={
        <>
          <IconButton icon={IconPencil} label={t('rename', { name })} onClick={() => setEditing(true)} />
          <IconButton icon={IconTrash} label={t('remove', { name })} onClick={askRemove} />
        </>
      }
    />
  )
}
