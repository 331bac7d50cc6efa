import { Table } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
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
  const locale = useLocale()
  const model = useEndpoint(getModel, { query: { locale } }).data
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
          <div className={classes.scroll} tabIndex={0}>
            <Table fz={13} verticalSpacing={5} className="tabular">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('field')}</Table.Th>
                  <Table.Th>{t('finding')}</Table.Th>
                  <Table.Th ta="right">{t('m')}</Table.Th>
                  <Table.Th ta="right">{t('u')}</Table.Th>
                  <Table.Th ta="right">{t('weight')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {fields.flatMap(({ field, label, levels }) =>
                  levels.map((level, at) => (
                    <Table.Tr key={`${field} ${level.level}`}>
                      <Table.Th fw={at === 0 ? 500 : 400} scope="row">
                        {at === 0 ? label : <span className="visually-hidden">{label}</span>}
                      </Table.Th>
                      <Table.Td>{level.words}</Table.Td>
                      <Table.Td ta="right">{format.percent(level.m, 1)}</Table.Td>
                      <Table.Td ta="right">{format.percent(level.u, level.u < 0.01 ? 3 : 1)}</Table.Td>
                      <Table.Td ta="right">{format.signed(level.weight, 1)}</Table.Td>
                    </Table.Tr>
                  )),
                )}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </Section>
  )
}
