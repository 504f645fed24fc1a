import { beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, openStage } from './support/stage.ts'
import type { Person } from './support/person.ts'
import { secrets } from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

const pathIn = (text: string) => /\/lien\/[\w-]{64}/.exec(text)![0]

/** Two who answer by a link, the second without a script. */
const answering = [
  { address: 'accueil@maison-medicale.test', javaScript: true },
  { address: 'accueil@centre-de-sante.test', javaScript: false }
]
const links = new Map<string, string>()

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
  for (const { address } of answering) {
    const id = await stage.tell.consenting(['A', 'B', 'G'])
    await stage.tell.act('asso.rhone', id, 'health.refer', { destination: 'general', address })
    links.set(address, pathIn((await stage.letters()).at(-1)!.text))
  }
  // It opens until the end of the day that its letter names: a week beyond that of the answer.
  await stage.wait(30)
}, 60_000)

describe.each(answering)(
  'who has no account and a link (a script: $javaScript)',
  ({ address, javaScript }) => {
    let doctor: Person
    let first: string
    let second: string
    beforeAll(async () => {
      await stage.letters()
      first = links.get(address)!
      doctor = await stage.visitor(address, { javaScript })
    })

    it('finds it expired after its time, and is offered another, at the known address and no other', async () => {
      keepPictures(doctor)
      await doctor.open(first)
      expect(await doctor.text()).toContain('Ce lien a expiré')
      expect(await doctor.page.locator('main').getByRole('textbox').count()).toBe(0)
      await doctor.page.getByRole('button', { name: 'Demander un nouveau lien' }).click()
      await doctor.page.getByText('Si ce lien peut être renouvelé').waitFor()
      await doctor.look()
      const sent = await stage.letters()
      expect(sent.map(({ to }) => to)).toEqual([address])
      second = pathIn(sent[0]!.text)
      expect(second).not.toBe(first)
    })

    it('opens nothing by the old link from then on', async () => {
      expect(await doctor.statusOf(first)).toBe(404)
      expect(await doctor.statusOf(second)).toBe(200)
    })

    it('answers by the new one, and neither before nor after is shown a name that was not asked for', async () => {
      keepPictures(doctor)
      await doctor.open(second)
      expect(await doctor.text()).not.toContain(secrets.name)
      await doctor.page.getByRole('button', { name: 'Accepter', exact: true }).click()
      await doctor.page.getByText(/^Vous avez accepté le/).waitFor()
      await doctor.look()
      expect(await doctor.text()).not.toContain(secrets.name)
    })

    it('has a dead link once its part is over: it says so, and shows nothing more', async () => {
      keepPictures(doctor)
      await doctor.open(second)
      await doctor.follow('Terminer')
      await doctor.page.getByRole('button', { name: 'Terminer', exact: true }).click()
      await doctor.page.getByText(/^Vous avez répondu le/).waitFor()
      await doctor.look()
      await doctor.open(second)
      expect(await doctor.text()).toContain('Ce lien n’ouvre plus rien d’autre')
      expect(await doctor.text()).not.toContain(secrets.name)
      expect(await doctor.page.getByRole('button', { name: /^Afficher/ }).count()).toBe(0)
    })
  },
  120_000
)

it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
  stage.expectCleanPages())
