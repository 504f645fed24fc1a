import type { Person } from './person.ts'
import { flagsSomeone } from './steps.flag.ts'
import { secrets } from './steps.ts'

/** Where a child is taken, in the prosecutor's order: for child protection and the judge, and nobody else. */
export const hiddenPlace = 'CANARI-LIEU'

/** A girl of sixteen, flagged without waiting for her agreement: her name and her birthday may be written. */
export const flagsChild = (worker: Person, day: string, birthDate: string): Promise<string> =>
  flagsSomeone(worker, day, {
    how: 'accueil ou permanence',
    form: 'exploitation sexuelle',
    ageGroup: 'personne mineure',
    ageBand: '15 à 17 ans',
    sex: 'femme',
    nationality: 'autre pays',
    stay: 'non connu',
    language: 'français',
    localDanger: 'true',
    agrees: 'false',
    identity: { 'Nom et prénom': secrets.name, 'Date de naissance': birthDate }
  })

/** To the prosecutor of the place where she was found, whoever else is nearer. */
export const reportsChild = (worker: Person, foundIn: string): Promise<void> =>
  worker.does('Signaler un enfant en danger au parquet, pour sa protection', async () => {
    await worker.choose('Où l’enfant a été trouvé', foundIn)
    await worker.pick('Pourquoi l’enfant est signalé', 'danger grave et immédiat')
    await worker.pick('Parents informés', 'non, contraire à l’intérêt de l’enfant')
    await worker.tick('L’enfant a pu dire ce qu’il en pense')
    await worker.write('Ce qui inquiète', 'Un homme l’attend devant la gare.')
  })

export const ordersPlacement = (prosecutor: Person, day: string): Promise<void> =>
  prosecutor.does('Ordonner le placement provisoire', async () => {
    await prosecutor.write('Le', day)
    await prosecutor.pick('Loin d’ici', 'Oui')
    await prosecutor.write('Lieu', hiddenPlace)
  })

export const ordersMeasure = (judge: Person, day: string): Promise<void> =>
  judge.does('Ordonner la mesure', async () => {
    await judge.write('Le', day)
    await judge.pick('Décision', 'provisoire')
    await judge.pick('Mesure', 'placement')
    await judge.pick('Enfant entendu', 'oui')
  })

export const placesFarAway = (protection: Person, day: string): Promise<void> =>
  protection.does('Placer loin du danger', async () => {
    await protection.write('Depuis le', day)
    await protection.choose('Groupe de régions', 'Nord-Ouest')
    await protection.pick('Ce qu’en pense l’enfant', 'l’enfant hésite')
  })

export const reportsFlight = (shelter: Person, day: string): Promise<void> =>
  shelter.does('Signaler une fugue', async () => {
    await shelter.write('Vue pour la dernière fois le', day)
    await shelter.pick('Circonstances', 'après un appel ou un message')
    await shelter.pick('La police ou la gendarmerie est prévenue de la disparition', 'Oui')
  })

export const reviewsSearch = (searcher: Person, day: string): Promise<void> =>
  searcher.does('Faire le point de la recherche', async () => {
    await searcher.write('Le', day)
    await searcher.pick('Ce que l’on sait', 'rien de nouveau')
  })

export const findsChild = (finder: Person, day: string): Promise<void> =>
  finder.does('Noter que l’enfant est retrouvé', async () => {
    await finder.write('Le', day)
    await finder.pick('Comment', 'par la police ou la gendarmerie')
  })

export const preparesMajority = (protection: Person, day: string): Promise<void> =>
  protection.does('Enregistrer l’entretien d’autonomie (17 ans)', async () => {
    await protection.write('Entretien tenu le', day)
    await protection.pick(
      'Ce qui est prêt ou lancé',
      'accompagnement jusqu’à vingt et un ans demandé (contrat jeune majeur)'
    )
  })

/** Someone to speak for her, whose parents cannot. */
export const namesGuardian = (official: Person, day: string, guardian: string): Promise<void> =>
  official.does('Désigner l’administrateur ad hoc', async () => {
    await official.write('Le', day)
    await official.pick('Pour', 'assistance éducative')
    await official.pick('Pourquoi un administrateur ad hoc', 'représentants absents ou inconnus')
    await official.pick('Qui est désigné', guardian)
  })
