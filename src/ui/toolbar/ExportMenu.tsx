import { ActionIcon, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMessages } from '../i18n/i18n.tsx'
import { MenuItem } from '../layout/DotsMenu.tsx'
import { toolbarMessages } from './toolbar-messages.ts'

export type ExportFormat = 'csv' | 'jsonl' | 'vcard'

export interface ExportMenuProps<Format extends ExportFormat> {
  formats: readonly Format[]
  /** The address of the file. */
  hrefOf: (format: Format) => string
}

const names: Record<ExportFormat, string> = { csv: 'CSV', jsonl: 'JSON Lines', vcard: 'vCard' }

/** Exports what the list shows, with its filter and columns. */
export function ExportMenu<Format extends ExportFormat>({ formats, hrefOf }: ExportMenuProps<Format>) {
  const t = useMessages(toolbarMessages)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('export')} title={t('export')}>
          <IconDownload size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(format => (
          <MenuItem
            key={format}
            label={t('exportAs', { format: names[format] })}
            onClick={() => location.assign(hrefOf(format))}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
