import { ActionIcon, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMessages } from '../i18n/i18n.tsx'
import { toolbarMessages } from './toolbar-messages.ts'

export interface ExportFormat {
  key: string
  /** "CSV", "JSON Lines", "vCard" */
  label: string
}

/** Exports what the list shows, with its filter and columns. */
export function ExportMenu({
  formats,
  onExport,
}: {
  formats: readonly ExportFormat[]
  onExport: (key: string) => void
}) {
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
          <Menu.Item key={format.key} onClick={() => onExport(format.key)}>
            {t('exportAs', { format: format.label })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
