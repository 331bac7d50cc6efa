import type { WorkspaceSettings } from '../../../platform/context.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

function isCzech({ locale }: Pick<WorkspaceSettings, 'locale'>): boolean {
  return locale.startsWith('cs')
}

export function handoverMail(workspace: WorkspaceSettings, to: string, url: string, until: Date): NewMail {
  const { name } = workspace
  const day = new Intl.DateTimeFormat(isCzech(workspace) ? 'cs' : 'en', {
    dateStyle: 'long',
    timeZone: workspace.timeZone,
  }).format(until)
  return isCzech(workspace)
    ? {
        to,
        subject: `Vaše údaje u ${name}`,
        text: `Dobrý den,

údaje, které o vás ${name} uchovává, si můžete stáhnout zde:

${url}

Odkaz platí do ${day}. Kdo ho má, otevře vaše údaje: nikomu ho neposílejte.
`,
      }
    : {
        to,
        subject: `Your data at ${name}`,
        text: `Hello,

you can download the data that ${name} holds about you here:

${url}

The link is good until ${day}. Whoever has it can open your data: do not pass it on.
`,
      }
}

export function confirmRequestMail(
  workspace: WorkspaceSettings,
  language: 'en' | 'cs',
  to: string,
  kind: 'access' | 'erasure',
  url: string,
): NewMail {
  const { name } = workspace
  if (language === 'cs')
    return {
      to,
      subject: `Potvrďte svou žádost u ${name}`,
      text: `Dobrý den,

někdo, nejspíš vy, požádal ${name} o ${kind === 'access' ? 'kopii údajů uložených k této adrese' : 'vymazání údajů uložených k této adrese'}. Potvrďte to zde:

${url}

Odkaz platí dva dny. Pokud jste o nic nežádali, nemusíte dělat nic: bez potvrzení se nic nestane.
`,
    }
  return {
    to,
    subject: `Confirm your request at ${name}`,
    text: `Hello,

somebody, probably you, asked ${name} ${kind === 'access' ? 'for a copy of the data held about this address' : 'to erase the data held about this address'}. Confirm it here:

${url}

The link is good for two days. If you did not ask for anything, do nothing: without a confirmation nothing happens.
`,
  }
}
