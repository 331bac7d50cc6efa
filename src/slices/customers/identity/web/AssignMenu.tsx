import { Button, Popover } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Kbd } from '../../../../ui/keyboard/Kbd.tsx'
import { ShortcutLayer } from '../../../../ui/keyboard/ShortcutLayer.tsx'
import { OptionPicker } from '../../../../ui/toolbar/OptionPicker.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { identityWords } from './identity-words.ts'

const messages = defineMessages('identity.assign-menu', { member: 'Member' })

export interface AssignMenuProps {
  assigneeId: string | null
  opened: boolean
  onOpenedChange: (opened: boolean) => void
  onAssign: (id: string | null) => void
}

/** Gives a pair to somebody; the same one again takes it back. */
export function AssignMenu({ assigneeId, opened, onOpenedChange, onAssign }: AssignMenuProps) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const members = useMembers()
  return (
    <Popover opened={opened} onChange={onOpenedChange} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<Kbd keys="a" />}
          aria-haspopup="dialog"
          onClick={() => onOpenedChange(!opened)}
        >
          {members.nameOf(assigneeId) ?? words('assign')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ShortcutLayer>
          <OptionPicker
            field={members.field('assigneeId', t('member'))}
            multiple={false}
            value={assigneeId ? [assigneeId] : []}
            chosen={members.optionOf(assigneeId)}
            onChange={([id]) => {
              onOpenedChange(false)
              onAssign(id ?? null)
            }}
          />
        </ShortcutLayer>
      </Popover.Dropdown>
    </Popover>
  )
}
