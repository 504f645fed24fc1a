import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { flagsSomeone } from '../support/steps.flag.ts'
import { adultMet } from '../support/steps.ts'
import type { Person } from '../support/person.ts'

const stage = await forFile(openStage())
let path = ''

/** How far down the first control of a screen stands. */
const firstField = (page: Page): Promise<number> =>
  page
    .locator('main form :is(input:not([type=hidden]), select, textarea)')
    .first()
    .evaluate((one) => one.getBoundingClientRect().top)

const shoot = async ({ page }: Person, name: string) => {
  const folder = process.env['SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/flg-${name}.png`, fullPage: true })
}

const next = async ({ page, look }: Person) => {
  const from = page.url()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL((url) => url.href !== from)
  await look()
}

async function firstScreen(worker: Person): Promise<void> {
  await worker.pick('La personne est-elle en danger maintenant ?', 'pas de danger connu')
  await worker.pick('Comment la personne a été rencontrée', 'maraude')
  await worker.write('Date de la rencontre', stage.day())
  await worker.pick('La personne est-elle majeure ?', 'âge en doute')
  await worker.pick('Formes d’exploitation', 'mendicité forcée')
}

describe('the flag on a phone', () => {
  it('asks at once, says what lacks beside it, and keeps what was answered', async () => {
    await stage.wait()
    const worker = await stage.enter('asso.rhone', { phone: true })
    keepPictures(worker)
    const { page } = worker
    await worker.open('/signaler/maintenant')
    expect(await firstField(page)).toBeLessThan(400)
    expect(await page.locator('[name=territory]').inputValue()).toBe('69')
    await worker.pick('Formes d’exploitation', 'mendicité forcée')
    await worker.pressesInVain('Continuer', /attend une réponse/)
    await shoot(worker, '1-lacks')
    expect(await page.getByLabel('mendicité forcée').isChecked()).toBe(true)
    await firstScreen(worker)
    await shoot(worker, '1')
    await next(worker)
    expect(await firstField(page)).toBeLessThan(400)
  })

  it('offers first the signs of the form and of a possible child, and finds any other by a few letters', async () => {
    const worker = await stage.enter('asso.rhone', { phone: true })
    keepPictures(worker)
    const { page } = worker
    await worker.open('/signaler/indices')
    const leading = page.getByRole('group', { name: 'Les premiers à regarder' })
    expect(await leading.innerText()).toContain('Un enfant mendie au lieu d’aller à l’école')
    expect(await leading.innerText()).toContain('On lui a dit quel âge donner')
    await shoot(worker, '2')
    await worker.pressesInVain('Rien de plus : continuer', /Cochez au moins un signe/)
    const search = page.getByLabel('Chercher un signe')
    await search.fill('zzz')
    await page.getByText('Aucun signe de la liste').waitFor()
    await search.fill('ENFERMEE')
    const found = page.getByLabel('La personne est enfermée, surveillée ou jamais seule')
    await found.check()
    await shoot(worker, '2-found')
    await search.fill('')
    await worker.pressesInVain('Continuer', /dites d’où vous le savez/)
    expect(await found.isChecked()).toBe(true)
    await page
      .getByRole('group', { name: /^Tout ce que vous cochez/ })
      .getByLabel('vu')
      .check()
    await next(worker)
    await shoot(worker, '3')
    expect(await firstField(page)).toBeLessThan(400)
    await worker.open('/signaler/relire')
    await shoot(worker, '4')
    expect(await page.locator('dl').allInnerTexts()).toContainEqual(
      expect.stringContaining('La personne est enfermée, surveillée ou jamais seule (vu)')
    )
  })

  it('needs no JavaScript: every sign is in its list, and its flag is one', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false, phone: true })
    keepPictures(worker)
    await worker.open('/signaler/indices')
    expect(await worker.page.locator('input[name=indicator]').count()).toBe(84)
    expect(await worker.page.getByLabel('Chercher un signe').count()).toBe(0)
    const { stay: _, ...met } = adultMet
    path = await flagsSomeone(worker, stage.day(), {
      ...met,
      signs: 2,
      identity: { 'Autres noms': 'Joy' }
    })
    expect(path).toMatch(/^\/dossiers\//)
  })
})

describe('the next person of one operation', () => {
  it('has the words that protect a child as soon as that age is chosen, and not once it is an adult’s', async () => {
    const worker = await stage.enter('asso.rhone', { phone: true })
    const { page } = worker
    await worker.open('/signaler/envoye')
    await page.getByRole('button', { name: 'Signaler une autre personne' }).click()
    await page.waitForURL(/\/signaler\/relire$/)
    const protects = page.getByText('Protéger passe avant l’accord')
    const isSaid = async (age: string) => {
      await worker.pick('La personne est-elle majeure ?', age)
      return protects.isVisible()
    }
    expect(await protects.isVisible()).toBe(false)
    expect(await isSaid('personne mineure')).toBe(true)
    expect(await isSaid('personne majeure')).toBe(false)
    expect(await isSaid('âge en doute')).toBe(true)
  })
})

describe('an act on a phone', () => {
  // What was begun for the next person is offered above each page once its script runs, where it was kept in time: it is not this act's.
  beforeAll(async () => {
    const worker = await stage.enter('asso.rhone', { phone: true })
    await worker.open(`${path}/agir/facts.detail`)
    const drop = worker.page.getByRole('button', { name: 'Jeter ce brouillon' })
    await drop.click({ timeout: 4000 }).catch(() => undefined)
    await drop.waitFor({ state: 'detached' })
  })

  it.each(['facts.detail', 'person.inform', 'indicators.add', 'identity.record'])(
    '%s shows its first field at once, its rule folded, and what will happen before the button',
    async (act) => {
      const worker = await stage.enter('asso.rhone', { phone: true })
      keepPictures(worker)
      await worker.open(`${path}/agir/${act}`)
      await shoot(worker, `act-${act}`)
      expect(await firstField(worker.page)).toBeLessThan(400)
    }
  )

  it('takes down what figures ask for, and starts from what is known the next time', async () => {
    const worker = await stage.enter('asso.rhone', { phone: true })
    keepPictures(worker)
    const { page } = worker
    await worker.open(`${path}/agir/facts.detail`)
    await worker.write('Année où l’exploitation a commencé', '2021')
    await worker.write('Année où l’exploitation a fini', '2020')
    const button = 'Préciser pour les chiffres et les partenaires'
    await worker.pressesInVain(button, /C’est avant le début/)
    await worker.write('Année où l’exploitation a fini', '2023')
    await worker.choose('Pays de citoyenneté', 'Nigeria')
    await page.getByRole('button', { name: button }).click()
    await page
      .getByText(/^C’est (fait|enregistré)/)
      .first()
      .waitFor()
    await worker.open(`${path}/agir/facts.detail`)
    expect(await page.locator('[name=exploitedUntil]').inputValue()).toBe('2023')
    expect(await page.locator('[name=citizenship]').inputValue()).toBe('NG')
    stage.expectCleanPages()
  })
}, 180_000)
