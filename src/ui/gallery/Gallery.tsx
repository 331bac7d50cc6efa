import { useMantineColorScheme } from '@mantine/core'
import {
  IconBuilding,
  IconForms,
  IconLayoutKanban,
  IconHome,
  IconListDetails,
  IconMoodEmpty,
  IconPalette,
  IconSettings,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { CommandPalette } from '../keyboard/CommandPalette.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { AppFrame } from '../layout/AppFrame.tsx'
import { useNavigateTo } from '../layout/Link.tsx'
import type { NavGroup } from '../layout/NavList.tsx'
import { UiProvider } from '../UiProvider.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { BoardPage } from './BoardPage.tsx'
import { ContactPage } from './ContactPage.tsx'
import { FormPage } from './FormPage.tsx'
import { ListPage } from './ListPage.tsx'
import { StatesPage } from './StatesPage.tsx'
import { ValuesPage } from './ValuesPage.tsx'

/** Every component with sample data; `?page=list&rows=10000&locale=cs&scheme=dark`. */
export function Gallery() {
  const [query, setQuery] = useState(() => new URLSearchParams(location.search))
  const navigate = (href: string) => {
    history.pushState(null, '', href)
    setQuery(new URLSearchParams(location.search))
  }
  useEffect(() => {
    const back = () => setQuery(new URLSearchParams(location.search))
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  return (
    <UiProvider locale={query.get('locale') ?? 'en'} timeZone="Europe/Prague" navigate={navigate}>
      <Inside query={query} />
    </UiProvider>
  )
}

function Inside({ query }: { query: URLSearchParams }) {
  const navigate = useNavigateTo()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = query.get('scheme')
  useEffect(() => {
    if (scheme === 'dark' || scheme === 'light') setColorScheme(scheme)
  }, [scheme, setColorScheme])
  const [palette, setPalette] = useState(query.has('palette'))
  const [asked, setAsked] = useState('')
  const page = query.get('page') ?? 'list'
  const link = (name: string) => `?page=${name}${query.get('locale') ? `&locale=${query.get('locale')}` : ''}`

  const groups: NavGroup[] = [
    {
      items: [
        { label: 'Home', href: link('values'), icon: IconHome, active: page === 'values', keys: 'g h' },
        { label: 'Contacts', href: link('list'), icon: IconUsers, active: page === 'list', keys: 'g c', count: 12 },
        { label: 'Companies', href: link('contact'), icon: IconBuilding, active: page === 'contact', keys: 'g b' },
        { label: 'Orders', href: link('list') + '&rows=0', icon: IconListDetails },
      ],
    },
    {
      label: 'Components',
      items: [
        { label: 'Forms', href: link('form'), icon: IconForms, active: page === 'form' },
        { label: 'Board', href: link('board'), icon: IconLayoutKanban, active: page === 'board' },
        { label: 'States', href: link('states'), icon: IconMoodEmpty, active: page === 'states' },
        { label: 'Colours', href: link('values') + '#colours', icon: IconPalette },
      ],
    },
    { label: 'Workspace', items: [{ label: 'Settings', href: link('form') + '#s', icon: IconSettings }] },
  ]
  useShortcuts('Go to', [
    { keys: 'g c', label: 'Contacts', run: () => navigate(link('list')) },
    { keys: 'g h', label: 'Home', run: () => navigate(link('values')) },
    { keys: 'g b', label: 'Companies', run: () => navigate(link('contact')) },
  ])
  useShortcuts('Contacts', [{ keys: 'c', label: 'Create contact', run: () => navigate(link('form')) }])

  return (
    <>
      <AppFrame
        name="Kestrel Coffee"
        groups={groups}
        onSearch={() => setPalette(true)}
        footer={<PersonLine name="Jana Horká" detail="Owner" />}
        topBar="Demo data"
      >
        {page === 'list' && <ListPage key={query.toString()} query={query} />}
        {page === 'contact' && <ContactPage />}
        {page === 'values' && <ValuesPage />}
        {page === 'form' && <FormPage />}
        {page === 'board' && <BoardPage key={query.toString()} query={query} />}
        {page === 'states' && <StatesPage open={query.get('open')} />}
      </AppFrame>
      <CommandPalette
        opened={palette}
        onClose={() => setPalette(false)}
        query={asked}
        onQuery={setAsked}
        groups={[
          {
            key: 'recent',
            label: 'Recent',
            items: [
              {
                key: 'r1',
                label: 'Marta Nováková',
                detail: 'marta.n@example.com',
                icon: <IconUser size={16} />,
                href: link('contact'),
              },
              {
                key: 'r2',
                label: '佐藤 花子',
                detail: '青山商事',
                icon: <IconUser size={16} />,
                href: link('contact'),
              },
            ],
          },
          {
            key: 'actions',
            label: 'Actions',
            items: [
              { key: 'a1', label: 'Create contact', keys: 'c', href: link('form') },
              { key: 'a2', label: 'Go to contacts', keys: 'g c', href: link('list') },
            ],
          },
        ].map(group => ({
          ...group,
          items: group.items.filter(item => item.label.toLowerCase().includes(asked.toLowerCase())),
        }))}
      />
    </>
  )
}
