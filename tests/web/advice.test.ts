import { expect, it } from 'vitest'
import { adviceKey, onceKey, titleKey } from '../../web/src/lib/advice.ts'
import fr from '../../web/messages/fr.json' with { type: 'json' }

it('a page that opens nothing says that a part may have ended, in the same words whatever the cause', () => {
  expect(onceKey(404, '/dossiers/MN-1234')).toBe('problem.404.case')
  expect(onceKey(404, '/lien/abc')).toBe('problem.404.link')
  expect(onceKey(404, '/chiffres')).toBeNull()
  expect(onceKey(403, '/dossiers/MN-1234')).toBeNull()
  for (const cause of ['majeure', 'accord', 'séjour', 'autre association', 'autre cellule'])
    expect(fr['problem.404.case']).toContain(cause)
  expect(fr['problem.404.link']).toMatch(/mission.*lien/)
})

it('a link that was renewed sends to the last message, and does not say that it opens nothing', () => {
  expect(onceKey(404, '/lien/abc', 'link_replaced')).toBeNull()
  expect(titleKey(404, 'link_replaced')).toBe('problem.replaced.title')
  expect(adviceKey(404, 'link_replaced')).toBe('problem.replaced.next')
  expect(fr['problem.replaced.next']).toContain('dernier message')
})
