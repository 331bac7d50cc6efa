import { mentionParts } from './mention-text.ts'
import classes from './NoteText.module.css'

/** A note's text with its mentions marked; line breaks stay. */
export function NoteText({ body }: { body: string }) {
  return (
    <div className={classes.text} dir="auto">
      {mentionParts(body).map(({ text, memberId }, index) =>
        memberId ? (
          <span key={index} className={classes.mention}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </div>
  )
}
