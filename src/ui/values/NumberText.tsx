import { useFormat } from '../i18n/i18n.tsx'

export function NumberText({ value }: { value: number }) {
  return <span className="tabular">{useFormat().number(value)}</span>
}
