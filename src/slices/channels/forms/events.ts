/** What forms publish; the subject is the submission. */
export interface FormEvents {
  'form.submitted': { formId: string; form: string; excerpt: string | null; files: number }
}
