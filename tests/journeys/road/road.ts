import type { Person } from '../support/person.ts'
import type { Stage } from '../support/stage.ts'
import {
  accepts,
  asksForShelter,
  consents,
  offersPlace,
  offersReflection,
  presumes
} from '../support/steps.ts'

/** By whom a person is taken from the flag to a bed and a receipt, each at their desk. `given`: with scripts or without. */
export async function walksTheRoad(
  stage: Stage,
  path: string,
  given: { javaScript?: false; keeps?: (...persons: Person[]) => void } = {}
) {
  const { keeps = () => undefined, ...options } = given
  const enter = (login: string) => stage.enter(login, options)
  const cell = await enter('cellule.69')
  const member = await enter('membre.69')
  keeps(cell, member)
  await presumes(path, { cell, member })

  const worker = await enter('asso.rhone')
  const desk = await enter('acse')
  keeps(worker, desk)
  await worker.open(path)
  await consents(worker, stage.day(), ['dispositif Ac.Sé', 'préfecture'])
  await asksForShelter(worker)
  await accepts(desk, 'accueil éloigné')
  await offersPlace(path, desk, 'Foyer Azur')

  const shelter = await enter('foyer.azur')
  keeps(shelter)
  await accepts(shelter, 'proposition de place')
  await shelter.open(path)
  await shelter.does('Fixer l’entretien de pré-accueil', () =>
    shelter.write('Date et heure', `${stage.day(1)}T10:00`)
  )
  await stage.wait(1)
  await shelter.open(path)
  await shelter.does('Enregistrer l’arrivée', () => shelter.write('Date d’arrivée', stage.day()))

  const prefecture = await enter('prefecture.69')
  keeps(prefecture)
  await worker.open(path)
  await offersReflection(worker, stage.day())
  await accepts(prefecture, 'droit au séjour')
  await prefecture.open(path)
  await prefecture.does('Remettre le récépissé', async () => {
    await prefecture.write('Récépissé remis le', stage.day())
    await prefecture.write('Numéro du récépissé', 'R-1')
  })
  return { cell, worker, desk, shelter, prefecture }
}
