import type { SheetProps } from '../../../../ui/record/RecordList.tsx'
import { RecordSheet } from '../../../../ui/record/RecordSheet.tsx'
import { contactRecord } from './contact-record.tsx'
import { Who } from './Who.tsx'

export default function ContactSheet(sheet: SheetProps) {
  return (
    <RecordSheet record={contactRecord} hasMain {...sheet}>
      {contact => <Who contact={contact} folded />}
    </RecordSheet>
  )
}
