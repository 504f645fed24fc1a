import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Recording, RightsText } from '../../../workflows/rights/sentences.ts'
import { awaitedRecordings, plainText, rightsTexts } from '../../../workflows/rights/texts.ts'
import { acting } from '../../support/acting.ts'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'
import { noon, peopled } from '../../support/world.ts'

// Nobody has said or signed a text yet: the rows are of this world alone.

const served = await forFile(testApp({ web: true, now: () => noon }))
const world = await peopled(served.db, served.config.publicUrl)
const tell = acting(world)
const headers = { accept: 'text/html', 'accept-language': 'fr' }
const open = async (url: string, cookie = '') => served.app.inject({ url, headers: { ...headers, cookie } })

const texts: Record<string, RightsText> = rightsTexts
const arabic = texts['ar-2026-11-29']!
const by = { fr: 'une interprète de ce test', en: 'an interpreter of this test' }
const heard: Recording = { kind: 'audio', src: '/enregistrements/ar.opus', by }
const signed: Recording = { kind: 'video', src: '/enregistrements/lsf.webm', by }

/** As it is read, without what its script is given. */
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const mediaIn = (html: string) => html.match(/<(?:audio|video)[^>]*>/g) ?? []

afterEach(() => {
  delete arabic.recording
  delete awaitedRecordings.fsl
})

describe('a text that is said or signed', () => {
  it('is a file of this site, wherever a row names one', () => {
    const named = [
      ...Object.values(texts).map(({ recording }) => recording),
      ...Object.values(awaitedRecordings)
    ]
    for (const one of named)
      if (one)
        expect(existsSync(new URL(`../../../web/static${one.src}`, import.meta.url)), one.src).toBe(true)
  })

  it('is nowhere where nobody has recorded it, and the sheet says so', async () => {
    const id = await tell.presumed()
    const cookie = await signIn(served.app, 'asso.rhone')
    const sheet = await open(`/dossiers/${id}/entretien?texte=ar-2026-11-29`, cookie)
    expect([sheet.statusCode, mediaIn(sheet.body)]).toEqual([200, []])
    expect(sheet.body).toContain('aucun enregistrement de ce texte')
    expect(mediaIn((await open(`/t/${arabic.code}`)).body)).toEqual([])
  })

  it('is played beside its words by whoever asks, on a page that loads it from nowhere else', async () => {
    arabic.recording = heard
    const page = await open(`/t/${arabic.code}`)
    const [player, ...others] = mediaIn(page.body)
    expect(others).toEqual([])
    expect(player).toMatch(/^<audio (?=.*controls)(?=.*preload="none")(?=.*src="\/enregistrements\/ar.opus")/)
    expect(player).not.toContain('autoplay')
    expect(page.body).toContain(arabic.sentences.choice)
    expect(page.headers['content-security-policy']).toMatch(/media-src 'self'(?:;|$)/)
    // Whoever reads it again is told of nobody.
    expect(mainOf(page.body)).not.toContain(by.fr)
    const id = await tell.presumed()
    const cookie = await signIn(served.app, 'asso.rhone')
    const sheet = await open(`/dossiers/${id}/entretien?texte=ar-2026-11-29`, cookie)
    expect(mediaIn(sheet.body)).toHaveLength(1)
    expect(sheet.body).toContain(`enregistré par ${by.fr}`)
    expect(sheet.body).not.toContain('aucun enregistrement de ce texte')
  })

  it('comes before the text of a language that waits for one, with plain French beside it', async () => {
    awaitedRecordings.fsl = signed
    const id = await tell.presumed()
    const cookie = await signIn(served.app, 'asso.rhone')
    const { body } = await open(`/dossiers/${id}/entretien`, cookie)
    const [player] = mediaIn(body)
    expect(player).toMatch(/^<video (?=.*controls)(?=.*playsinline)(?=.*src="\/enregistrements\/lsf.webm")/)
    expect(player).not.toContain('autoplay')
    expect(body).toContain(texts[plainText]!.sentences.choice)
  })
})
