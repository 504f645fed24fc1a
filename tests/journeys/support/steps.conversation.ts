import type { Page } from 'playwright-core'
import type { Person } from './person.ts'

/** What is asked on the sheet of a conversation, by words that its plain French holds. */
const questions = {
  cell: /cellule du département/,
  acse: /hébergement loin d’ici/,
  prefecture: /préfecture, pour vos papiers/,
  police: /rencontrer la police/,
  care: /lieu de soins/,
  reflection: /demander ces 30 jours/
} as const
export type Asked = keyof typeof questions

export const answers = ({ page }: Person, asked: Asked, choice: 'Oui' | 'Non' | 'Pas maintenant') =>
  page
    .getByRole('group', { name: questions[asked] })
    .getByLabel(new RegExp(`^\\s*${choice}`))
    .first()
    .check()

const knows = 'La personne sait que refuser ne lui retire aucune aide'
export const confidential = 'L’entretien est confidentiel : personne d’autre n’écoute'

/** How it was held; whoever is told their rights in it knows that a refusal costs nothing. */
export const saysHowHeld = async (worker: Person, means: string): Promise<void> => {
  await worker.tick(knows)
  await worker.page.getByLabel(means, { exact: true }).check()
}

export const recordsAnswers = ({ page }: Person) =>
  page.getByRole('button', { name: 'Enregistrer les réponses' }).click()

export const isRecorded = (page: Page) =>
  page
    .getByText(/^C’est (fait|enregistré)/)
    .first()
    .waitFor()

/** Everything that a conversation may come to, answered on one sheet: rights, five consents and the reflection period. */
export async function holdsConversation(worker: Person): Promise<void> {
  for (const asked of Object.keys(questions) as Asked[]) await answers(worker, asked, 'Oui')
  await saysHowHeld(worker, 'en présence, avec interprète')
  await worker.tick(confidential)
  await recordsAnswers(worker)
  await isRecorded(worker.page)
}
