import { expect, it } from 'vitest'
import { showsCase } from '../../../web/src/lib/shell/right.ts'

const id = '11111111-1111-4111-8111-111111111111'

it('a page that shows a case is read again where one was lost, and no other', () => {
  for (const path of ['/dossiers', '/aujourdhui', '/dossiers/tous', `/passages/${id}`])
    expect([path, showsCase(path)]).toEqual([path, false])
  for (const path of [`/dossiers/${id}`, `/dossiers/${id}/agir/triage.start`])
    expect([path, showsCase(path)]).toEqual([path, true])
})
