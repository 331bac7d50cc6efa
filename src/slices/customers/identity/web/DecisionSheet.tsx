import { Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import type { Decision } from '../schema.ts'
import { EvidenceBar } from './EvidenceBar.tsx'
import { identityWords } from './identity-words.ts'
import { shareText } from './share.ts'
import classes from './DecisionSheet.module.css'

const messages = defineMessages('identity.decision-sheet', {
  probability: 'Probability then',
  why: 'What spoke for and against',
})

export interface DecisionSheetProps {
  decision: Decision | undefined
  onClose: () => void
  onTakeBack?: (id: string) => void
}

/** One decision with what it rested on. */
export function DecisionSheet({ decision, onClose, onTakeBack }: DecisionSheetProps) {
  const words = useMessages(identityWords)
  if (!decision) return null
  return (
    <SideSheet
      opened
      onClose={onClose}
      title={words('and', { a: decision.a.name, b: decision.b.name })}
      footer={
        onTakeBack && (
          <Button
            variant="default"
            onClick={() => {
              onClose()
              onTakeBack(decision.id)
            }}
          >
            {words('takeBack')}
          </Button>
        )
      }
    >
      <Inside decision={decision} />
    </SideSheet>
  )
}

function Inside({ decision: { a, b, verdict, probability, memberName, createdAt, evidence } }: { decision: Decision }) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  return (
    <>
      <FactList
        facts={[
          { label: words('verdict'), value: words(verdict === 'same' ? 'same' : 'apart') },
          {
            label: words('contacts'),
            value: (
              <>
                <Link href={`/contacts/${a.id}`}>{a.name}</Link>, <Link href={`/contacts/${b.id}`}>{b.name}</Link>
              </>
            ),
          },
          ...(memberName ? [{ label: words('by'), value: memberName }] : []),
          { label: words('when'), value: <RelativeTime at={createdAt} /> },
          ...(probability === null ? [] : [{ label: t('probability'), value: shareText(format, probability) }]),
        ]}
      />
      {evidence.length > 0 && (
        <Section title={t('why')}>
          <ul className={classes.list}>
            {evidence.map(item => (
              <li key={item.field}>
                <span>{item.words}</span>
                <EvidenceBar item={item} isNamed={false} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
