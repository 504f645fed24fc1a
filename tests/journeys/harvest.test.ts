import { describe, expect, it } from 'vitest'
import type { Person } from './support/person.ts'
import { everything, isShut } from './support/reading.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { isCaredFor } from './support/steps.care.ts'
import {
  claimsCompensation,
  flagsHarvester,
  refersToInspection,
  reportsByArticle40
} from './support/steps.labour.ts'
import { accepts, consents, presumes, secrets } from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

let path: string

const stage = await forFile(openStage())

/** The acts of a page, possible today or not: none is of a permit. */
async function expectNoPermitAct(reader: Person): Promise<void> {
  await reader.open(path)
  const acts = await reader.page.locator('.acts .button').allTextContents()
  expect(acts.length).toBeGreaterThan(0)
  const permits = /titre|récépissé|réflexion|préfecture|admission exceptionnelle|autorisation|carte/i
  expect(acts.filter((act) => permits.test(act))).toEqual([])
}

describe('a man of the Union, exploited in a harvest', () => {
  it('is presumed a victim, and needs no permit from the first day', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    const cell = await stage.enter('cellule.69')
    const member = await stage.enter('membre.69')
    keepPictures(worker, cell, member)
    path = await flagsHarvester(worker, stage.day())
    await expectNoPermitAct(worker)
    expect(await worker.text()).toMatch(/UE, EEE, Suisse\s: régime propre/)
    await presumes(path, { cell, member })
    await isShut(stage, path, 'travail.69', 'prefecture.69', 'ofii', 'parquet.lyon')
    await expectNoPermitAct(cell)
  })

  it('is asked before the labour inspection learns of him, and it learns no name before its yes', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    const inspection = await stage.enter('travail.69')
    keepPictures(worker, inspection)
    await worker.open(path)
    await consents(worker, stage.day(), ['rencontre avec la police ou l’inspection du travail'], 'roumain')
    await refersToInspection(worker, ['travail non payé ou presque', 'hébergement indigne'])
    await inspection.open('/aujourdhui')
    await inspection.follow('Répondre : constat')
    expect(await everything(inspection)).not.toContain(secrets.name)
    await accepts(inspection, 'constat')
    await inspection.open(path)
    await expectNoPermitAct(inspection)
    await reportsByArticle40(inspection, 'Rhône')
    const prosecutor = await stage.enter('parquet.lyon')
    await prosecutor.open(path)
    await prosecutor.does('Noter que l’enquête est en cours')
  })

  it('is cared for, housed and compensated as anyone is', async () => {
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    await worker.open(path)
    await isCaredFor(worker, stage.day(), ['droits', 'ressources', 'travail'])
    await worker.does('Noter un accueil ailleurs : CHRS, proches', async () => {
      await worker.pick('Où', 'CHRS')
      await worker.write('Depuis le', stage.day())
    })
    await claimsCompensation(worker, stage.day())
    await worker.open(path)
    const seen = (await worker.text()).replace(/\s+/g, ' ')
    for (const state of [
      'UE, EEE, Suisse : régime propre',
      'Accueil ailleurs',
      'Accompagnement en cours',
      'Enquête'
    ])
      expect(seen).toContain(state)
    expect(seen).toContain('Offre du Fonds de garantie')
    await expectNoPermitAct(worker)
  })

  it('lives on his own in the end, and two people close his case, who read first what that stops', async () => {
    const worker = await stage.enter('asso.rhone')
    const cell = await stage.enter('cellule.69')
    keepPictures(worker, cell)
    await worker.open(path)
    await worker.does('Enregistrer un départ', () => worker.write('Date de départ', stage.day()))
    const because = 'la personne est installée dans une vie autonome'
    let asked = ''
    await worker.does('Demander la clôture', async () => {
      asked = await worker.text()
      await worker.choose('Pourquoi le dossier peut être clos', because)
    })
    expect(asked).toMatch(/Justice\s: Enquête/)
    expect(asked).toMatch(/Échéance\s: Garder le contact/)
    await cell.open(path)
    let stopped = ''
    await cell.does('Clore le dossier', async () => {
      stopped = await cell.text()
      await cell.choose('Pourquoi le dossier est clos', because)
      await cell.pick('Les suites judiciaires pourront lui être notifiées', 'Oui')
    })
    expect(stopped).toMatch(/Justice\s: Enquête/)
    expect(await cell.text()).toContain('Clos')
    await cell.open('/aujourdhui')
    expect(await cell.text()).not.toContain(path.split('/').at(-1))
  })

  it('has no prefecture in his case, and showed nobody a page that is broken or says too much', async () => {
    await isShut(stage, path, 'prefecture.69', 'ofii')
    stage.expectCleanPages()
  })
}, 240_000)
