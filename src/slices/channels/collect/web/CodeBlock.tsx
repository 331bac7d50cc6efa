import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import classes from './Sources.module.css'

/** Code to be taken elsewhere. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <div className={classes.code}>
      <pre aria-label={label} tabIndex={0} role="group">
        {code}
      </pre>
      <div className={classes.copy}>
        <CopyAction value={code} size="compact-xs" variant="default" />
      </div>
    </div>
  )
}
