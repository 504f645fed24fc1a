import { describe, expect, it } from 'vitest'
import { drawing } from './drawing.ts'

const draw = await drawing()

// What is answered on a page of its own: to whom which button stands there, and what is said once it is over.

const badge = { label: 'état', tone: 'plain' }

describe('a case that is proposed to another house', () => {
  const handing = {
    ...{ id: 'one', side: 'to', state: 'proposed', stateLabel: 'en attente', other: 'Autre maison' },
    ...{ territory: 'Rhône (69)', proposedAt: '2026-11-20T09:00:00Z', expiresAt: '2026-12-04T09:00:00Z' },
    ...{ classes: ['identité'], settledAt: null, reason: null, case: null, warning: null, teams: null },
    ...{ may: { answer: false, withdraw: false }, reasons: [{ id: 'r', label: 'Motif' }] }
  }
  const page = (more: object, search = '') =>
    draw(`/passages/one${search}`, { '/api/handings/one': { ...handing, ...more } }, { rooms: ['handings'] })
  const answers = { may: { answer: true, withdraw: false } }

  it('is answered by the one side and taken back by the other, as long as it waits', async () => {
    expect((await page({})).buttons).toEqual([])
    expect((await page(answers)).buttons).toEqual(['accept', 'refuse'])
    const own = await page({ side: 'from', may: { answer: false, withdraw: true } })
    expect(own.buttons).toEqual(['withdraw'])
  })

  it('is answered as it was read', async () => {
    const version = async (state: string) =>
      /name="_version" value="(\d)"/.exec((await page({ ...answers, state })).body)?.[1]
    expect([await version('proposed'), await version('expired')]).toEqual(['1', '2'])
  })

  it('says until when, and what would be received, to whoever may answer', async () => {
    const until = '4 décembre 2026'
    const open = await page({ ...answers, warning: 'Pas agréée.' })
    expect([
      open.text.includes(until),
      open.text.includes('identité'),
      open.text.includes('Pas agréée.')
    ]).toEqual([...[true, true, true]])
    const over = await page({ state: 'refused', reason: 'Trop loin' })
    expect([
      over.text.includes(until),
      over.text.includes('identité'),
      over.text.includes('Trop loin')
    ]).toEqual([...[false, false, true]])
  })

  it('asks which team follows it where the house works in teams', async () => {
    const asks = async (teams: object[] | null) =>
      (await page({ ...answers, teams })).body.includes('name="to"')
    expect([await asks(null), await asks([{ id: 't', label: 'Nord' }])]).toEqual([false, true])
  })

  it('is not said to be this reader’s deed where the other side did it since', async () => {
    const said = async (more: object) => (await page(more, '?fait')).text.includes('C’est fait')
    expect(await said({ side: 'from', state: 'accepted' })).toBe(false)
    expect(await said({ side: 'to', state: 'withdrawn' })).toBe(false)
    expect(await said({ side: 'to', state: 'accepted' })).toBe(true)
    expect(await said({ side: 'from', state: 'proposed' })).toBe(true)
  })

  it('leads to the case where its reader has it', async () => {
    const links = async (of: object | null) => (await page({ state: 'accepted', case: of })).links
    expect(await links(null)).not.toContain('/dossiers/c1')
    expect(await links({ id: 'c1' })).toContain('/dossiers/c1')
  })
})

describe('an emergency access', () => {
  const opening = {
    ...{ id: 'o1', caseId: 'c1', caseCode: 'TEH-7K3F', openedAt: '2026-11-24T08:00:00Z', reason: 'danger' },
    ...{ by: { name: 'Une', organisation: 'Police', role: 'police' }, words: null, classes: ['adresse'] },
    ...{ state: 'open', stateLabel: 'ouvert', tone: 'late', refusal: null, until: '2026-11-25T08:00:00Z' },
    ...{ showing: true, confirmBy: null, confirmer: 'la cellule', told: 'x', mine: false, mayConfirm: false }
  }
  const page = (more: object) =>
    draw('/acces-urgence', { '/api/openings': { items: [{ ...opening, ...more }], next: null } })

  it('is answered by whoever has to confirm it alone', async () => {
    expect((await page({})).links).not.toContain('/acces-urgence/o1')
    expect((await page({ mayConfirm: true })).links).toContain('/acces-urgence/o1')
  })

  it('leads to the case where that is in its reader’s sight', async () => {
    expect((await page({ caseId: null, caseCode: null })).links).not.toContain('/dossiers/c1')
    expect((await page({})).links).toContain('/dossiers/c1')
  })

  it('says until when it shows anything, by when it is confirmed, and why it was refused', async () => {
    const open = (await page({ confirmBy: '2026-11-24T20:00:00Z' })).text
    expect(open).toMatch(/Ouvert jusqu’au 25 nov\. 2026.*À confirmer avant le 24 nov\. 2026/)
    const over = (await page({ showing: false, refusal: 'Sans motif', words: 'Le récit' })).text
    expect(over).toContain('N’ouvre plus rien')
    expect(over).not.toMatch(/Ouvert jusqu’au|À confirmer/)
    expect([over.includes('Sans motif'), over.includes('Le récit')]).toEqual([true, true])
  })

  it('leads whoever keeps the journal to its lines, and to no case', async () => {
    const api = {
      '/api/audit': {
        items: [],
        next: null,
        case: null,
        choices: { actions: [], outcomes: [] },
        outcomes: [],
        actions: []
      },
      '/api/openings': { items: [opening], next: null }
    }
    const { links, status } = await draw('/journal', api, { nav: ['audit'], role: 'dpo' })
    expect(status).toBe(200)
    expect([links.includes('/journal?dossier=c1'), links.includes('/dossiers/c1')]).toEqual([true, false])
  })
})

describe('a place that a structure keeps', () => {
  const place = {
    ...{ id: 'p1', version: 1, kind: 'acse', own: true, structure: 'Foyer', label: 'Chambre bleue' },
    ...{ region: 'Bretagne', constraints: [], status: 'reserved', since: null, out: null }
  }
  const act = {
    region: null,
    reason: null,
    refers: null,
    primary: false,
    basis: [],
    input: { properties: {} }
  }
  const page = (more: object) =>
    draw('/places/p1', {
      '/api/places/p1': { version: 1, label: 'Chambre bleue', place, holder: null, actions: [], ...more }
    })

  it('says for whom it is held, and until when, as far as its reader takes part in the case', async () => {
    const held = await page({
      holder: { case: { id: 'c1', code: 'TEH-7K3F' }, until: '2026-11-28T11:00:00Z' }
    })
    expect([held.links.includes('/dossiers/c1'), held.text.includes('28 novembre 2026')]).toEqual([
      true,
      true
    ])
    const unknown = await page({ holder: { case: null, until: null } })
    expect([unknown.links.includes('/dossiers/c1'), /novembre 2026/.test(unknown.text)]).toEqual([
      false,
      false
    ])
    expect(unknown.text.length).toBeGreaterThan((await page({})).text.length)
  })

  it('leads to what may be done with it, and says of the rest why not', async () => {
    const actions = [
      { ...act, command: 'out', label: 'Fermer', enabled: false, reason: 'Occupée.' },
      { ...act, command: 'change', label: 'Modifier', enabled: true }
    ]
    const { links, text } = await page({ actions })
    expect([links.includes('/places/p1/agir/out'), links.includes('/places/p1/agir/change')]).toEqual([
      false,
      true
    ])
    expect(text).toContain('Occupée.')
  })
})

describe('a protocol', () => {
  const no = { enabled: false, reason: 'Pas vous.' }
  const yes = { enabled: true, reason: null }
  const view = {
    ...{
      name: '69-2026-11',
      place: '69',
      placeName: 'Rhône',
      territory: '69',
      title: 'Protocole',
      revision: 1
    },
    ...{ state: 'draft', stateLabel: 'projet', inForce: false, effectiveOn: '2026-12-01', signedOn: null },
    body: {
      name: '69-2026-11',
      place: '69',
      text: '',
      reference: '',
      parties: [],
      signedOn: null,
      rules: {}
    },
    ...{ parties: [], version: '2026-09', rules: [], changes: [], since: null, problems: [], signatures: [] },
    ...{ may: { edit: no, sign: no, withdraw: no, move: false }, named: [], catalogue: null, badge }
  }
  const page = (more: object) =>
    draw('/protocoles/69-2026-11', { '/api/protocols/69-2026-11': { ...view, ...more } })
  const may = (more: object) => ({ may: { ...view.may, ...more } })
  const at = '/protocoles/69-2026-11'

  it('is written, signed and given up by whoever may, and by nobody else', async () => {
    const none = await page({})
    expect([
      none.links.includes(`${at}/preparer`),
      none.links.includes(`${at}/signer`),
      none.buttons
    ]).toEqual([...[false, false], []])
    expect(none.text).toContain('Pas vous.')
    expect((await page(may({ edit: yes }))).links).toContain(`${at}/preparer`)
    expect((await page(may({ sign: yes }))).links).toContain(`${at}/signer`)
    expect((await page(may({ withdraw: yes }))).buttons).toEqual(['withdraw'])
  })

  it('is not signed while something stands against it, which is told to who may mend or sign it', async () => {
    const problems = [{ field: 'title', message: 'Sans titre.' }]
    const signing = await page({ problems, ...may({ sign: yes }) })
    expect([signing.links.includes(`${at}/signer`), signing.text.includes('Sans titre.')]).toEqual([
      false,
      true
    ])
    expect((await page({ problems, ...may({ edit: yes }) })).text).toContain('Sans titre.')
    expect((await page({ problems })).text).not.toContain('Sans titre.')
  })

  it('has cases moved to it while it is in force', async () => {
    const moves = async (more: object) =>
      (await page({ state: 'signed', ...may({ move: true }), ...more })).links.includes(`${at}/bascule`)
    expect([await moves({ inForce: false }), await moves({ inForce: true })]).toEqual([false, true])
    expect(await moves({ inForce: true, ...may({ move: false }) })).toBe(false)
  })

  it('leads its cell to the cases whose court was named before it was signed', async () => {
    const named = [{ caseId: 'c1', code: 'TEH-7K3F' }]
    expect((await page({ named })).links).toContain('/dossiers/c1/agir/district.name')
    expect((await page({})).links).not.toContain('/dossiers/c1/agir/district.name')
  })
})
