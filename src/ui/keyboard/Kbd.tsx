import classes from './Kbd.module.css'
import { keyCaps } from './shortcut-keys.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The caps of a shortcut, drawn for the reader's platform. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={`${classes.combo} ${classes.then}`}>
      {keyCaps(keys, isMac).map((press, index) => (
        <span key={index} className={classes.combo}>
          {press.map(cap => (
            <kbd key={cap} className={classes.key}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
