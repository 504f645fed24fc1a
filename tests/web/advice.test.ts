import { expect, it } from 'vitest'
import { onceKey } from '../../web/src/lib/advice.ts'
import fr from '../../web/messages/fr.json' with { type: 'json' }

it('a page that opens nothing says that a part may have ended, in the same words whatever the cause', () => {
  expect(onceKey(404, '/dossiers/MN-1234')).toBe('problem.404.case')
  expect(onceKey(404, '/lien/abc')).toBe('problem.404.link')
  expect(onceKey(404, '/chiffres')).toBeNull()
  expect(onceKey(403, '/dossiers/MN-1234')).toBeNull()
  for (const cause of ['majeure', 'accord', 'séjour', 'autre cellule'])
    expect(fr['problem.404.case']).toContain(cause)
  expect(fr['problem.404.link']).toMatch(/mission.*lien/)
})
