import '@mantine/dates/styles.layer.css'
import { DateInput as MantineDateInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { ControlProps } from '../fields/field.ts'
import { teachCalendar } from '../i18n/calendar-words.ts'
import { useLocale, useMessages } from '../i18n/i18n.tsx'

dayjs.extend(customParseFormat)

const messages = defineMessages('ui.date-input', {
  format: 'D MMM YYYY',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  clear: 'Clear date',
  noDay: 'This is not a day. Write it as {day}.',
})

const accepted = ['YYYY-MM-DD', 'D. M. YYYY', 'D.M.YYYY', 'D/M/YYYY', 'D MMM YYYY', 'D MMMM YYYY']

export interface DateInputProps extends ControlProps {
  /** A calendar day, `2026-11-14`; NaN where what was typed is none. */
  value: string | number | null
  onChange: (value: string | number | null) => void
}

/** A day, typed or picked from a calendar. */
export default function DateInput({ value, onChange, ...props }: DateInputProps) {
  const t = useMessages(messages)
  const locale = useLocale()
  teachCalendar(locale)
  const [isTyping, setIsTyping] = useState(false)
  const isUnread = Number.isNaN(value)
  const read = (text: string) => {
    const day = accepted.map(format => dayjs(text.trim(), format, locale, true)).find(parsed => parsed.isValid())
    return day ? day.format('YYYY-MM-DD') : null
  }
  return (
    <MantineDateInput
      {...props}
      error={isUnread && !isTyping ? t('noDay', { day: dayjs().locale(locale).format(t('format')) }) : props.error}
      value={typeof value === 'string' ? value : null}
      onChange={next => onChange(next || null)}
      onInput={({ currentTarget: { value: text } }) => {
        setIsTyping(true)
        if (text.trim() !== '' && read(text) === null) onChange(Number.NaN)
      }}
      onKeyDown={({ key }) => (key === 'Enter' || key === 'Tab') && setIsTyping(false)}
      onBlur={() => setIsTyping(false)}
      fixOnBlur={!isUnread}
      locale={locale}
      firstDayOfWeek={1}
      hideOutsideDates
      weekendDays={[]}
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': t('clear') }}
      valueFormat={t('format')}
      dateParser={read}
      leftSection={<IconCalendar size={15} aria-hidden />}
      ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
      getDayProps={date => ({
        'aria-label': new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(`${date}T12:00:00`)),
      })}
    />
  )
}
