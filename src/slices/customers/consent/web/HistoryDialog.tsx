import { inLanguage } from '../../../../kernel/input.ts'
import { consentWords } from '../schema.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import type { ContactConsents } from '../schema.ts'
import classes from './ConsentPanel.module.css'
import { StateMark } from './StateMark.tsx'

const messages = defineMessages('consent.history-dialog', {
  title: 'History of consent',
  version: 'wording {version}',
  from: 'from {place}',
  note: '“{note}”',
})

/** Every record, newest first, with what proves it. */
export function HistoryDialog({ consents, onClose }: { consents: ContactConsents; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const format = useFormat()
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      <ItemList label={t('title')}>
        {consents.history.map(record => {
          const purpose = consents.purposes.find(({ id }) => id === record.purposeId)
          const proof = [
            words(`how.${record.how}`),
            record.memberName,
            record.handle,
            record.textVersion && t('version', { version: record.textVersion }),
            record.address && t('from', { place: record.address }),
            record.agent,
            record.note && t('note', { note: record.note }),
          ]
          return (
            <ItemRow
              key={record.id}
              lead={
                <span className={classes.cell} data-state={record.state}>
                  <StateMark state={record.state} />
                </span>
              }
              title={`${words(record.state)}: ${purpose ? inLanguage(purpose.name, format.locale) : ''}, ${words(record.channel)}`}
              detail={proof}
              trailing={format.dateTime(record.occurredAt)}
            />
          )
        })}
      </ItemList>
    </Dialog>
  )
}
