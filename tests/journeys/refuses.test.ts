import { describe, expect, it } from 'vitest'
import { everything, isShut, whyNot } from './support/reading.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { isCaredFor, refersToCare } from './support/steps.care.ts'
import { readsPlace } from './support/steps.place.ts'
import { accepts, asksForShelter, consents, flags, offersPlace, presumes, secrets } from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

let path: string

const stage = await forFile(openStage())

describe('a woman who refuses to complain', () => {
  it('is presumed a victim, and nobody of justice is told', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    const cell = await stage.enter('cellule.69')
    const member = await stage.enter('membre.69')
    keepPictures(worker, cell, member)
    path = await flags(worker, stage.day())
    await presumes(path, { cell, member })
    await isShut(stage, path, 'parquet.lyon', 'police.69', 'prefecture.69', 'soin.69', 'acse', 'foyer.ouest')
  })

  it('is sheltered far away all the same', async () => {
    const worker = await stage.enter('asso.rhone')
    const desk = await stage.enter('acse')
    const shelter = await stage.enter('foyer.ouest')
    keepPictures(worker, desk, shelter)
    await worker.open(path)
    await consents(worker, stage.day(), [
      'dispositif Ac.Sé',
      'préfecture',
      'orientation vers une structure de soins'
    ])
    await asksForShelter(worker)
    await accepts(desk, 'accueil éloigné')
    await offersPlace(path, desk, 'Foyer de l’Ouest')
    await accepts(shelter, 'proposition de place')
    await shelter.open(path)
    await shelter.does('Fixer l’entretien de pré-accueil', () =>
      shelter.write('Date et heure', `${stage.day(1)}T10:00`)
    )
    await stage.wait(1)
    await shelter.open(path)
    await shelter.does('Enregistrer l’arrivée', () => shelter.write('Date d’arrivée', stage.day()))
    for (const reader of [worker, shelter]) expect(await readsPlace(reader, path)).toContain(secrets.address)
  })

  it('is cared for by those she agreed to, who read nothing of her story or of her stay', async () => {
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    const care = await stage.enter('soin.69')
    keepPictures(worker, care)
    await worker.open(path)
    await isCaredFor(worker, stage.day(), ['santé', 'droits'])
    await refersToCare(worker, 'psychotraumatisme (CRP)', 'Centre du psychotraumatisme de Lyon')
    await care.open('/aujourdhui')
    expect(await care.text()).not.toContain(secrets.name)
    await accepts(care, 'structure de soins')
    await care.open(path)
    const read = await everything(care)
    expect(read).toContain('Victime présumée')
    expect(read).not.toMatch(/Sans titre|Ac\.Sé · |Foyer|CANARI/)
    await worker.open(path)
    expect(await worker.text()).toContain('Accompagnement en cours')
  })

  it('is refused the permit that rests on a procedure, and given the one that rests on none', async () => {
    const worker = await stage.enter('asso.rhone')
    const prefecture = await stage.enter('prefecture.69')
    keepPictures(worker, prefecture)
    await worker.open(path)
    expect(await whyNot(worker, 'Demander le titre de séjour')).toMatch(/La plainte reste un choix libre/)
    await worker.does('Demander l’admission exceptionnelle', async () => {
      await worker.write('Demande déposée le', stage.day())
      await worker.pick('Au titre de', 'victime de traite, sans plainte ni témoignage')
      await worker.pick('Domiciliation chez l’association ou l’avocat', 'Oui')
    })
    await accepts(prefecture, 'droit au séjour')
    const told = await readsPlace(prefecture, path)
    expect(told).toContain('Aucune procédure')
    expect(told).not.toMatch(/CANARI|Foyer de l’Ouest/)
    await prefecture.does('Accorder l’admission exceptionnelle', async () => {
      await prefecture.write('Délivré ou renouvelé le', stage.day())
      await prefecture.write('Numéro', 'A-1')
    })
    await worker.open(path)
    const seen = await worker.text()
    for (const state of ['Admission exceptionnelle', 'Aucune procédure pénale', 'Accueil par Ac.Sé'])
      expect(seen).toContain(state)
    await isShut(stage, path, 'parquet.lyon', 'police.69')
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 240_000)
