import { inLanguage } from '../../../../kernel/input.ts'
import { html, type Html } from '../../../../platform/http/page.ts'
import { wordsFor } from '../../../../platform/languages.ts'
import type { Answers, FieldFault, Form } from '../form.ts'
import type { FormField } from '../schema.ts'
import { purposeOf } from '../commands/submit-form.ts'
import { faultWords, pageWords } from './words.ts'

export interface Draft {
  answers: Answers
  ticks: readonly string[]
  faults: Record<string, FieldFault>
  /** What is said above the form. */
  note: string | null
  /** Of the page that it was filled in on. */
  token?: string
}

export interface AskedPurpose {
  id: string
  text: string
  textVersion: number
}

/** The form as plain HTML. Names of the fields are their keys, so that a form of one's own can send the same. */
export function formMarkup(
  form: Form,
  purposes: readonly AskedPurpose[],
  token: string,
  language: string,
  { answers, ticks, faults, note }: Draft,
): Html {
  const { settings } = form
  const words = wordsFor(pageWords, language)
  const hasFile = form.fields.some(field => field.kind === 'file')
  return html`${settings.intro.en && html`<p>${inLanguage(settings.intro, language)}</p>`}
    ${note && html`<p class="bad" role="alert">${note}</p>`}
    <form method="post" ${hasFile && html`enctype="multipart/form-data"`} novalidate>
      <input type="hidden" name="_t" value="${token}" />
      <input type="hidden" name="_lang" value="${language}" />
      <div class="trap" aria-hidden="true">
        <label for="f-website">${words('trap')}</label>
        <input id="f-website" name="_website" tabindex="-1" autocomplete="off" />
      </div>
      ${form.fields.map(field => fieldMarkup(field, language, answers[field.key] ?? '', faults[field.key]))}
      ${purposes.map(
        ({ id, text, textVersion }) =>
          html`<label class="choice">
            <input type="checkbox" name="_consent" value="${id}.${textVersion}" ${ticks.some(tick => purposeOf(tick) === id) && html`checked`} />
            <span>${text}</span>
          </label>`,
      )}
      <button ${settings.accent && html`style="${buttonColours(settings.accent)}"`}>
        ${settings.button ? inLanguage(settings.button, language) : words('send')}
      </button>
    </form>`
}

const autocomplete: Partial<Record<FormField['kind'], string>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  company: 'organization',
}

function fieldMarkup(field: FormField, language: string, value: string, fault: FieldFault | undefined): Html {
  const { key, kind, isRequired, options = [] } = field
  const words = wordsFor(pageWords, language)
  const id = `f-${key}`
  const label = inLanguage(field.label, language)
  const error = fault && html`<p class="bad small" id="${id}-error">${wordsFor(faultWords, language)(fault)}</p>`
  const state = html`${isRequired && html`required`}
  ${fault && html`aria-invalid="true" aria-describedby="${id}-error"`}`
  if (kind === 'checkbox')
    return html`<label class="choice">
        <input type="checkbox" name="${key}" value="yes" ${value !== '' && html`checked`} ${state} />
        <span>${label}${isRequired && html` <span class="soft small">(${words('required')})</span>`}</span>
      </label>
      ${error}`
  const control =
    kind === 'long-text'
      ? html`<textarea id="${id}" name="${key}" rows="5" maxlength="10000" ${state}>${value}</textarea>`
      : kind === 'choice'
        ? html`<select id="${id}" name="${key}" ${state}>
            <option value="">${words('choose')}</option>
            ${options.map(
              option =>
                html`<option value="${option.en}" ${option.en === value && html`selected`}>
                  ${inLanguage(option, language)}
                </option>`,
            )}
          </select>`
        : kind === 'file'
          ? html`<input id="${id}" type="file" name="${key}" ${state} />`
          : html`<input
              id="${id}"
              name="${key}"
              type="${kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}"
              value="${value}"
              ${autocomplete[kind] && html`autocomplete="${autocomplete[kind]}"`}
              ${state}
            />`
  return html`<label for="${id}"
      >${label}${!isRequired && html` <span class="soft small">(${words('optional')})</span>`}</label
    >
    ${control} ${error}`
}

/** The chosen colour with the text that can be read on it. */
export function buttonColours(accent: string): string {
  const parts = [1, 3, 5].map(at => {
    const part = parseInt(accent.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!
  return `background:${accent};border-color:${accent};color:${luminance > 0.179 ? '#000' : '#fff'}`
}
