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
