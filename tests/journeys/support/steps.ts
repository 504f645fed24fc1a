import type { Person } from './person.ts'

/** What never may reach whom: the test's own name, contact and words, each recognisable wherever it appears. */
export const secrets = { name: 'CANARI-NOM Blessing', contact: 'CANARI-CONTACT', address: 'CANARI-ADRESSE' }

/** The flag, screen by screen. Gives the path of the case. */
export async function flags(worker: Person, day: string): Promise<string> {
  const { page } = worker
  const next = async () => {
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.waitForLoadState()
    await worker.look()
  }
  await worker.open('/signaler/danger')
  await page.getByLabel('danger possible').check()
  await next()
  await page.getByLabel('Département de la rencontre').selectOption({ label: 'Rhône' })
  await worker.choose('Comment l’avez-vous rencontrée ?', 'maraude')
  await worker.write('Date de la rencontre', day)
  await next()
  while (page.url().includes('/signaler/indices-')) {
    const first = page.locator('input[name=indicator]').first()
    await first.check()
    await page.locator('.sign').first().getByLabel('elle l’a dit').check()
    await next()
  }
  await page.getByLabel('exploitation sexuelle').check()
  await next()
  await describes(worker, next)
  await next()
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
  await worker.follow('Ouvrir le dossier')
  return new URL(page.url()).pathname
}

/** The person, without a word more than the flag asks: who she is, what is safe, what she agrees to. */
async function describes(worker: Person, next: () => Promise<void>): Promise<void> {
  await worker.pick('Est-elle majeure ?', 'majeure')
  await worker.choose('Tranche d’âge', '25 à 34 ans')
  await worker.pick('Sexe', 'femme')
  await worker.write('Enfants avec elle', '1')
  await next()
  await worker.pick('Nationalité', 'autre pays')
  await worker.pick('Séjour', 'sans titre')
  await worker.pick('Lien avec l’asile', 'Non')
  await worker.choose('Langue', 'edo')
  await next()
  await worker.pick('Doit-elle s’éloigner d’ici ?', 'Oui')
  await next()
  await worker.pick('Elle accepte que son identité soit transmise', 'Oui')
  await worker.write('Nom et prénom', secrets.name)
  await worker.write('Contact sûr', secrets.contact)
  await next()
}

/** From the flag to reasonable grounds: two voices of two organisations. */
export async function presumes(
  path: string,
  { cell, member }: { cell: Person; member: Person }
): Promise<void> {
  await cell.open('/aujourdhui')
  await cell.follow('Trier le signalement')
  await cell.does('Trier le signalement')
  await member.open(path)
  await member.does('Donner une première voix sur les motifs', () =>
    member.pick('Votre avis', 'motifs raisonnables de croire à une traite')
  )
  await cell.open(path)
  await cell.does('Retenir les motifs raisonnables (seconde voix)')
}

async function saysHow(worker: Person): Promise<void> {
  await worker.choose('Dans quelle langue', 'edo')
  await worker.pick('Par quel moyen', 'en présence')
  await worker.tick('Avec interprète')
}

/** What the person learns, then what she agrees to. */
export async function consents(worker: Person, day: string, agreed: readonly string[]): Promise<void> {
  await worker.does('Informer la personne de ses droits', async () => {
    await worker.write('Le', day)
    await saysHow(worker)
    await worker.pick('Elle sait que refuser ne lui retire aucune aide', 'Oui')
  })
  await worker.does('Enregistrer un accord', async () => {
    for (const scope of agreed) await worker.pick('À quoi la personne consent', scope)
    await saysHow(worker)
  })
}

export async function asksForShelter(worker: Person): Promise<void> {
  await worker.does('Demander un accueil Ac.Sé', async () => {
    await worker.pick('La personne adhère pleinement à ce départ', 'Oui')
    await worker.write('Ce dont elle a besoin (accès, suivi, rythme)', 'Un lieu calme.')
  })
}

export async function offersReflection(worker: Person, day: string): Promise<void> {
  await worker.does('Proposer le délai de réflexion', async () => {
    await worker.write('Information donnée le', day)
    await worker.choose('Dans quelle langue', 'edo')
    await worker.pick('Par quel moyen', 'en présence')
    await worker.pick('Dans un cadre confidentiel', 'Oui')
    await worker.pick('La personne souhaite ce délai', 'Oui')
  })
  await worker.does('Saisir la préfecture', () =>
    worker.write('Service qui signale la personne', 'Police judiciaire')
  )
}

/** Takes up the first referral of the day's page. */
export async function accepts(desk: Person, kind: string): Promise<void> {
  await desk.open('/aujourdhui')
  await desk.follow(`Répondre : ${kind}`)
  await desk.does('Accepter')
}

export async function offersPlace(path: string, desk: Person, structure: string): Promise<void> {
  await desk.open(path)
  await desk.does('Proposer une place à une structure', async () => {
    await desk.page
      .getByRole('radio', { name: new RegExp(`^${structure}`) })
      .first()
      .check()
  })
}
