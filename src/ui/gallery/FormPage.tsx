import { Checkbox, Radio, SegmentedControl, Switch, Tabs } from '@mantine/core'
import { refusedField } from '../api/problem-error.ts'
import { Form, FormField } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { toast } from '../feedback/toast.ts'
import { Page } from '../layout/Page.tsx'
import { Section } from '../layout/Section.tsx'
import { companies } from './sample-data.ts'

const all = companies.map(label => ({ value: label, label, hint: 'Praha' }))
const search = async (query: string) => {
  await new Promise(done => setTimeout(done, 200))
  return all.filter(option => option.label.toLowerCase().includes(query.toLowerCase()))
}

const create = async (label: string) => ({ value: label, label })

export function FormPage() {
  const form = useForm({
    initial: {
      name: 'Marta Nováková',
      email: 'marta',
      born: '1984-03-29',
      budget: 120_050,
      kind: 'loyal',
      newsletter: true,
      company: all[0]!.value,
      tags: all.slice(0, 2).map(({ value }) => value),
      note: null as string | null,
      channels: ['E-mail'],
    },
    submit: async values => {
      await new Promise(done => setTimeout(done, 500))
      if (!values.email.includes('@')) throw refusedField('email', 'Use an address such as marta@example.com.')
      toast('Contact saved')
    },
  })
  return (
    <Page title="Edit contact" layout="narrow" breadcrumbs={[{ label: 'Settings', href: '?page=form' }]}>
      <Section title="Contact" description="What you change is saved when you press Save contact.">
        <Form form={form} submitLabel="Save contact" onCancel={() => form.reset()}>
          <FormField path="name" label="Name" required />
          <FormField path="email" label="E-mail" description="Where we write to" />
          <FormField path="born" label="Birthday" type="date" />
          <FormField path="budget" label="Budget" type="money" currency="EUR" />
          <FormField
            path="kind"
            label="Lifecycle"
            type="choice"
            options={['lead', 'loyal', 'advocate'].map(value => ({ value, label: value }))}
          />
          <FormField path="newsletter" label="Newsletter" type="yesno" />
          <FormField path="company" label="Company" type="record" options={all} search={search} create={create} />
          <FormField path="tags" label="Tags" type="tag" options={all} search={search} create={create} />
          <FormField
            path="channels"
            label="Channels"
            type="choices"
            shownAs="boxes"
            options={['E-mail', 'Phone', 'Post'].map(value => ({ value, label: value }))}
          />
          <FormField path="note" label="Note" type="long" placeholder="What should others know" />
        </Form>
      </Section>
      <Section title="Controls">
        <div style={{ display: 'grid', gap: 12, justifyItems: 'start' }}>
          <Checkbox label="Subscribed to the newsletter" defaultChecked />
          <Switch label="Send a digest each morning" defaultChecked />
          <Radio.Group defaultValue="own" label="Members see">
            <Radio value="own" label="their own and their team’s contacts" mt={8} />
            <Radio value="all" label="all contacts" mt={8} />
          </Radio.Group>
          <SegmentedControl data={['Week', 'Month', 'Quarter']} aria-label="Period" />
          <Tabs defaultValue="fields">
            <Tabs.List>
              <Tabs.Tab value="fields">Fields</Tabs.Tab>
              <Tabs.Tab value="tags">Tags</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="fields">Fields of contacts</Tabs.Panel>
            <Tabs.Panel value="tags">Tags of contacts</Tabs.Panel>
          </Tabs>
        </div>
      </Section>
    </Page>
  )
}
