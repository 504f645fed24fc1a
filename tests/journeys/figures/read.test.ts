import { describe, expect, it } from 'vitest'
import { keepPictures, openStage } from '../support/stage.ts'
import { forFile } from '../../support/for-file.ts'

const stage = await forFile(openStage())

describe('the page of others’ figures that needs no session', () => {
  it('shows what others have published beside, source and year, on a phone and without JavaScript', async () => {
    const reader = await stage.enter('asso.rhone', { javaScript: false })
    keepPictures(reader)
    await reader.page.setViewportSize({ width: 320, height: 700 })
    await reader.open('/publications/sources?annee=2024')
    expect(await reader.text()).toMatch(/SSMSI[^]*44 associations ont répondu/)
    await reader.look()
    await reader.open('/publications')
    expect(await reader.text()).toContain('Aucune publication n’est encore parue')
    await reader.look()
    stage.expectCleanPages()
  })
})
