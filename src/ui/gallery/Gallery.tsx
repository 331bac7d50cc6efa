import { useMantineColorScheme } from '@mantine/core'
import { IconForms, IconLayoutKanban, IconListDetails, IconMoodEmpty, IconPalette, IconUser } from '@tabler/icons-react'
import { useEffect, useState, type ComponentType } from 'react'
import { CommandPalette } from '../keyboard/CommandPalette.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { AppFrame } from '../layout/AppFrame.tsx'
import { useNavigateTo } from '../layout/Link.tsx'
import { UiProvider } from '../UiProvider.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { BoardPage } from './BoardPage.tsx'
import { FormPage } from './FormPage.tsx'
import { ListPage } from './ListPage.tsx'
import { StatesPage } from './StatesPage.tsx'
import { ValuesPage } from './ValuesPage.tsx'

export interface PageProps {
  query: URLSearchParams
}

const pages: { key: string; label: string; icon: typeof IconForms; Page: ComponentType<PageProps> }[] = [
  { key: 'list', label: 'List', icon: IconListDetails, Page: ListPage },
  { key: 'values', label: 'Values', icon: IconPalette, Page: ValuesPage },
  { key: 'form', label: 'Form', icon: IconForms, Page: FormPage },
  { key: 'board', label: 'Board', icon: IconLayoutKanban, Page: BoardPage },
  { key: 'states', label: 'States', icon: IconMoodEmpty, Page: StatesPage },
]

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

function Inside({ query }: PageProps) {
  const navigate = useNavigateTo()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = query.get('scheme')
  useEffect(() => {
    if (scheme === 'dark' || scheme === 'light') setColorScheme(scheme)
  }, [scheme, setColorScheme])
  const [palette, setPalette] = useState(query.has('palette'))
  const [asked, setAsked] = useState('')
  const current = pages.find(({ key }) => key === query.get('page')) ?? pages[0]!
  const places = pages.map(({ key, label, icon }) => {
    const href = `?page=${key}${query.get('locale') ? `&locale=${query.get('locale')}` : ''}`
    return { key, label, icon, href, active: key === current.key, keys: `g ${key[0]}` }
  })
  useShortcuts(
    'Go to',
    places.map(({ keys, label, href }) => ({ keys, label, run: () => navigate(href) })),
  )
  const people = [
    { key: 'r1', label: 'Marta Nováková', detail: 'marta.n@example.com', icon: <IconUser size={16} /> },
    { key: 'r2', label: '佐藤 花子', detail: '青山商事', icon: <IconUser size={16} /> },
  ]
  const found = <Item extends { label: string }>(items: Item[]) =>
    items.filter(({ label }) => label.toLowerCase().includes(asked.toLowerCase()))
  return (
    <>
      <AppFrame
        name="Kestrel Coffee"
        places={places}
        onSearch={() => setPalette(true)}
        footer={<PersonLine name="Jana Horká" detail="Owner" />}
      >
        <current.Page key={query.toString()} query={query} />
      </AppFrame>
      <CommandPalette
        opened={palette}
        onClose={() => setPalette(false)}
        query={asked}
        onQuery={setAsked}
        groups={[
          { key: 'recent', label: 'Recent', items: found(people) },
          { key: 'go', label: 'Go to', items: found(places).map(({ icon: _, ...place }) => place) },
        ]}
      />
    </>
  )
}
