import type { Page } from 'playwright-core'
import type { Person } from './person.ts'

const question = (page: Page, legend: string, answer: string) =>
  page.getByRole('group', { name: legend }).getByLabel(answer, { exact: true }).first()

/** The five questions of the danger lane, the place being that of the desk; each answer by its own press, as on a telephone. Gives how many presses the cell was warned by. */
export async function alertsCell({ page }: Person): Promise<number> {
  const sign = page.locator('.sign').first()
  const presses = [
    question(page, 'La personne est-elle majeure ?', 'personne majeure'),
    question(
      page,
      'La personne est-elle en danger là où elle se trouve ?',
      'La personne est en danger là où elle se trouve : elle doit s’éloigner'
    ),
    question(page, 'Formes d’exploitation', 'forme pas encore connue'),
    sign.locator('input[type=checkbox]'),
    sign.locator('label', { hasText: 'la personne l’a dit' }),
    page.getByRole('button', { name: 'Prévenir la cellule maintenant' })
  ]
  for (const press of presses) await press.click()
  await page.getByRole('heading', { name: 'Signalement transmis' }).waitFor()
  return presses.length
}

/** From the cell that is warned to the form of the shelter for tonight. */
export async function reachesShelterTonight(worker: Person): Promise<void> {
  await worker.follow('Mettre à l’abri ce soir')
  await worker.page.getByRole('heading', { level: 1, name: 'Mettre à l’abri en urgence' }).waitFor()
}
