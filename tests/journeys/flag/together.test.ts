import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { keepPictures, openStage } from '../support/stage.ts'
import { sendsEmpty } from '../support/state.ts'
import { flagsAnother, flagsSomeone, type Met } from '../support/steps.flag.ts'
import { ofSituations, watching } from '../support/told.ts'

const stage = await forFile(openStage())

const { met, faulty, wide, notEnglish, meets, on } = watching(stage)
const received = (path: string) => `/signaler/envoye/${path.split('/').at(-1)}`
let second: string

const mother: Met = {
  how: 'non connu',
  form: 'exploitation domestique',
  ageGroup: 'personne majeure',
  ageBand: '25 à 34 ans',
  sex: 'femme',
  nationality: 'autre pays',
  stay: 'sans titre',
  language: 'bengali',
  localDanger: 'false',
  agrees: 'false',
  identity: {}
}

describe('two people of one family, flagged in one go', () => {
  it('are linked from the page that says the flag was received, without a script', async () => {
    await stage.wait()
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(worker)
    const first = await flagsSomeone(worker, stage.day(), mother)
    await worker.open(received(first))
    expect(await worker.page.getByRole('button', { name: 'Lier ces dossiers' }).count()).toBe(0)
    second = await flagsAnother(worker, 2, { ...mother, ageBand: '18 à 24 ans' })
    await worker.open(received(second))
    await worker.pressesInVain('Lier ces dossiers', /Ce qu’ils ont en commun/)
    expect(await worker.page.locator('#kind').getAttribute('aria-invalid')).toBe('true')
    await worker.choose('Ce qu’ils ont en commun', 'Même famille')
    await worker.page.getByRole('button', { name: 'Lier ces dossiers' }).click()
    await worker.page.getByText('1 dossier est lié à celui-ci').waitFor()
    await worker.open(first)
    expect(await worker.text()).toContain('Même famille')
    await worker.page.locator(`main a[href="${second}"]`).first().waitFor()
  })

  it('on a page without a fault where its script runs, in each of its states', async () => {
    const worker = await on('asso.rhone')
    keepPictures(worker)
    await worker.open(received(second))
    await meets(worker, 'with another of the situation')
    await sendsEmpty(worker.page, 'main form[action="?/link"]')
    await meets(worker, 'sent empty')
    await worker.choose('Ce qu’ils ont en commun', 'Même employeur')
    await worker.page.getByRole('button', { name: 'Lier ces dossiers' }).click()
    await worker.page.getByText('1 dossier est lié à celui-ci').waitFor()
    await meets(worker, 'linked')
    expect(met).toEqual(ofSituations)
    expect([faulty, wide, notEnglish]).toEqual([[], [], []])
    stage.expectCleanPages(/status of 400/)
  })
}, 120_000)
