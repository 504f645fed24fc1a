import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openStage } from '../support/stage.ts'
import { flags } from '../support/steps.ts'
import { walksTheRoad } from './road.ts'

const stage = await forFile(openStage())

describe('without a line of JavaScript, at any desk', () => {
  it('a person is flagged, presumed, agrees, is housed far away and protected for thirty days', async () => {
    const plain = await stage.enter('asso.rhone', { javaScript: false })
    const path = await flags(plain, stage.day())
    const { worker } = await walksTheRoad(stage, path, { javaScript: false })
    await worker.open(path)
    expect(await worker.text()).toMatch(/Réflexion en cours/)
    expect(await worker.text()).toContain('Accueil par Ac.Sé')
  })

  it('no page of it is broken, inaccessible, or says too much in its title', () => stage.expectCleanPages())
}, 120_000)
