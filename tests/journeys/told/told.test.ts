import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from '../support/stage.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())

describe('what somebody was told', () => {
  it('is nothing to a stranger; is read and marked as read without JavaScript, and leads to the case', async () => {
    await stage.wait()
    await stage.tell.flagged()
    const cell = await stage.enter('cellule.69')
    const worker = await stage.enter('asso.rhone', { javaScript: false })
    const stranger = await stage.enter('asso.paris')
    keepPictures(cell, worker, stranger)
    await cell.open('/aujourdhui')
    await cell.follow(/^Examiner la recevabilité/)
    await cell.does('Examiner la recevabilité')
    await stage.letters()
    await stranger.open('/informations')
    expect(await stranger.text()).toContain('Aucune information n’est gardée pour vous')
    await worker.open('/aujourdhui')
    await worker.follow(/^Informations/)
    expect(await worker.text()).toMatch(/1 information non lue/)
    await worker.page.getByRole('button', { name: 'Tout marquer comme lu' }).click()
    await worker.page.getByText('Tout est lu').waitFor()
    await worker.follow('Signalement pris en examen')
    expect(new URL(worker.page.url()).pathname).toMatch(/^\/dossiers\//)
  })

  it('fits a telephone, and is clean where it has lines', async () => {
    const worker = await stage.enter('asso.rhone')
    keepPictures(worker)
    await worker.page.setViewportSize({ width: 390, height: 844 })
    await worker.open('/informations')
    expect(await worker.text()).toContain('Signalement pris en examen')
    const wide = await worker.page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide).toBe(false)
    stage.expectCleanPages()
  })
}, 120_000)
