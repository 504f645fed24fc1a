import { notesOf } from '../../../workflows/vocabulary/fields.ts'
import { flagInput } from '../../../workflows/facts/flag.ts'
import { localDanger } from '../../../workflows/vocabulary/words.danger.ts'
import type { Person } from './person.ts'

type Answer = 'true' | 'false'

/** How the flag of one person differs from another's, in the words of its screens. */
export type Met = {
  how: string
  /** On how many screens of signs one is ticked; on each of them, unless said otherwise. */
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
  const { page } = worker
  const next = async () => {
    const from = page.url()
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.waitForURL((url) => url.href !== from)
    await worker.look()
  }
  await worker.open('/signaler/maintenant')
  await page.getByLabel('danger possible').check()
  await next()
  await page.getByLabel('Département de la rencontre').selectOption({ label: 'Rhône' })
  await worker.choose('Comment avez-vous rencontré la personne ?', met.how)
  await worker.write('Date de la rencontre', day)
  await next()
  await page.getByLabel(met.form).check()
  await next()
  for (let left = met.signs ?? Infinity; page.url().includes('/signaler/indices-'); left -= 1) {
    if (left > 0) {
      await page.locator('input[name=indicator]').first().check()
      await page.locator('.sign').first().getByLabel('la personne l’a dit').check()
    }
    await next()
  }
  await describes(worker, met, next)
  await next()
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
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
  await page.getByText(`personne ${nth} de la même opération`).waitFor()
  await page.getByText('Repris de la personne précédente, à relire').waitFor()
  await describes(worker, met, async () => undefined)
  await mendsNothing(worker)
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
  await worker.look()
  await page.getByText(`${nth} personnes de cette opération`).waitFor()
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

/** The person, without a word more than the flag asks: who she is, what is safe, what she agrees to. */
async function describes(worker: Person, met: Met, next: () => Promise<void>): Promise<void> {
  await worker.pick('La personne est-elle majeure ?', met.ageGroup)
  await worker.choose('Tranche d’âge', met.ageBand)
  await worker.pick('Sexe', met.sex)
  await worker.choose('Enfants avec la personne', met.children ?? '0')
  await next()
  await worker.pick('Nationalité', met.nationality)
  if (met.stay) {
    await worker.pick('Séjour', met.stay)
    await worker.pick('Demande d’asile en cours', 'Non')
  }
  await worker.pick('Lien avec l’asile', 'Non')
  await worker.choose('Langue', met.language)
  await next()
  await worker.pick(localDanger.label.fr, localDanger.answers[met.localDanger].fr)
  await next()
  const { label, answers } = notesOf(flagInput.properties.nominativeConsent)!
  await worker.pick(label.fr, answers![met.agrees].fr)
  for (const [label, words] of Object.entries(met.identity)) await worker.write(label, words)
  await next()
}
