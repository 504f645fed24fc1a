import type { Person } from './person.ts'

/** What is needed, found together; then what is done about it, signed together. */
export async function isCaredFor(worker: Person, day: string, needs: readonly string[]): Promise<void> {
  await worker.does('Évaluer les besoins', async () => {
    await worker.write('Le', day)
    for (const need of needs) await worker.pick('Besoins relevés', need)
    await worker.pick('Fait avec la personne, qui est d’accord', 'Oui')
  })
  await worker.does('Signer le plan d’accompagnement', async () => {
    await worker.write('Signé le', day)
    for (const need of needs) await worker.pick('Objectifs', need)
    await worker.pick('Fait avec la personne, qui est d’accord', 'Oui')
  })
}

/** To a service of care that answers; never with a diagnosis. */
export const refersToCare = (worker: Person, care: string, service: string): Promise<void> =>
  worker.does('Orienter vers une structure de soins', async () => {
    await worker.pick('Vers quel type de soins', care)
    await worker.pick('Service', service)
  })
