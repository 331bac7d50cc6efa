import { IconMail, IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast, toastUndo } from '../../../../ui/feedback/toast.ts'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { inviteMember, listInvitations, renewInvitation, revokeInvitation, type Invitation } from '../schema.ts'
import { roleWords } from './role-words.ts'

const messages = defineMessages('members.invitations', {
  title: 'Invitations',
  by: 'Invited by {name}',
  until: 'Valid until {day}',
  expired: 'Expired',
  renew: 'Send again',
  renewed: 'A new link is on its way to {email}.',
  revoke: 'Withdraw the invitation of {email}',
  revoked: 'Invitation of {email} withdrawn.',
})

/** Invitations that wait to be accepted; nothing where there are none. */
export function Invitations() {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const format = useFormat()
  const { data } = useEndpoint(listInvitations, {})
  const renew = useCommand(renewInvitation)
  const revoke = useCommand(revokeInvitation, {
    optimistic: (cache, { params }) => cache.remove('members', [params.id]),
  })
  const invite = useCommand(inviteMember)
  if (!data || data.items.length === 0) return null

  const sendAgain = ({ id, email }: Invitation) =>
    renew.attempt({ params: { id } }, () => toast(t('renewed', { email })))
  const withdraw = ({ id, email, role, teamIds }: Invitation) =>
    revoke.attempt({ params: { id } }, () =>
      toastUndo(t('revoked', { email }), () => invite.run({ body: { email, role, teamIds } })),
    )
  return (
    <Section title={t('title')}>
      <ItemList label={t('title')}>
        {data.items.map(invitation => (
          <ItemRow
            key={invitation.id}
            lead={<IconMail size={18} stroke={1.6} aria-hidden />}
            title={invitation.email}
            detail={[words(invitation.role), invitation.invitedByName && t('by', { name: invitation.invitedByName })]}
            trailing={
              invitation.isExpired ? (
                <StatusChip tone="danger">{t('expired')}</StatusChip>
              ) : (
                t('until', { day: format.date(invitation.expiresAt) })
              )
            }
            actions={
              <>
                <SmallButton label={t('renew')} onClick={() => void sendAgain(invitation)} />
                <IconButton
                  icon={IconTrash}
                  label={t('revoke', { email: invitation.email })}
                  onClick={() => withdraw(invitation)}
                />
              </>
            }
          />
        ))}
      </ItemList>
    </Section>
  )
}
