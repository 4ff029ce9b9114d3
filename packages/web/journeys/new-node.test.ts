import { organisationTypes, roles } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { type Proofs, signInAgain, signInFirst } from './stage/first-time.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, signIn, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')

const first = { name: 'শিরিন আক্তার', signInName: 'shirin', password: 'seven boats on the padma' }
const second = { name: 'নাসরিন সুলতানা', signInName: 'nasrin', password: 'green mangoes in a basket' }
const nasrinsOwn = 'ten kites over the paddy'

describe('a node that nobody has begun', () => {
  const play = openPlay({ empty: true })
  let shirin: Visitor
  let nasrin: Visitor
  let shirins: Proofs
  let nasrins: Proofs
  let freshCodes: readonly string[] = []

  beforeAll(async () => {
    shirin = await play.visit()
  })

  test('asks three short pages of questions, and names what is missing', async () => {
    const { page } = shirin
    const hand = handOf(shirin)
    await page.goto('/')
    await page.getByRole('heading', { name: say('first-run.title'), level: 1 }).waitFor()
    await hand.press(say('form.next'))
    await page.getByRole('alert').waitFor()
    expect(await barriersOn(page)).toEqual([])
    await hand.write(say('first-run.organisation-en'), 'Riverside Shelter')
    await hand.write(say('first-run.organisation-bn'), 'নদীতীর আশ্রয়')
    await hand.choose(say('first-run.type'), code(organisationTypes, 'shelterOperator'))
    await hand.press(say('form.next'))
    await hand.write(say('first-run.unit-en'), 'Khulna')
    await hand.write(say('first-run.unit-bn'), 'খুলনা')
    await hand.press(say('form.next'))
    await hand.write(say('first-run.name'), first.name)
    await hand.write(say('first-run.sign-in-name'), first.signInName)
    expect(await barriersOn(page)).toEqual([])
  })

  test('takes no password that can be guessed', async () => {
    const { page } = shirin
    const hand = handOf(shirin)
    await page.getByLabel(say('first-run.password'), { exact: true }).fill('shirin123456')
    await hand.press(say('first-run.begin'))
    await page.getByRole('alert').waitFor()
    expect((await ask(shirin, 'GET', '/node')).text).toContain('"empty":true')
  })

  test('begins, and asks its first person to sign in', async () => {
    const { page } = shirin
    await page.getByLabel(say('first-run.password'), { exact: true }).fill(first.password)
    await handOf(shirin).press(say('first-run.begin'))
    await page.getByRole('heading', { name: say('sign-in.title') }).waitFor()
    expect((await ask(shirin, 'GET', '/node')).text).toContain('"empty":false')
  })

  test('lets nobody in with a wrong password, and says no more than that', async () => {
    const { page } = shirin
    for (const [name, password] of [
      [first.signInName, 'six boats on the padma'],
      ['nobody.here', first.password],
    ] as const) {
      await signIn(shirin, name, password)
      await page.getByRole('alert').getByText(say('refusal.sign-in.next')).waitFor()
      expect(await page.getByRole('alert').innerText()).not.toContain(name)
    }
    expect((await ask(shirin, 'GET', '/session')).status).toBe(401)
  })

  test('lets its first person in with the right one', async () => {
    const { page } = shirin
    shirins = await signInFirst(shirin, first.signInName, first.password)
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    expect(await page.title()).toBe(say('shell.tab'))
  })

  test('asks for a code from then on, and takes one from paper where the phone is lost', async () => {
    const elsewhere = await play.visit({ language: 'en' })
    const { page } = elsewhere
    const english = speak('en')
    await page.goto('/')
    await signInAgain(elsewhere, first.signInName, first.password, '12345')
    await page.getByRole('alert').getByText(english.say('refusal.code.next')).waitFor()
    expect((await ask(elsewhere, 'GET', '/session')).status).toBe(401)
    expect(await barriersOn(page)).toEqual([])
    await page.getByLabel(english.say('factor.code'), { exact: true }).fill(shirins.recovery[0] ?? '')
    await page.getByRole('button', { name: english.say('factor.go-on') }).click()
    await page.locator('main h1').waitFor()
    await expect.poll(async () => (await ask(elsewhere, 'GET', '/session')).status).toBe(200)
  })

  test('and lets her have new codes for paper, after a code', async () => {
    const { page } = shirin
    await page.goto('/settings')
    const hand = handOf(shirin)
    await hand.tap(page.getByRole('button', { name: say('factors.new-codes') }))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('factor.code'), { exact: true }).fill(shirins.code(1))
    await hand.press(say('factor.go-on'))
    await dialog.locator('[data-codes] li').first().waitFor()
    const fresh = await dialog.locator('[data-codes] li').allInnerTexts()
    expect(fresh).toHaveLength(10)
    freshCodes = fresh
    expect(fresh).not.toContain(shirins.recovery[1])
    await hand.press(say('recovery.kept'))
    await page.goto('/')
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
  })

  test('and is never begun a second time', async () => {
    const { page } = shirin
    await page.goto('/first-run')
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    expect(page.url()).not.toContain('first-run')
  })

  test('and lets her let in somebody else, for the work that she says', async () => {
    const { page } = shirin
    const hand = handOf(shirin)
    await page.goto('/administration')
    await hand.press(say('admin.account-add'))
    await hand.write(say('first-run.name'), second.name)
    await hand.write(say('first-run.sign-in-name'), second.signInName)
    await hand.write(say('admin.post-en'), 'Caseworker')
    await hand.write(say('admin.post-bn'), 'কেসকর্মী')
    const dialog = page.getByRole('dialog')
    await hand.tap(dialog.getByText(code(roles, 'caseworker'), { exact: true }))
    await hand.tap(dialog.getByText('খুলনা', { exact: true }))
    await dialog.getByLabel(say('admin.first-password'), { exact: true }).fill(second.password)
    await hand.press(say('admin.account-add'))
    await expectTold(shirin, say('admin.account-added', { name: second.name }))

    nasrin = await play.visit()
    await nasrin.page.goto('/')
    nasrins = await signInFirst(nasrin, second.signInName, second.password, nasrinsOwn)
    await nasrin.page.getByRole('link', { name: say('palette.new-case') }).waitFor()
    expect(await nasrin.page.getByRole('link', { name: say('bar.board') }).count()).toBe(0)
  })

  test('who opens nothing sealed before a colleague says that she knows her', async () => {
    await nasrin.page.getByRole('heading', { name: say('keys.you-wait') }).waitFor()
    const { page } = shirin
    const hand = handOf(shirin)
    await page.goto('/')
    await hand.press(say('keys.look'))
    await page.getByRole('dialog').getByText(second.name).first().waitFor()
    expect(await barriersOn(page)).toEqual([])
    await hand.press(say('keys.let-in'))
    await expectTold(shirin, say('keys.let-in-done', { name: second.name }))
    await expect.poll(() => page.getByRole('heading', { name: say('keys.colleagues-wait') }).count()).toBe(0)

    await handOf(nasrin).press(say('keys.look-again'))
    await expect.poll(() => nasrin.page.getByRole('heading', { name: say('keys.you-wait') }).count()).toBe(0)
    await page.goto('/administration')
  })

  test('who may be given more work, at once', async () => {
    const { page } = shirin
    const hand = handOf(shirin)
    const row = page.getByRole('listitem').filter({ hasText: second.name })
    await hand.tap(row.getByRole('button', { name: say('admin.change') }))
    await hand.tap(page.getByRole('dialog').getByText(code(roles, 'supervisor'), { exact: true }))
    await play.later()
    await hand.press(say('dialog.keep'))
    const proof = page.getByRole('dialog', { name: say('step-up.title') })
    await proof.getByLabel(say('factor.code'), { exact: true }).fill(freshCodes[0] ?? '')
    expect(await barriersOn(page)).toEqual([])
    await hand.tap(proof.getByRole('button', { name: say('factor.go-on') }))
    await expectTold(shirin, say('admin.account-changed', { name: second.name }))

    const atDesk = await play.visit({ on: 'desk' })
    await atDesk.page.goto('/')
    await signInAgain(atDesk, second.signInName, nasrinsOwn, nasrins.recovery[0] ?? '')
    await atDesk.page
      .getByRole('link', { name: say('bar.board') })
      .first()
      .waitFor()
    expect((await ask(atDesk, 'GET', '/board')).status).toBe(200)
  })

  test('and a new beginning when her phone is lost', async () => {
    const { page } = shirin
    const hand = handOf(shirin)
    const row = page.getByRole('listitem').filter({ hasText: second.name })
    await hand.tap(row.getByRole('button', { name: say('admin.change') }))
    await hand.press(say('admin.reset-factors'))
    await expectTold(shirin, say('admin.factors-reset', { name: second.name }))

    const onNewPhone = await play.visit()
    await onNewPhone.page.goto('/')
    const again = await signInFirst(onNewPhone, second.signInName, nasrinsOwn)
    expect(again.recovery).not.toContain(nasrins.recovery[1])
    await expect.poll(async () => (await ask(onNewPhone, 'GET', '/session')).status).toBe(200)
  })

  test('and a holiday that the government has announced', async () => {
    const { page } = shirin
    const hand = handOf(shirin)
    await hand.tap(page.getByText(say('admin.calendars'), { exact: true }))
    await hand.tap(page.getByRole('button', { name: say('calendar.change') }).first())
    await page.getByRole('dialog').getByLabel(say('calendar.day')).fill('2029-02-05')
    await hand.write(say('calendar.name-en'), 'Day of mourning')
    await hand.write(say('calendar.name-bn'), 'শোক দিবস')
    await hand.press(say('calendar.add'))
    await hand.press(say('calendar.keep'))
    await expectTold(shirin, say('calendar.kept'))
    await page.getByRole('listitem').filter({ hasText: 'শোক দিবস' }).waitFor()
    expect((await ask(shirin, 'GET', '/calendars')).text).toContain('2029-02-05')
  })

  test('of which nobody who is not signed in sees anything', async () => {
    const stranger = await play.visit()
    for (const path of ['/admin/accounts', '/my-day', '/cases', '/board', '/directory/organisations']) {
      expect((await ask(stranger, 'GET', path)).status, path).toBe(401)
    }
    await stranger.page.goto('/administration')
    await stranger.page.getByRole('heading', { name: say('sign-in.title') }).waitFor()
  })
})
