import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { flagInput } from '../../../workflows/facts/flag.ts'
import { localDanger } from '../../../workflows/vocabulary/words.danger.ts'
import type { Person } from './person.ts'

type Answer = 'true' | 'false'

/** How the flag of one person differs from another's, in the words of its screens. */
export type Met = {
  how: string
  /** How many signs are ticked; six, unless said otherwise. */
  signs?: number
  form: string
  ageGroup: string
  ageBand: string
  sex: string
  children?: string
  nationality: string
  /** Never asked of a citizen of the Union. */
  stay?: string
  language: string
  localDanger: Answer
  agrees: Answer
  /** What is written of who they are, by the labels of the form. */
  identity: Record<string, string>
}

/** The flag, screen by screen. Gives the path of the case. */
export async function flagsSomeone(worker: Person, day: string, met: Met): Promise<string> {
  await worker.open('/signaler/maintenant')
  await meets(worker, day, met)
  await goesOn(worker)
  await ticksSigns(worker, met.signs ?? 6)
  await goesOn(worker)
  await describes(worker, met)
  await goesOn(worker)
  await settles(worker, met)
  return sendsFlag(worker)
}

async function goesOn({ page, look }: Person): Promise<void> {
  const from = page.url()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL((url) => url.href !== from)
  await look()
}

/** Danger, place, day, age and form; the place is that of the house, unless another has to be chosen. */
async function meets(worker: Person, day: string, met: Met): Promise<void> {
  const { page } = worker
  await worker.pick('La personne est-elle en danger maintenant ?', 'danger possible')
  const place = page.getByLabel('Département de la rencontre')
  if ((await place.inputValue()) !== '69') await place.selectOption({ label: 'Rhône' })
  await worker.pick('Comment la personne a été rencontrée', met.how)
  await worker.write('Date de la rencontre', day)
  await worker.pick('La personne est-elle majeure ?', met.ageGroup)
  await worker.pick('Formes d’exploitation', met.form)
}

/** The first signs of the list, all known from the person: the source is said once. */
async function ticksSigns({ page }: Person, signs: number): Promise<void> {
  const offered = page.locator('input[name=indicator]')
  for (let nth = 0; nth < signs; nth += 1) await offered.nth(nth).check()
  await page
    .getByRole('group', { name: /^Tout ce que vous cochez/ })
    .getByLabel('la personne l’a dit')
    .check()
}

async function sendsFlag(worker: Person): Promise<string> {
  const { page } = worker
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
  await worker.look()
  await worker.follow('Ouvrir le dossier')
  return new URL(page.url()).pathname
}

/** Another person of the operation just flagged: one page, with what differs to fill in. Gives the path of the case. */
export async function flagsAnother(worker: Person, nth: number, met: Met): Promise<string> {
  const { page } = worker
  await worker.open('/signaler/envoye')
  await page.getByRole('button', { name: 'Signaler une autre personne' }).click()
  await page.waitForURL(/\/signaler\/relire$/)
  await worker.look()
  await page.getByText(`personne ${nth} de la même situation`).waitFor()
  await page.getByText('Repris de la personne précédente, à relire').waitFor()
  await worker.pick('La personne est-elle majeure ?', met.ageGroup)
  await describes(worker, met)
  await settles(worker, met)
  await mendsNothing(worker)
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
  await worker.look()
  await page.getByText(`${nth} personnes de cette situation`).waitFor()
  await worker.follow('Ouvrir le dossier')
  return new URL(page.url()).pathname
}

/** To read a carried screen again loses nothing of what was just typed: what lacks would be asked for at the sending. */
async function mendsNothing({ page, look }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Modifier' }).first().click()
  await page.waitForURL(/\?revoir=1$/)
  await look()
  await page.getByRole('button', { name: 'Garder et relire' }).click()
  await page.waitForURL(/\/signaler\/relire$/)
}

/** The person, without a word more than the flag asks. */
async function describes(worker: Person, met: Met): Promise<void> {
  await worker.pick('Tranche d’âge', met.ageBand)
  await worker.pick('Sexe', met.sex)
  if (met.children) await worker.pick('Enfants avec la personne', met.children)
  await worker.pick('Nationalité', met.nationality)
  if (met.stay) await worker.pick('Séjour', met.stay)
  await speaks(worker, met.language)
}

/** A language is typed, where there is a script, and chosen where there is none. */
async function speaks(worker: Person, language: string): Promise<void> {
  const search = worker.page.locator('.language').getByRole('searchbox')
  if ((await search.count()) === 0) await worker.choose('Langue', language)
  else await search.fill(language)
}

/** What is safe, and what she agrees to. */
async function settles(worker: Person, met: Met): Promise<void> {
  await worker.pick(localDanger.label.fr, localDanger.answers[met.localDanger].fr)
  const { label, answers } = notesOf(flagInput.properties.nominativeConsent)!
  await worker.pick(label.fr, answers![met.agrees].fr)
  for (const [label, words] of Object.entries(met.identity)) await worker.write(label, words)
}
