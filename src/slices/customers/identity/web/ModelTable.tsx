import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { SmallTable } from '../../../../ui/values/SmallTable.tsx'
import { getModel } from '../schema.ts'
import classes from './Matching.module.css'

const messages = defineMessages('identity.model-table', {
  title: 'What the comparison learned',
  text: 'From your own contacts, without anybody’s labels, and from your decisions. A number above 0 speaks for one person; each step doubles the odds.',
  none: 'Nothing yet. It learns when duplicates are looked for.',
  trained:
    'Learned {when} from {pairs} compared pairs, {random} random pairs and {decisions, plural, one {# decision} other {# decisions}}.',
  field: 'Field',
  finding: 'Finding',
  m: 'One person',
  u: 'Two people',
  weight: 'Weight',
})

/** How much each finding says, as the last run learned it. */
export function ModelTable() {
  const t = useMessages(messages)
  const format = useFormat()
  const model = useEndpoint(getModel, {}).data
  if (!model) return null
  const { sample, trainedAt, fields, warning } = model
  const number = (value: number | null) => (value === null ? '–' : format.number(value))
  return (
    <Section title={t('title')} description={t('text')}>
      {trainedAt === null ? (
        <p className={classes.note}>{t('none')}</p>
      ) : (
        <>
          <p className={classes.note}>
            {t('trained', {
              when: format.relative(trainedAt),
              pairs: number(sample.pairs),
              random: number(sample.randomPairs),
              decisions: sample.decisions,
            })}{' '}
            <span className="visually-hidden">
              <RelativeTime at={trainedAt} />
            </span>
          </p>
          {warning && (
            <p role="note" className={classes.warning}>
              {warning}
            </p>
          )}
          <SmallTable
            label={t('title')}
            heads={[t('field'), t('finding'), t('m'), t('u'), t('weight')]}
            numbersFrom={2}
            rows={fields.flatMap(({ label, levels }) =>
              levels.map(({ words, m, u, weight }, at) => [
                at === 0 ? (
                  label
                ) : (
                  <span key="label" className="visually-hidden">
                    {label}
                  </span>
                ),
                words,
                format.percent(m, 1),
                format.percent(u, u < 0.01 ? 3 : 1),
                format.signed(weight, 1),
              ]),
            )}
          />
        </>
      )}
    </Section>
  )
}
