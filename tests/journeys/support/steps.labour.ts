import type { Person } from './person.ts'
import { flagsSomeone } from './steps.flag.ts'
import { secrets } from './steps.ts'

/** A man of the Union, met where he is made to work. Gives the path of the case. */
export const flagsHarvester = (worker: Person, day: string): Promise<string> =>
  flagsSomeone(worker, day, {
    how: 'lieu de travail',
    form: 'travail forcé',
    ageGroup: 'personne majeure',
    ageBand: '35 à 44 ans',
    sex: 'homme',
    nationality: 'Union européenne, Espace économique européen, Suisse',
    language: 'roumain',
    localDanger: 'false',
    agrees: 'true',
    identity: { 'Nom et prénom': secrets.name, 'Contact sûr': secrets.contact }
  })

/** What the inspection may record with its own eyes. */
export const refersToInspection = (worker: Person, findings: readonly string[]): Promise<void> =>
  worker.does('Orienter vers l’inspection du travail', async () => {
    for (const finding of findings)
      await worker.pick('Ce que l’inspection du travail pourrait constater', finding)
  })

/** A public official tells the prosecutor of the place of the acts. */
export const reportsByArticle40 = (official: Person, place: string): Promise<void> =>
  official.does('Signaler les faits au parquet, pour une enquête (article 40)', async () => {
    await official.choose('Où les faits ont été commis', place)
    await official.pick('La personne en est-elle informée ?', 'oui, avant de signaler')
  })

export const claimsCompensation = (worker: Person, day: string): Promise<void> =>
  worker.does('Saisir la CIVI', async () => {
    await worker.pick(
      'Fondement',
      'infraction de la liste : traite, proxénétisme, travail forcé, servitude, esclavage'
    )
    await worker.write('Reçue par le Fonds de garantie le', day)
    await worker.pick('La personne le veut', 'Oui')
  })
