import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { testApp } from '../../support/running/app.ts'
import { noon } from '../../support/world.ts'

const served = await forFile(testApp({ web: true, now: () => noon }))

it('a page that nobody is signed in for names neither this house nor what one does in it', async () => {
  for (const [language, again] of [
    ['fr', 'Rouvrir'],
    ['en', 'Open it again']
  ] as const) {
    const headers = { accept: 'text/html', 'accept-language': language }
    const { statusCode, body } = await served.app.inject({ url: '/aujourdhui', headers })
    const seen = body.replace(/<(script|style)\b.*?<\/\1>/gs, '')
    const words = seen.replaceAll(/<[^>]+>/g, ' ')
    expect([statusCode, /<title>([^<]*)<\/title>/.exec(seen)?.[1]]).toEqual([401, '·'])
    expect(words).toContain(again)
    expect(words).not.toMatch(/MNIO|dossier|case|traite|traffick|session|urgence|emergency/i)
    expect(seen).toContain('/auth/login?retour=%2Faujourdhui')
  }
})
