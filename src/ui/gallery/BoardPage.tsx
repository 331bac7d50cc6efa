import { useState } from 'react'
import { Board } from '../board/Board.tsx'
import { Page } from '../layout/Page.tsx'
import { Money } from '../values/Money.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { companies } from './sample-data.ts'

interface Deal {
  id: string
  name: string
  amount: number
  stage: string
}

const stages = ['Lead', 'Offer', 'Negotiation', 'Won']

function makeDeals(count: number): Deal[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    name: `${companies[index % companies.length]} ${index + 1}`,
    amount: 12_000 * ((index % 9) + 1),
    stage: stages[index % 3]!,
  }))
}

/** `?page=board&cards=400`, `&loading`. */
export function BoardPage({ query }: { query: URLSearchParams }) {
  const [deals, setDeals] = useState(() => makeDeals(Number(query.get('cards') ?? 12)))
  const columns = stages.map(stage => {
    const cards = deals.filter(deal => deal.stage === stage)
    const sum = cards.reduce((total, { amount }) => total + amount, 0)
    return { key: stage, label: stage, cards, sum: <Money amount={sum} currency="EUR" style="round" /> }
  })
  return (
    <Page title="Deals" layout="fill">
      <Board
        label="Deals by stage"
        columns={columns}
        cardId={deal => deal.id}
        cardName={deal => deal.name}
        renderCard={({ name, amount }) => (
          <PersonLine name={name} detail={<Money amount={amount} currency="EUR" style="round" />} square />
        )}
        onMove={(moved, stage) => setDeals(deals.map(deal => (deal.id === moved.id ? { ...deal, stage } : deal)))}
        loading={query.has('loading')}
      />
    </Page>
  )
}
