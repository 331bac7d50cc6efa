import classes from './SelectBox.module.css'

export interface SelectBoxProps {
  label: string
  checked: boolean
  partly?: boolean
  /** Absent inside rows: there the table hears the click, to know about the shift key. */
  onToggle?: () => void
  tabbable?: boolean
}

/** A checkbox light enough for thousands of rows. */
export function SelectBox({ label, checked, partly = false, onToggle, tabbable = false }: SelectBoxProps) {
  return (
    <label className={classes.box} data-select>
      <input
        type="checkbox"
        className={classes.input}
        aria-label={label}
        checked={checked}
        ref={input => {
          if (input) input.indeterminate = partly
        }}
        tabIndex={tabbable ? 0 : -1}
        onChange={onToggle ?? (() => {})}
        onClick={event => onToggle && event.stopPropagation()}
      />
    </label>
  )
}
