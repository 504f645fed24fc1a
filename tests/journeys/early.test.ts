import { expect, it } from 'vitest'
import { forFile } from '../support/for-file.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { informs } from './support/steps.ts'

const stage = await forFile(openStage())

it('keeps what was answered in the next step of a case before the script of the page came', async () => {
  await stage.wait()
  const id = await stage.tell.flagged()
  await stage.tell.act('cellule.69', id, 'triage.start')
  const member = await stage.enter('membre.69')
  keepPictures(member)
  const { page } = member
  let comes = () => {}
  const script = new Promise<void>((resolve) => (comes = resolve))
  await page.route(/\.js$/, async (route) => {
    await script
    await route.continue()
  })
  await page.goto(`/dossiers/${id}`, { waitUntil: 'commit' })
  await member.pick('Avis sur les motifs', 'motifs raisonnables de croire à une traite')
  await member.pick('Ce qui fonde cet avis', 'acte : héberger ou accueillir')
  const answered = () =>
    page.locator('main :checked').evaluateAll((all) => all.map((one) => one.getAttribute('name')))
  const early = await answered()
  expect(early.length).toBeGreaterThanOrEqual(2)
  comes()
  await page.waitForLoadState('networkidle')
  expect(await answered()).toEqual(early)
  await page.getByRole('button', { name: 'Donner un premier avis sur les motifs', exact: true }).click()
  await page
    .getByText(/^C’est (fait|enregistré)/)
    .first()
    .waitFor()
  stage.expectCleanPages()
})

it('begins the next step of a case empty, whatever the one before it asked by the same name', async () => {
  const id = await stage.tell.presumed()
  const worker = await stage.enter('asso.rhone')
  keepPictures(worker)
  await worker.open(`/dossiers/${id}`)
  await worker.page.waitForLoadState('networkidle')
  await informs(worker, stage.day())
  await worker.page.getByRole('heading', { name: 'Évaluer les besoins' }).waitFor()
  expect(await worker.page.locator('#suite-du-dossier input[name=on]').inputValue()).toBe('')
  stage.expectCleanPages()
})
