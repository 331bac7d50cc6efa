import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconDownload, IconShieldLock, IconTrash } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast, toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { SplitPage } from '../../../../ui/layout/SplitPage.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { forgetRecent, useRecents, useRemember } from '../../../../ui/screen/recents.ts'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { usePreloadedSlots } from '../../../../ui/screen/slots.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteContact, exportContact, getContact, restoreContact, type Contact } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import { Lifecycle } from './Lifecycle.tsx'
import { NameLine } from './NameLine.tsx'
import { Who } from './Who.tsx'
import classes from './ContactScreen.module.css'

const messages = defineMessages('contacts.contact-screen', {
  contact: 'Contact',
  who: 'Who',
  timeline: 'Timeline',
  now: 'Now',
  more: 'More',
  copy: 'Copy link',
  copied: 'Link copied.',
  vcard: 'Download vCard',
  privacy: 'Privacy…',
  delete: 'Delete contact',
  deleted: '{name} moved to the bin.',
  inBin: 'In the bin',
  restore: 'Restore contact',
})

const slots = ['contact.compose', 'contact.main', 'contact.now', 'contact.actions'] as const

export default function ContactScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const router = useRouter()
  const id = params.id!
  usePreloadedSlots(slots)
  const { data: contact, error, refetch } = useEndpoint(getContact, { params: { id } })
  const known = useRecents().find(recent => recent.id === id)?.label
  const isMerged = contact !== undefined && contact.id !== id
  useEffect(() => {
    // The id was merged into another contact: its address is the survivor's now.
    if (isMerged) router.history.replace(`/contacts/${contact.id}`)
  }, [isMerged, contact?.id, router])
  useEffect(() => {
    if (error && asProblem(error).code === 'not-found') forgetRecent(id)
  }, [error, id])

  if (contact && !isMerged) return <Loaded key={contact.id} contact={contact} />
  return (
    <Page title={known ?? t('contact')} breadcrumbs={[{ label: words('contacts'), href: '/contacts' }]} layout="fill">
      {error ? (
        <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
      ) : (
        <SplitPage
          who={<SkeletonRows count={10} height={28} />}
          whoSummary={<SkeletonRows count={1} height={44} />}
          whoLabel={t('who')}
          mainLabel={t('timeline')}
          nowLabel={t('now')}
          now={<SkeletonRows count={8} />}
        >
          <TimelineSkeleton />
        </SplitPage>
      )}
    </Page>
  )
}

function Loaded({ contact }: { contact: Contact }) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const navigate = useNavigateTo()
  const attempt = useAttempt()
  const can = useCan()
  const mayWrite = can('contacts:write')
  const mayReadPrivacy = can('privacy:read')
  const remove = useCommand(deleteContact, { optimistic: (cache, { params }) => cache.remove('contacts', [params.id]) })
  const restore = useCommand(restoreContact)
  const { id, name } = contact
  const isDeleted = contact.deletedAt !== null
  useRemember(isDeleted ? null : { kind: 'contact', id, label: name, href: `/contacts/${id}` })

  const bin = async () => {
    if (!(await attempt(remove.run({ params: { id } })))) return
    forgetRecent(id)
    navigate('/contacts')
    toastUndo(t('deleted', { name }), async () => {
      await restore.run({ params: { id } })
      navigate(`/contacts/${id}`)
    })
  }
  const back = () => void attempt(restore.run({ params: { id } }))
  useShortcuts(
    words('contacts'),
    mayWrite && !isDeleted ? [{ keys: 'shift+backspace', label: t('delete'), run: () => void bin() }] : [],
  )

  return (
    <Page
      title={name}
      breadcrumbs={[{ label: words('contacts'), href: '/contacts' }]}
      aside={isDeleted ? <StatusChip tone="danger">{t('inBin')}</StatusChip> : <Lifecycle stage={contact.lifecycle} />}
      layout="fill"
      actions={
        <>
          {isDeleted && mayWrite && (
            <Button variant="default" onClick={back}>
              {t('restore')}
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('more')} title={t('more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconCopy size={14} />}
                onClick={() =>
                  void navigator.clipboard
                    ?.writeText(`${location.origin}/contacts/${id}`)
                    .then(() => toast(t('copied')))
                }
              >
                {t('copy')}
              </Menu.Item>
              <Menu.Item
                component="a"
                href={addressOf(exportContact, { params: { id } })}
                download
                leftSection={<IconDownload size={14} />}
              >
                {t('vcard')}
              </Menu.Item>
              {!isDeleted && <Slot name="contact.actions" props={{ contactId: id, name }} />}
              {mayReadPrivacy && (
                <Menu.Item
                  leftSection={<IconShieldLock size={14} />}
                  onClick={() => navigate(`/contacts/${id}/privacy`)}
                >
                  {t('privacy')}
                </Menu.Item>
              )}
              {mayWrite && !isDeleted && (
                <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => void bin()}>
                  {t('delete')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <SplitPage
        who={
          <>
            <div className={classes.head}>
              <NameLine contact={contact} />
            </div>
            <Who contact={contact} />
          </>
        }
        whoSummary={<NameLine contact={contact} />}
        whoLabel={t('who')}
        mainLabel={t('timeline')}
        nowLabel={t('now')}
        now={
          <Slot
            name="contact.now"
            props={{ contactId: id, name, companyId: contact.companyId }}
            fallback={<SkeletonRows count={2} />}
          />
        }
      >
        {!isDeleted && <Slot name="contact.compose" props={{ contactId: id, name }} />}
        <div className={classes.timeline}>
          <Slot name="contact.main" props={{ contactId: id, name }} fallback={<TimelineSkeleton />} />
        </div>
      </SplitPage>
    </Page>
  )
}

function TimelineSkeleton() {
  return (
    <div className={classes.skeleton}>
      <SkeletonRows count={8} height={52} />
    </div>
  )
}
