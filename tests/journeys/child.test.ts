import { describe, expect, it } from 'vitest'
import { addYears } from '../../workflows/calendar/calendar.ts'
import type { Person } from './support/person.ts'
import { everything } from './support/reading.ts'
import { keepPictures, openStage } from './support/stage.ts'
import {
  findsChild,
  flagsChild,
  hiddenPlace,
  namesGuardian,
  ordersMeasure,
  ordersPlacement,
  placesFarAway,
  preparesMajority,
  reportsChild,
  reportsFlight,
  reviewsSearch
} from './support/steps.minor.ts'
import { choosesPlace } from './support/steps.place.ts'
import { accepts, informs, presumes } from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

let path: string
const at: Record<string, Person> = {}

const stage = await forFile(openStage({ daysAgo: 700 }))

const comes = async (login: string): Promise<Person> => {
  const person = (at[login] ??= await stage.enter(login))
  keepPictures(person)
  return person
}

/** At their desk, on the page of the case. */
const reads = async (login: string): Promise<Person> => {
  const person = await comes(login)
  await person.open(path)
  return person
}

const shut = async (...logins: string[]) => {
  for (const login of logins) expect([login, await (await comes(login)).statusOf(path)]).toEqual([login, 404])
}

describe('a girl of sixteen, found in another département', () => {
  it('is known to none of those who will protect her until they are told', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(plain)
    path = await flagsChild(plain, stage.day(), addYears(stage.day(690), -18))
    await shut('ase.69', 'parquet.paris', 'parquet.lyon', 'juge.69', 'foyer.ouest', 'police.69')
    await reportsChild(plain, 'Paris')
    await shut('parquet.lyon', 'juge.69', 'foyer.ouest', 'police.69')
    await presumes(path, { cell: await comes('cellule.69'), member: await comes('membre.69') })
  })

  it('is placed at once by the prosecutor of where she was found, and eight days begin', async () => {
    const prosecutor = await comes('parquet.paris')
    await accepts(prosecutor, 'faits signalés')
    await prosecutor.open(path)
    await ordersPlacement(prosecutor, stage.day())
    expect(await prosecutor.text()).toMatch(/Saisir le juge des enfants/)
    expect(await everything(prosecutor)).not.toContain(hiddenPlace)
    const protection = await comes('ase.69')
    await accepts(protection, 'protection de l’enfance')
    await protection.open(path)
    await protection.page.getByRole('button', { name: 'Afficher le lieu' }).click()
    await protection.page.getByText(hiddenPlace).waitFor()
    await informs(await reads('ase.69'), stage.day(), 'français')
    await protection.does('Demander une place pour mineur', () =>
      choosesPlace(protection, 'Foyer de l’Ouest')
    )
    const shelter = await comes('foyer.ouest')
    await accepts(shelter, 'place pour mineur')
    await shelter.open(path)
    await shelter.does('Enregistrer l’arrivée de l’enfant', () =>
      shelter.write('Date d’arrivée', stage.day())
    )
  })

  it('has a judge before the eight days are over, and a measure before the fifteen', async () => {
    await stage.wait(6)
    const prosecutor = await reads('parquet.paris')
    expect(await prosecutor.text()).toMatch(/Une échéance approche/)
    await prosecutor.does('Saisir le juge des enfants', () => prosecutor.write('Le', stage.day()))
    await namesGuardian(prosecutor, stage.day(), 'Administration ad hoc du Rhône')
    await accepts(await comes('adhoc.69'), 'administrateur ad hoc')
    await stage.wait(11)
    const judge = await comes('juge.69')
    await accepts(judge, 'juge des enfants')
    await judge.open(path)
    expect(await judge.text()).toMatch(/Une échéance approche[\s\S]*Décision du juge des enfants/)
    await ordersMeasure(judge, stage.day())
    await placesFarAway(await reads('ase.69'), stage.day())
    expect(await at['ase.69']!.text()).toContain('Placement à distance')
  })

  it('runs away, and is searched for: neither time nor silence closes her case', async () => {
    await reportsFlight(await reads('foyer.ouest'), stage.day())
    await stage.wait(8)
    const police = await reads('police.69')
    await reviewsSearch(police, stage.day())
    await stage.wait(60)
    const protection = await reads('ase.69')
    await protection.does('Enregistrer le départ de l’enfant', async () => {
      await protection.write('Date de départ', stage.day())
      await protection.pick('Pourquoi l’enfant part', 'fugue : place rendue')
    })
    const worker = await reads('asso.rhone')
    await worker.triesInVain(
      'Demander la clôture',
      () => worker.choose('Pourquoi le dossier peut être clos', 'contact perdu'),
      /ne se clôt jamais pour contact perdu/
    )
    await stage.wait(120)
    await worker.open(path)
    for (const state of ['En fugue', 'Ouvert']) expect(await worker.text()).toContain(state)
  })

  it('is found, made ready for her majority, and at eighteen decides herself', async () => {
    await findsChild(await reads('police.69'), stage.day())
    await stage.wait(310)
    const protection = await comes('ase.69')
    await protection.open('/aujourdhui')
    expect(await protection.text()).toContain('Enregistrer l’entretien d’autonomie (17 ans)')
    await protection.open(path)
    expect(await protection.text()).toContain('Placement à distance')
    await preparesMajority(protection, stage.day())
    await stage.wait(183)
    // The police were let in to search for a child: their part ends with her childhood.
    await shut('ase.69', 'juge.69', 'foyer.ouest', 'adhoc.69', 'police.69')
    const worker = await reads('asso.rhone')
    for (const state of ['Personne majeure, 18 à 24 ans', 'Majorité atteinte', 'À informer'])
      expect(await worker.text()).toContain(state)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 300_000)
