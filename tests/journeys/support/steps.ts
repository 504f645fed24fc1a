import type { Person } from './person.ts'
import { flagsSomeone } from './steps.flag.ts'
import { choosesPlace } from './steps.place.ts'

/** What never may reach whom: the test's own name, contact and words, each recognisable wherever it appears. */
export const secrets = { name: 'CANARI-NOM Blessing', contact: 'CANARI-CONTACT', address: 'CANARI-ADRESSE' }

/** An adult met on the street, as she is flagged. */
export const adultMet = {
  how: 'maraude',
  form: 'exploitation sexuelle',
  ageGroup: 'personne majeure',
  ageBand: '25 à 34 ans',
  sex: 'femme',
  children: '1',
  nationality: 'autre pays',
  stay: 'sans titre',
  language: 'edo',
  localDanger: 'true',
  agrees: 'true'
} as const

/** The flag of an adult met on the street, who agrees to be named. Gives the path of the case. */
export const flags = (worker: Person, day: string): Promise<string> =>
  flagsSomeone(worker, day, {
    ...adultMet,
    identity: { 'Nom et prénom': secrets.name, 'Contact sûr': secrets.contact }
  })

/** From the flag to reasonable grounds: two voices of two organisations. */
export async function presumes(
  path: string,
  { cell, member }: { cell: Person; member: Person }
): Promise<void> {
  await cell.open('/aujourdhui')
  await cell.follow('Examiner la recevabilité')
  await cell.does('Examiner la recevabilité')
  await member.open(path)
  await member.does('Donner un premier avis sur les motifs', async () => {
    await member.pick('Avis sur les motifs', 'motifs raisonnables de croire à une traite')
    await member.pick('Ce qui fonde cet avis', 'but : l’exploitation signalée')
  })
  await cell.open(path)
  await cell.does('Retenir les motifs raisonnables (second avis)', () =>
    cell.page.getByText('but : l’exploitation signalée').first().waitFor()
  )
}

async function saysHow(worker: Person, language = 'edo'): Promise<void> {
  await worker.choose('Dans quelle langue', language)
  await worker.pick('Par quel moyen', 'en présence')
  await worker.tick('Avec interprète')
}

export const informs = (worker: Person, day: string, language?: string): Promise<void> =>
  worker.does('Informer la personne de ses droits', async () => {
    await worker.write('Le', day)
    await saysHow(worker, language)
    await worker.pick('La personne sait que refuser ne lui retire aucune aide', 'La personne le sait')
  })

/** What the person learns, then what she agrees to. */
export async function consents(
  worker: Person,
  day: string,
  agreed: readonly string[],
  language?: string
): Promise<void> {
  await informs(worker, day, language)
  await worker.does('Enregistrer un accord', async () => {
    for (const scope of agreed) await worker.pick('À quoi la personne consent', scope)
    await saysHow(worker, language)
  })
}

export async function asksForShelter(worker: Person): Promise<void> {
  await worker.does('Demander un accueil Ac.Sé', async () => {
    await worker.pick('La personne adhère pleinement à ce départ', 'Oui')
    await worker.write('Besoins de la personne (accès, suivi, rythme)', 'Un lieu calme.')
  })
}

export const tellsPrefecture = (worker: Person): Promise<void> =>
  worker.does('Transmettre à la préfecture (délai de réflexion, titre)', () =>
    worker.write('Service qui signale la personne', 'Police judiciaire')
  )

export async function offersReflection(worker: Person, day: string): Promise<void> {
  await worker.does('Proposer le délai de réflexion', async () => {
    await worker.write('Information donnée le', day)
    await worker.choose('Dans quelle langue', 'edo')
    await worker.pick('Par quel moyen', 'en présence')
    await worker.pick('Dans un cadre confidentiel', 'Oui')
    await worker.pick('La personne souhaite ce délai', 'Oui')
  })
  await tellsPrefecture(worker)
}

/** Takes up the first referral of the day's page: said on the page of the referral, the yes leads to the case. */
export async function accepts(desk: Person, kind: string): Promise<void> {
  await desk.open('/aujourdhui')
  await desk.follow(`Répondre : ${kind}`)
  await desk.does('Accepter')
}

export async function offersPlace(path: string, desk: Person, structure: string): Promise<void> {
  await desk.open(path)
  await desk.does('Proposer une place à une structure', () => choosesPlace(desk, structure))
}
