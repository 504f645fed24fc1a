import { describe, expect, it } from 'vitest'
import { daysBetween } from '../../workflows/calendar/calendar.ts'
import type { Person } from './support/person.ts'
import { appliedForPermit } from './support/permitted.ts'
import { everything } from './support/reading.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { forFile } from '../support/for-file.ts'

/** The days of the year that a permit issued today is valid. */
const wholeYear = (issued: string) =>
  daysBetween(
    issued,
    issued.replace(/^\d+/, (year) => String(Number(year) + 1))
  )

const permit = 'Validité de la carte d’un an'
const route = 'Préparer une autre voie'
// What the prefecture never reads of justice: the stage, the outcome, the reason, the day, what she does about it.
const notForThePrefecture =
  /classement|classée|sans suite|non-lieu|plainte déposée|225-4|enquête|Préparer une autre voie|contester|Procédure close\s*,? (le|depuis)/i

const stage = await forFile(openStage())
const path = `/dossiers/${await appliedForPermit(stage)}`
const prefecture = await stage.enter('prefecture.69')
const worker = await stage.enter('asso.rhone')
const prosecutor = await stage.enter('parquet.lyon')

/** A day as the association, the prefecture and the prosecution begin it. */
async function dayOf(reader: Person): Promise<string> {
  await reader.open('/aujourdhui')
  return reader.text()
}

/** The page of the case, and after it its clocks and its story. */
async function caseOf(reader: Person): Promise<string> {
  const read: string[] = []
  for (const page of ['/histoire', '/echeances', '']) {
    await reader.open(`${path}${page}`)
    read.unshift(await everything(reader))
  }
  return read.join(' ')
}

const justice = (words: string) => /Justice.*?Soins et social/.exec(words)?.[0] ?? ''

describe('a permit that depends on an open procedure', () => {
  it('is issued while the prefecture knows one thing of justice: a procedure is open', async () => {
    keepPictures(prefecture, worker, prosecutor)
    for (const login of ['asso.paris', 'police.69', 'prefecture.75']) {
      const outsider = await stage.enter(login)
      expect(await outsider.statusOf(path)).toBe(404)
    }
    await stage.wait(20)
    await prefecture.open(path)
    await prefecture.does('Délivrer le titre d’un an', async () => {
      await prefecture.write('Délivré le', stage.day())
      await prefecture.write('Numéro', 'T-1')
    })
    const seen = await caseOf(prefecture)
    expect(justice(seen)).toContain('Procédure ouverte')
    expect(seen).not.toMatch(notForThePrefecture)
    for (const reader of [prefecture, worker])
      expect(await reader.page.getByRole('link', { name: /^Enregistrer un classement/ }).count()).toBe(0)
  })

  it('warns the association and the prefecture six months before its end, and not a day earlier', async () => {
    keepPictures(prefecture, worker)
    await stage.wait(wholeYear(stage.day()) - 182)
    for (const reader of [prefecture, worker])
      expect(await caseOf(reader)).not.toMatch(/approche[^.]*carte d’un an/)
    await stage.wait(2)
    for (const reader of [prefecture, worker]) {
      expect(await caseOf(reader)).toMatch(
        /Une échéance approche.*?carte d’un an.*?Jours restants\s*1(79|80)/
      )
      expect(await dayOf(reader)).toMatch(new RegExp(`${permit}[\\s\\S]*reste 6 mois`))
      await reader.open('/aujourdhui?vue=moved')
      expect(await reader.page.getByText(/TEH \w{4} \w{4}/).count()).toBeGreaterThan(0)
    }
  })
})

describe('its complaint dismissed at month eleven', () => {
  it('opens another route to who accompanies her, at once, and closes renewal', async () => {
    keepPictures(prefecture, worker, prosecutor)
    await stage.wait(148)
    await prosecutor.open(path)
    await prosecutor.does('Enregistrer un classement sans suite', () =>
      prosecutor.write('Notifié à la personne le', stage.day())
    )
    expect(await dayOf(worker)).toMatch(/Préparer une autre voie[\s\S]*reste 15 jours/)
    expect(justice(await caseOf(worker))).toMatch(/Classée/)
    await worker.open(`${path}/agir/permit.renew_ask`)
    expect(await everything(worker)).toMatch(/procédure/)
    await stage.wait(1)
    expect(await dayOf(worker)).toContain(route)
  })

  it('shows the prefecture that it is closed, and nothing more', async () => {
    keepPictures(prefecture)
    const seen = await caseOf(prefecture)
    expect(justice(seen)).toMatch(/Procédure close/)
    expect(justice(seen)).not.toMatch(/jour \d+ sur|\d{4}/)
    // Whatever it decides it may record: what is unusual about it tells no more.
    await prefecture.open(`${path}?actes=inattendus`)
    const unexpected = await everything(prefecture)
    expect(unexpected).toContain('Renouveler le titre')
    for (const words of [seen, unexpected, await dayOf(prefecture)])
      expect(words).not.toMatch(notForThePrefecture)
    await prefecture.open('/echeances')
    expect(await everything(prefecture)).not.toMatch(notForThePrefecture)
    await prefecture.open('/aujourdhui?vue=moved')
    expect(await prefecture.page.getByText(/TEH \w{4} \w{4}/).count()).toBeGreaterThan(0)
  })

  it('leaves what nothing expected to be recorded, when it is asked for, and says what is unusual', async () => {
    keepPictures(prosecutor)
    await prosecutor.page.setViewportSize({ width: 390, height: 844 })
    await prosecutor.open(path)
    expect(await everything(prosecutor)).not.toContain('Inattendu')
    await prosecutor.follow('Enregistrer une décision inattendue')
    expect(await everything(prosecutor)).toMatch(/Ici : [^]*Enregistrer un non-lieu/)
    const sideways = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
    expect(await prosecutor.page.evaluate(sideways)).toBe(false)
    await prosecutor.follow('Enregistrer un non-lieu')
    expect(await everything(prosecutor)).toContain('Décision inattendue')
    expect(await prosecutor.page.evaluate(sideways)).toBe(false)
  })

  it('leads to other grounds, then to court', async () => {
    keepPictures(prefecture, worker)
    await worker.open(path)
    await worker.does(route, async () => {
      await worker.write('Vu avec la personne le', stage.day())
      await worker.pick('Voies préparées', 'contester le classement ou former appel')
      await worker.pick('Voies préparées', 'considérations humanitaires')
    })
    expect(await dayOf(worker)).not.toContain(route)
    await worker.open(path)
    await worker.does('Demander l’admission exceptionnelle', async () => {
      await worker.write('Demande déposée le', stage.day())
      await worker.pick('Au titre de', 'autres considérations humanitaires')
      await worker.pick('Domiciliation chez l’association ou l’avocat', 'Oui')
    })
    const asked = await caseOf(worker)
    expect(asked).toContain('Admission exceptionnelle demandée')
    expect(asked).toContain('Silence sur l’autre titre')
    expect(await caseOf(prefecture)).not.toMatch(notForThePrefecture)
    await prefecture.does('Retirer le titre', async () => {
      await prefecture.pick('Motif', 'une condition n’est plus remplie')
      await prefecture.write('Décision du', stage.day())
      await prefecture.write('Notifiée le', stage.day())
      await prefecture.pick(
        'Délai de recours indiqué',
        'deux mois : refus sans obligation de quitter le territoire'
      )
    })
    await worker.open(path)
    expect(await everything(worker)).toContain('Recours au tribunal administratif')
    await worker.does('Enregistrer le recours', async () => {
      await worker.write('Déposé le', stage.day())
      await worker.write('Numéro de la requête', '2700001')
      await worker.pick('La personne le souhaite', 'Oui')
    })
    expect(await caseOf(worker)).toMatch(/Tribunal administratif saisi/)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
