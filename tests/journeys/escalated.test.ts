import { describe, expect, it } from 'vitest'
import { consenting } from './support/before.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { accepts, offersReflection } from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())

describe('a prefecture that does not answer', () => {
  it('is told to a named person, seen by the cell, and may still answer', async () => {
    const path = `/dossiers/${await consenting(stage)}`
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    await worker.open(path)
    await offersReflection(worker, stage.day())
    expect(await worker.text()).toMatch(/Préfecture du Rhône/)

    expect(await stage.wait()).toBeGreaterThan(0)

    const cell = await stage.enter('cellule.69')
    const prefecture = await stage.enter('prefecture.69')
    keepPictures(cell, prefecture)
    await cell.open('/aujourdhui')
    await cell.follow('Relancer : orientation sans réponse')
    expect(await cell.text()).toMatch(/sans réponse dans le délai/)
    expect(await cell.text()).toMatch(/Signalée? à \p{L}+/u)

    await accepts(prefecture, 'droit au séjour')
    await prefecture.open(path)
    await prefecture.does('Remettre le récépissé', async () => {
      await prefecture.write('Récépissé remis le', stage.day())
      await prefecture.write('Numéro du récépissé', 'R-2')
    })
    await cell.open(path)
    expect(await cell.text()).toMatch(/Réflexion en cours/)
    expect(await cell.text()).not.toMatch(/sans réponse dans le délai/)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
