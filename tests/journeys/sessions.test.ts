import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { openPages } from '../support/running/browser.ts'
import { person, type Person, type Sight } from './support/person.ts'

/** The application, and a browser of their own for each device of a person. */
const openHouse = async () => {
  const { browser, ...pages } = await openPages()
  const sight: Sight = { problems: [] }
  const desk = { width: 1360, height: 900 }
  const device = async (login: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: pages.base,
      locale: 'fr-FR',
      viewport: desk,
      ...options
    })
    const javaScript = options.javaScriptEnabled !== false
    return person(await context.newPage(), { login, sight, javaScript })
  }
  return {
    ...pages,
    ...{ device, sight }
  }
}

const house = await forFile(openHouse())
const phone = { viewport: { width: 390, height: 844 } }
/** By when a page hears what ends elsewhere. */
const heard = 2_000

const press = (who: Person, button: string | RegExp) =>
  who.page.getByRole('button', { name: button }).first().click()
const reads = (who: Person, words: string | RegExp) => who.page.getByText(words).first().waitFor()
const appears = (who: Person, words: string, timeout: number) =>
  who.page
    .getByText(words)
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false
    )
const cookiesOf = async ({ page }: Person) => (await page.context().cookies()).map(({ name }) => name)
const tooWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** How long after an act a page shows what it does elsewhere, without anybody touching that page. */
const shownWithin = async (who: Person, words: string | RegExp, ms: number) => {
  const from = Date.now()
  await reads(who, words)
  expect(Date.now() - from).toBeLessThan(ms)
}

describe('somebody at three desks', () => {
  let first: Person
  let second: Person
  let third: Person

  it('is not let in at the third before they have chosen, and may give up', async () => {
    first = await house.device('asso.rhone')
    second = await house.device('asso.rhone', phone)
    third = await house.device('asso.rhone', phone)
    await reads(third, 'Votre compte est déjà ouvert ailleurs')
    expect(await tooWide(third.page)).toBe(false)
    expect(await third.statusOf('/api/me')).toBe(401)
    expect(await third.statusOf('/aujourdhui')).toBe(401)
    await press(third, 'Renoncer')
    await third.page.waitForURL(/oidc\/session\/end|state=/)
    expect(await cookiesOf(third)).not.toContain('__Host-mnio-waiting')
    expect([await first.statusOf('/api/me'), await second.statusOf('/api/me')]).toEqual([200, 200])
  })

  it('chooses without JavaScript, and the desk that is closed shows nothing more and says why', async () => {
    await first.open('/aujourdhui')
    third = await house.device('asso.rhone', { ...phone, javaScriptEnabled: false })
    await third.page
      .getByRole('button', { name: /^Fermer Chrome/ })
      .last()
      .click()
    await third.page.waitForURL(`${house.base}/aujourdhui`)
    await shownWithin(first, 'Session fermée depuis un autre appareil', 3000)
    expect(await second.statusOf('/api/me')).toBe(200)
  })

  it('finds their devices from the header, and ends the others', async () => {
    await second.open('/aujourdhui')
    // A phone folds it away, with the desks that come after the first ones.
    const fold = second.page.locator('nav summary')
    if (await fold.isVisible()) await fold.click()
    await second.page.getByRole('link', { name: 'Votre compte' }).click()
    await second.follow('Vos appareils connectés')
    expect(await tooWide(second.page)).toBe(false)
    await reads(second, 'cet appareil')
    expect(await second.page.getByRole('heading', { level: 2, name: /^Chrome sur Linux/ }).count()).toBe(2)
    await press(second, 'Fermer toutes les autres')
    await reads(second, 'Votre compte n’est ouvert nulle part ailleurs')
    await second.look()
    await third.page.goto('/aujourdhui')
    await reads(third, 'Session fermée depuis un autre appareil')
  })

  it('signs out beside the quick exit, here and at the provider', async () => {
    await press(second, 'Se déconnecter')
    await second.page.waitForURL(/oidc\/session\/end|state=/)
    expect(await cookiesOf(second)).not.toContain('__Host-mnio')
  })
})

describe('a quick exit', () => {
  const expectGone = async (who: Person) => {
    await who.page.waitForURL('about:blank')
    await expect.poll(() => cookiesOf(who)).not.toContain('__Host-mnio')
    await who.page.goBack().catch(() => null)
    expect(await who.text()).not.toMatch(new RegExp(`${house.world.as(who.login).name}|Aujourd’hui`))
  }

  it('is done by three presses of Shift, by no fewer and by none that types', async () => {
    const who = await house.device('asso.rhone')
    await who.open('/aujourdhui')
    const { keyboard } = who.page
    // A page that does not listen yet, or that forgot a press on a slow machine, is pressed again.
    const oneIsLeft = async () => {
      await keyboard.press('Shift')
      return await appears(who, 'Encore un appui sur Maj', 1000)
    }
    await expect.poll(oneIsLeft, { timeout: 30_000, interval: 0 }).toBe(true)
    for (const letter of ['A', 'B', 'C']) await keyboard.press(`Shift+${letter}`)
    expect(who.page.url()).toContain('/aujourdhui')
    // However late the answer comes: that the session has ended is heard sooner, and brings no page back.
    await who.page.route('**/auth/leave', async (route) => {
      const response = await route.fetch()
      await who.page.waitForTimeout(300)
      await route.fulfill({ response }).catch(() => undefined)
    })
    for (let n = 0; n < 3; n += 1) await keyboard.press('Shift')
    await expectGone(who)
  })

  it('is over for the server before the page is, so that nobody goes back to it', async () => {
    const who = await house.device('asso.rhone', phone)
    await who.open('/aujourdhui')
    await who.page.waitForTimeout(heard)
    let asked = false
    await who.page.route('**/auth/leave', async (route) => {
      await who.page.waitForTimeout(150)
      asked = true
      await route.continue()
    })
    await press(who, 'Quitter vite')
    await who.page.waitForURL('about:blank')
    expect(asked).toBe(true)
    await expectGone(who)
  })

  it('waits for no server that does not answer', async () => {
    const who = await house.device('asso.rhone', phone)
    await who.open('/aujourdhui')
    await who.page.waitForTimeout(heard)
    await who.page.route('**/auth/leave', () => undefined)
    await press(who, 'Quitter vite')
    await who.page.waitForURL('about:blank', { timeout: 1_500 })
    await who.page.context().close()
  })

  it('is done by a form where there is no JavaScript', async () => {
    const who = await house.device('asso.rhone', { ...phone, javaScriptEnabled: false })
    await press(who, 'Quitter vite')
    await expectGone(who)
  })
})

describe('whose access ends', () => {
  it('leaves every page of the browser when one of them is left at once', async () => {
    const who = await house.device('asso.rhone')
    const beside = await who.page.context().newPage()
    await beside.goto('/echeances')
    await beside.getByRole('heading', { level: 1 }).waitFor()
    await who.page.waitForTimeout(heard)
    await press(who, 'Quitter vite')
    await beside.waitForURL('about:blank', { timeout: 2_000 })
  })

  it('leaves a browser to a colleague of the same role, and no page of theirs to read', async () => {
    const [left, colleague] = [house.world.as('admin.bis'), house.world.as('dpo')]
    await house.db.owner.query(`update membership set role = 'admin', org_id = $2 where person_id = $1`, [
      colleague.personId,
      left.orgId
    ])
    const who = await house.device('admin.bis')
    const elsewhere = await house.device('admin.bis')
    const after = await house.device('dpo')
    await who.open('/compte')
    await reads(who, left.name)
    await who.page.waitForTimeout(heard)
    await who.page.context().clearCookies()
    await who.page.context().addCookies(await after.page.context().cookies())
    await elsewhere.open('/compte/appareils')
    await press(elsewhere, 'Fermer toutes les autres')
    await reads(who, colleague.name)
    expect(await who.text()).not.toContain(left.name)
  })

  it('reads nothing more once the organisation is suspended, on whatever page', async () => {
    const who = await house.device('asso.paris')
    await who.open('/compte')
    await who.page.waitForTimeout(heard)
    const admin = await house.device('admin')
    await admin.open(`/organisations/${house.world.as('asso.paris').orgId}`)
    await admin.page.locator('#reason').fill('Contrôle en cours')
    await press(admin, 'Suspendre')
    await who.page.waitForURL('**/attente', { timeout: 5_000 })
    await admin.page.context().close()
  })

  it('is out within a second in another browser, its screen included', async () => {
    const who = await house.device('cellule.69')
    // Wherever they are: no page but the lists once heard of it.
    await who.open('/compte')
    const beside = await who.page.context().newPage()
    await beside.goto('/reunions')
    await who.page.waitForTimeout(heard)
    const admin = await house.device('admin')
    const { orgId, name } = house.world.as('cellule.69')
    await admin.open(`/organisations/${orgId}/personnes`)
    await admin.page.getByText(`Modifier : ${name}`).click()
    await press(admin, 'Fermer toutes ses sessions')
    await shownWithin(who, 'Vos sessions ont été fermées', 1000)
    await beside.getByText('Vos sessions ont été fermées').waitFor()
    await reads(admin, 'C’est fait')
    const again = await house.device('cellule.69')
    await again.open('/echeances')
    await again.page.waitForTimeout(heard)
    await admin.page.getByText(`Modifier : ${name}`).click()
    await admin.page.getByLabel(`Oui, terminer cet accès : ${name}`).check()
    await press(admin, `Terminer l’accès de ${name}`)
    await shownWithin(again, 'Vos sessions ont été fermées', 1000)
    expect(await again.statusOf('/aujourdhui')).toBe(401)
  })

  it('and no page was wrong, but for what the browser says of a session that ended', () =>
    expect(house.sight.problems.filter((one) => !/status of 40[01]/.test(one))).toEqual([]))
})
