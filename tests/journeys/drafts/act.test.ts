import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { informs } from '../support/steps.ts'

const stage = await forFile(openStage())

it('an act of a case that was left half typed is taken up on its page, and done once', async () => {
  await stage.wait()
  const id = await stage.tell.presumed()
  const worker = await stage.enter('asso.rhone')
  keepPictures(worker)
  const { page } = worker
  await worker.open(`/dossiers/${id}`)
  await page.waitForLoadState('networkidle')
  const day = page.locator('#suite-du-dossier input[name=on]')
  await page.locator('#suite-du-dossier summary', { has: page.getByText('acte seul') }).click()
  await day.fill(stage.day())
  await page.getByText(/Brouillon gardé sur cet appareil/).waitFor()
  await worker.open('/aujourdhui')
  await page.getByText(/Vous écriviez/).waitFor()
  await worker.look()
  await page.getByRole('button', { name: 'Reprendre', exact: true }).click()
  await page.waitForURL(`**/dossiers/${id}`)
  await expect.poll(() => day.inputValue()).toBe(stage.day())
  await informs(worker, stage.day())
  await worker.open('/aujourdhui')
  await page.waitForTimeout(1500)
  expect(await page.getByText(/Vous écriviez/).count()).toBe(0)
  stage.expectCleanPages()
})

it('an act of a case that one reads no more is taken up once, says so, and is thrown away', async () => {
  await stage.wait()
  const id = await stage.tell.presumed()
  const worker = await stage.enter('asso.rhone')
  keepPictures(worker)
  const { page } = worker
  const resume = page.getByRole('button', { name: 'Reprendre', exact: true })
  await worker.open(`/dossiers/${id}/agir/person.inform`)
  await page.waitForLoadState('networkidle')
  await page.locator('main form[data-keeps] input[name=on]').fill(stage.day())
  await page.getByText(/Brouillon gardé sur cet appareil/).waitFor()
  await stage.db.owner.query(`update participation set until = now() where case_id = $1`, [id])
  await worker.open('/aujourdhui')
  await page.getByText(/Vous écriviez/).waitFor()
  await worker.inVain(() => resume.click(), 'Ce formulaire n’est plus proposé sur cette page')
  await page.getByText('ou le dossier est passé à une autre association').waitFor()
  expect(await resume.count()).toBe(0)
  await page.getByRole('button', { name: 'Jeter ce brouillon' }).click()
  await expect.poll(() => page.getByText(/Vous écriviez/).count()).toBe(0)
  await worker.open('/aujourdhui')
  await page.waitForTimeout(1500)
  expect(await page.getByText(/Vous écriviez/).count()).toBe(0)
  stage.expectCleanPages()
})

it.each(['fait=case.flag', 'repondu=none', 'actes=tous'])(
  'an act that is refused where the address ends in « ?%s » says why, and keeps what was typed',
  async (query) => {
    const id = await stage.tell.presumed()
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    const here = worker.page.locator('#suite-du-dossier')
    await worker.open(`/dossiers/${id}?${query}`)
    await worker.page.waitForLoadState('networkidle')
    const day = here.locator('input[name=on]')
    await here.locator('summary', { has: worker.page.getByText('acte seul') }).click()
    await day.fill(stage.day())
    await worker.inVain(() => here.getByRole('button', { name: /^Informer/ }).click(), /à revoir/)
    expect(await day.inputValue()).toBe(stage.day())
    expect(await here.locator('[aria-invalid=true], .error').count()).toBeGreaterThan(0)
    stage.expectCleanPages()
  }
)
