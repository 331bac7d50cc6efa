import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { endOtherSessions, endSession, listSessions, type Device } from '../schema.ts'
import { deviceName } from './device-name.ts'

const messages = defineMessages('sign-in.profile-devices', {
  title: 'Devices',
  lead: 'Where you are signed in. Sign out what you do not know, and change your password.',
  unknown: 'Unknown device',
  here: 'This device',
  used: 'Used {when}',
  end: 'Sign out',
  ended: '{name} is signed out',
  endOthers: 'Sign out all others',
  endedOthers: '{count, plural, one {# device signed out} other {# devices signed out}}',
})

export function ProfileDevices() {
  const t = useMessages(messages)
  const format = useFormat()
  const devices = useEndpoint(listSessions, {})
  const end = useCommand(endSession, { optimistic: (cache, { params }) => cache.remove('sessions', [params.id]) })
  const endOthers = useCommand(endOtherSessions)
  const nameOf = ({ userAgent }: Device) => (userAgent ? deviceName(userAgent) : t('unknown'))
  const endOne = (device: Device) =>
    end.attempt({ params: { id: device.id } }, () => toast(t('ended', { name: nameOf(device) })))
  const endAll = () => endOthers.attempt({}, ({ count }) => toast(t('endedOthers', { count })))
  const items = devices.data?.items ?? []
  return (
    <Section
      title={t('title')}
      description={t('lead')}
      actions={
        items.length > 1 && (
          <SmallButton label={t('endOthers')} loading={endOthers.running} onClick={() => void endAll()} />
        )
      }
    >
      <Items list={devices} label={t('title')} rows={2} compact>
        {device => {
          const Icon = /iPhone|Android/.test(device.userAgent ?? '') ? IconDeviceMobile : IconDeviceDesktop
          return (
            <ItemRow
              key={device.id}
              lead={<Icon size={20} stroke={1.5} aria-hidden />}
              title={nameOf(device)}
              detail={[device.address, t('used', { when: format.relative(device.lastUsedAt) })]}
              trailing={device.isCurrent && <StatusChip tone="accent">{t('here')}</StatusChip>}
              actions={
                !device.isCurrent && <SmallButton label={t('end')} tone="danger" onClick={() => void endOne(device)} />
              }
            />
          )
        }}
      </Items>
    </Section>
  )
}
