import { describe, expect, it } from 'vitest'
import { sought } from './support/before.ts'
import { keepPictures, openStage } from './support/stage.ts'
import { accepts, offersPlace } from './support/steps.ts'
import { forFile } from '../support/for-file.ts'

const stage = await forFile(openStage())

const pathOf = ({ page }: { page: { url: () => string } }) => new URL(page.url()).pathname

describe('a place that is refused', () => {
  it('is refused for a coded reason, offered elsewhere, and leaves nothing to whoever refused', async () => {
    const path = `/dossiers/${await sought(stage)}`
    const desk = await stage.enter('acse')
    const azur = await stage.enter('foyer.azur')
    const ouest = await stage.enter('foyer.ouest')
    keepPictures(desk, azur, ouest)

    await desk.open('/places')
    expect(await desk.text()).toContain('Personne n’a refusé à ce jour')
    await offersPlace(path, desk, 'Foyer Azur')

    await azur.open('/aujourdhui')
    expect(await azur.text()).toMatch(/1 orientation attend votre réponse/)
    await azur.follow('Répondre : proposition de place')
    const offer = pathOf(azur)
    await azur.does('Refuser avec un motif', () => azur.choose('Motif', 'trop proche du danger'))
    await azur.open(offer)
    expect(await azur.text()).not.toMatch(/CANARI|25 à 34 ans/)
    expect(await azur.statusOf(path)).toBe(404)

    await desk.open(path)
    expect(await desk.text()).toMatch(/Refus de la structure, à proposer ailleurs/)
    expect(await desk.text()).toMatch(/trop proche du danger/)
    await offersPlace(path, desk, 'Foyer de l’Ouest')
    await accepts(ouest, 'proposition de place')
    expect(pathOf(ouest)).toBe(path)
    expect(await ouest.text()).toMatch(/Accord de principe/)

    expect(await azur.statusOf(path)).toBe(404)
    await azur.open('/dossiers')
    expect(await azur.text()).toMatch(/Aucun dossier pour l’instant/)
  })

  it('showed nobody a page that is broken, inaccessible, or says too much in its title', () =>
    stage.expectCleanPages())
}, 120_000)
