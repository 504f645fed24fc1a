import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from './support/person.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

let worker: Person
let prefecture: Person
let path: string

const silence = 'Silence de la préfecture : décision implicite de rejet'
const line = (reader: Person) => reader.page.locator('main li', { hasText: silence }).first()
/** As the page of all clocks says it, with how it is counted. */
const said = async (reader: Person) => {
  await reader.open(`${path}/echeances`)
  return (await line(reader).innerText()).replaceAll(/\s+/g, ' ')
}

const stage = await forFile(openStage())
beforeAll(async () => {
  await stage.wait()
  const id = await stage.tell.reflecting(stage.day())
  path = `/dossiers/${id}`
  const on = stage.day()
  await stage.tell.act('asso.rhone', id, 'complaint.file', {
    on,
    unit: 'Brigade',
    receipt: 'R-1',
    offences: ['225-4-1']
  })
  await stage.tell.act('asso.rhone', id, 'permit.apply', {
    on,
    proof: 'complaint_receipt',
    tiesBroken: true,
    domiciliation: true
  })
  worker = await stage.enter('asso.rhone')
  prefecture = await stage.enter('prefecture.69')
}, 60_000)

describe('the silence of a prefecture', () => {
  let due: string

  it('is counted in four months, and the page says how', async () => {
    keepPictures(worker)
    const words = await said(worker)
    expect(words).toMatch(/Jusqu’au \d/)
    expect(words).toMatch(/\+ 4 mois/)
    due = /Jusqu’au ([^.]+? \d{4})/.exec(words)![1]!
  })

  it('stands still while documents are asked for: the page says since when and why, and no due date', async () => {
    keepPictures(worker, prefecture)
    await prefecture.open(path)
    await prefecture.does('Demander les pièces qui manquent', async () => {
      await prefecture.write('Demandées le', stage.day())
      await prefecture.page.locator('main fieldset').getByRole('checkbox').first().check()
      await prefecture.write('À produire avant le', stage.day(20))
    })
    const words = await said(worker)
    expect(words).toContain('Arrêtée depuis le')
    expect(words).not.toMatch(/Jusqu’au/)
  })

  it('counts again when they are produced, as many days later, and says that it stood', async () => {
    keepPictures(worker)
    await stage.wait(5)
    await worker.open(path)
    await worker.does('Enregistrer les pièces produites', async () => {
      await worker.write('Le', stage.day())
      await worker.page.locator('main fieldset').getByRole('radio').first().check()
    })
    const words = await said(worker)
    expect(words).not.toContain('Arrêtée depuis le')
    expect(words).toMatch(/Jusqu’au \d/)
    expect(words).not.toContain(`Jusqu’au ${due}`)
    expect(words).toMatch(/Arrêtée du .+ : 5 jours de plus/)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
