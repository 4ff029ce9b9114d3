import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say } = speak('bn')
const header = 'prs_FirstName,prs_LastName,prs_Gender,prs_Birthdate,prs_NumberOfChildren,prs_MobilePhone'
const good = `${header}\nরাহেলা,খাতুন,Feminine,1999-04,2,+8801711000001\nশিউলি,আক্তার,Feminine,2001,,\n`
const bad = `${header}\nরাহেলা,খাতুন,Femina,2007-02-29,400,ফোন নেই\nশিউলি,আক্তার,Feminine,2001,,\n`

describe('cases in and out as files', () => {
  const play = openPlay()
  let asha: Visitor

  beforeAll(async () => {
    asha = await play.comeIn('asha', { on: 'desk' })
    const hand = handOf(asha)
    await hand.tap(asha.page.getByRole('link', { name: say('bar.cases') }).first())
    await hand.tap(asha.page.getByRole('link', { name: say('cases.files') }))
    await asha.page.getByRole('heading', { name: say('exchange.title') }).waitFor()
  })

  const casesKept = async (): Promise<number> => {
    const { text } = await ask(asha, 'GET', '/cases')
    return (JSON.parse(text) as { items: unknown[] }).items.length
  }

  async function choose(name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) }
    await asha.page.locator('input[type=file]').setInputFiles(file)
  }

  /** What the screen says of the file at last. */
  async function verdict(): Promise<'ready' | 'not ready'> {
    const said = asha.page.locator('p[data-ready]')
    await said.waitFor()
    return (await said.getAttribute('data-ready')) === 'true' ? 'ready' : 'not ready'
  }

  test('a bad file is told row by row what is wrong with it, and nothing is kept', async () => {
    const { page } = asha
    await choose('bad.csv', bad)
    expect(await verdict()).toBe('not ready')
    const table = page.getByRole('table', { name: say('exchange.problems') })
    const fields = ['prs_Gender', 'prs_Birthdate', 'prs_NumberOfChildren', 'prs_MobilePhone']
    for (const field of fields) {
      const row = table.getByRole('row').filter({ hasText: field })
      expect(await row.innerText()).toMatch(/\p{Script=Bengali}/u)
    }
    expect(await page.getByRole('button', { name: /কেস আনুন$/ }).count()).toBe(0)
    expect(await casesKept()).toBe(0)
  })

  test('something that is no such file at all is refused in plain words', async () => {
    await choose('picture.csv', Buffer.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0))
    await expect.poll(() => asha.page.getByRole('table').innerText()).toMatch(/\p{Script=Bengali}/u)
    expect(await verdict()).toBe('not ready')
    expect(await casesKept()).toBe(0)
  })

  test('a good one is kept when its bringer says so, and not before', async () => {
    const { page } = asha
    await choose('good.csv', good)
    await page.locator('p[data-ready=true]').waitFor()
    expect(await casesKept()).toBe(0)
    await page.getByRole('button', { name: /কেস আনুন$/ }).click()
    await expect.poll(casesKept).toBe(2)
    const { text } = await ask(asha, 'GET', '/cases')
    expect(text).not.toContain('রাহেলা')
  })

  test.each([
    ['exchange.as-csv', 'csv'],
    ['exchange.as-excel', 'xlsx'],
  ])(
    'what goes out by %s has a name that says nothing, and comes back as the same cases',
    async (word, ending) => {
      const { page } = asha
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: say(word) }).click(),
      ])
      const name = download.suggestedFilename()
      expect(name).toMatch(new RegExp(`^export-[0-9-]+[.]${ending}$`))
      const content = await readFile(await download.path())
      await choose(name, content)
      const said = page.locator('p[data-ready=false]')
      await said.waitFor()
      expect(await said.innerText()).toContain(say('exchange.here').split('{same')[0])
      expect(await said.innerText()).not.toContain(say('exchange.not-ready').split('। ').at(-1))
      expect(await casesKept()).toBe(2)
    },
  )

  test('a case of Primero is looked through, comes in once, and never a second time', async () => {
    const { page } = asha
    await handOf(asha).tap(page.getByRole('link', { name: say('bridge.primero') }))
    await page.getByRole('heading', { name: say('bridge.primero'), level: 1 }).waitFor()
    await page.getByText(say('bridge.nobody')).waitFor()
    const one = {
      id: 'b3222e84',
      name: 'রাবেয়া',
      sex: 'female',
      shoe_size: 38,
      protection_concerns: ['refugee'],
    }
    await choose('primero.json', JSON.stringify({ data: [one] }))
    await page.locator('p[data-ready=true]').waitFor()
    const columns = page.getByRole('table', { name: say('exchange.columns') })
    expect(await columns.innerText()).toContain('shoe_size')
    await page.getByRole('button', { name: /কেস আনুন$/ }).click()
    await expect.poll(casesKept).toBe(3)
    await choose('primero.json', JSON.stringify({ data: [one] }))
    await page.locator('p[data-ready=false]').waitFor()
    expect(await casesKept()).toBe(3)
  })

  test('an administrator takes how cases are told, brings it back changed, and it waits for another', async () => {
    const { page } = await play.comeIn('kamal', { on: 'desk' })
    await page.goto('/bridges/primero')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say('bridge.mapping.take') }).click(),
    ])
    const told = JSON.parse(await readFile(await download.path(), 'utf8')) as { fields: { to: string }[] }
    const fields = told.fields.map((field) => (field.to === 'name' ? { ...field, to: 'name_whole' } : field))
    const bring = async (mapping: unknown) => {
      const file = { mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(mapping)) }
      await page.locator('input[type=file]').setInputFiles({ name: 'primero.json', ...file })
    }
    await bring({ ...told, source: 'here', fields: [...fields, { ...told.fields[0], by: 'eval' }] })
    await page.getByRole('alert').first().waitFor()
    await bring({ ...told, source: 'here', fields })
    await page.getByText(say('bridge.mapping.proposed')).waitFor()
    const differences = page.getByRole('table', { name: say('bridge.mapping.differences') })
    expect(await differences.getByRole('row', { name: /source.*here/ }).count()).toBe(1)
    expect(await page.getByRole('listitem').filter({ hasText: 'name_whole' }).count()).toBe(1)
    expect(await page.getByRole('button', { name: say('bridge.mapping.accept') }).count()).toBe(0)
  })
})
