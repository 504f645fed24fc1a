import { describe, expect, it } from 'vitest'
import { advance } from '../../../workflows/case/advance.ts'
import type { CommandType } from '../../../workflows/case/commands.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { guards } from '../../../workflows/guards/guards.ts'
import { aCase, aMinorCase, after, opensFrom, refusal, someone, storedStates } from '../../support/cases.ts'

const at = (housing: string, facts = {}) => aCase({ regions: { housing }, facts })
const adultsOnly =
  'Ac.Sé n’accueille que des adultes. Pour une personne mineure, ou dont l’âge est en doute, ouvrez l’information préoccupante.'

const stays = ['housed_acse', 'housed_chrs_other', 'moved']
const seeking = ['placement_requested', 'waiting_list', 'refused_by_structure']
const restless = ['unassessed', 'no_need', 'left', 'ended', 'declined_by_person', 'absconded']

describe('each act of housing is open from these states and no other', () => {
  it.each<[CommandType, string[]]>([
    ['danger.immediate', [...restless, ...seeking]],
    ['acse.request', [...restless, ...seeking, 'emergency_local', 'housed_chrs_other', 'security_alert']],
    ['acse.offer', [...seeking, 'emergency_local']],
    ['acse.matched', [...seeking, 'emergency_local']],
    ['acse.refused', ['placement_requested', 'waiting_list']],
    ['acse.no_place', seeking],
    ['acse.visio', ['matched']],
    ['acse.admission', ['pre_admission']],
    [
      'acse.declined_by_person',
      ['placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'pre_admission']
    ],
    ['housing.alert', [...stays, 'pre_admission']],
    ['acse.refused_after', ['matched', 'pre_admission']],
    ['acse.place_declined', ['matched', 'pre_admission']],
    // Nobody leaves a place where they have not been.
    ['housing.left', [...stays, 'security_alert', 'emergency_local']],
    ['housing.absconded', [...stays, 'security_alert', 'emergency_local']],
    ['housing.ended', ['housed_acse', 'moved']]
  ])('%s', (type, states) => {
    expect(opensFrom(type, aCase()).toSorted()).toEqual(states.toSorted())
  })
})

describe('a request to Ac.Sé', () => {
  it('is for adults: a minor, or a doubt, goes to child protection', () => {
    expect(refusal(aMinorCase(), 'acse.request')).toBe(adultsOnly)
    expect(refusal(aMinorCase({ facts: { ageGroup: 'doubt' } }), 'acse.request')).toBe(adultsOnly)
  })

  it('is asked directly, whatever the cell has weighed (CESEDA R425-8)', () => {
    for (const identification of storedStates('identification')) {
      if (identification === 'duplicate_merged') continue
      const met = aCase({ regions: { identification }, facts: { presumed: false } })
      expect(refusal(met, 'acse.request'), identification).toBeNull()
    }
  })

  it('rests on a danger here', () => {
    expect(refusal(aCase({ facts: { localDanger: false } }), 'acse.request')).toMatch(
      /^Ac\.Sé éloigne d’un danger local/
    )
  })

  it('is nothing without her agreement to the scheme', () => {
    expect(refusal(aCase({ facts: { consents: ['A', 'B', 'E'] } }), 'acse.request')).toBe(
      'Il manque l’accord de la personne : dispositif Ac.Sé.'
    )
  })

  it('is closed with the case', () => {
    expect(refusal(aCase({ regions: { closure: 'closed_lost' } }), 'acse.request')).toBe(
      'Le dossier est clos : rouvrez-le d’abord.'
    )
  })

  it('ends the earlier search, opens a referral to the national desk and never waits for a complaint', () => {
    const next = after(
      aCase({ regions: { judicial: 'none', identification: 'not_confirmed' } }),
      'acse.request'
    )
    expect(next.regions).toMatchObject({ housing: 'placement_requested', judicial: 'none' })
    expect(commandRow('acse.request').requires).toContain('noneHeld')
    expect(commandRow('acse.request').effects).toEqual([
      { type: 'withdrawReferrals', kinds: ['acse'] },
      { type: 'openReferral', kind: 'acse' }
    ])
  })
})

describe('when a shelter is sought', () => {
  it('withdrawn agreement stops the offer and the match', () => {
    const silent = at('placement_requested', { consents: [] })
    expect(refusal(silent, 'acse.offer')).toBe('Il manque l’accord de la personne : dispositif Ac.Sé.')
    expect(refusal(silent, 'acse.matched')).not.toBeNull()
  })

  it.each(['placement_requested', 'waiting_list', 'refused_by_structure', 'matched', 'pre_admission'])(
    'from %s a person who turns out to be a minor leaves the way to Ac.Sé, and what was asked is withdrawn',
    (housing) => {
      const child = after(at(housing), 'facts.complete', { ageGroup: 'doubt' })
      expect(child.regions).toMatchObject({ housing: 'unassessed', minor: 'presumed_minor' })
      expect(refusal(child, 'acse.request')).toBe(adultsOnly)
      expect(guards.minorUnhoused.holds(child)).toBe(true)
      expect(commandRow('facts.complete').effects).toEqual([
        { type: 'withdrawReferrals', kinds: ['acse', 'acse_place'], when: 'minorUnhoused' },
        { type: 'withdrawReferrals', kinds: ['dna', 'dna_place'], when: 'minorWithoutAsylumPlace' },
        { type: 'releaseStay', when: 'adultUnhoused' },
        { type: 'endMinorSharing', when: 'adult' }
      ])
    }
  )

  it('a refusal leaves the search open: another offer, or the waiting list', () => {
    const refused = after(at('placement_requested'), 'acse.refused', { reason: 'too_close' })
    expect(refused.regions.housing).toBe('refused_by_structure')
    expect(after(refused, 'acse.offer').regions.housing).toBe('placement_requested')
    expect(after(refused, 'acse.no_place').regions.housing).toBe('waiting_list')
  })

  it('the waiting list is no end: an offer brings back, the clock searches again', () => {
    expect(after(at('waiting_list'), 'acse.offer').regions.housing).toBe('placement_requested')
    expect(commandRow('acse.no_place').opens).toContainEqual({ code: 'MNIO-RESEARCH', restarts: true })
  })

  it('no silence of a clock moves it', () => {
    for (const type of ['clock.alert', 'clock.lapse'] as const) {
      const before = at('waiting_list')
      expect(advance(before, { type, input: { deadline: 'MNIO-RESEARCH' }, by: someone })).toEqual(before)
    }
  })
})

describe('when a structure has agreed', () => {
  it('no arrival before the pre-admission interview', () => {
    expect(refusal(at('matched'), 'acse.admission')).toBe(
      'Ici : accord de principe. Possible depuis : pré-accueil.'
    )
  })

  it('interview, then arrival', () => {
    const met = after(at('matched'), 'acse.visio')
    expect(met.regions.housing).toBe('pre_admission')
    expect(after(met, 'acse.admission').regions.housing).toBe('housed_acse')
  })

  it('the person may say no until the last moment, and everything is released', () => {
    for (const housing of ['matched', 'pre_admission'])
      expect(after(at(housing), 'acse.declined_by_person').regions.housing).toBe('declined_by_person')
  })
})

describe('a no after the yes', () => {
  it('of the structure sends the search back to the desk, and shelters at once who cannot wait', () => {
    for (const housing of ['matched', 'pre_admission']) {
      const no = after(at(housing), 'acse.refused_after', { reason: 'not_adapted' })
      expect(no.regions.housing).toBe('refused_by_structure')
      expect(no.facts.host).toBeNull()
      const urgent = after(at(housing, { danger: 'possible' }), 'acse.refused_after', {
        reason: 'too_urgent'
      })
      expect(urgent.facts.danger).toBe('immediate')
    }
  })

  it('of the person to one place ends no search', () => {
    for (const housing of ['matched', 'pre_admission'])
      expect(after(at(housing), 'acse.place_declined', { reason: 'shared' }).regions.housing).toBe(
        'placement_requested'
      )
  })
})

describe('the bed that somebody sleeps in while another is sought', () => {
  const moving = after(after(at('pre_admission'), 'acse.admission'), 'housing.alert')
  const sought = after(moving, 'acse.request')

  it('stays theirs: they give up moving, not their bed', () => {
    expect(sought.facts.bed).toBe('acse')
    for (const situation of [sought, after(sought, 'acse.matched')]) {
      expect(refusal(situation, 'acse.declined_by_person')).toMatch(/^La personne dort déjà dans une place/)
      expect(after(situation, 'housing.stays').regions.housing).toBe('housed_acse')
    }
    expect(commandRow('housing.stays').effects).not.toContainEqual({ type: 'releaseStay' })
  })

  it('is somebody’s: nobody who has none stays anywhere', () => {
    expect(refusal(at('matched'), 'housing.stays')).toMatch(/^La personne ne dort encore dans aucune place/)
  })

  it('may be left, whatever else is sought, and is then nobody’s', () => {
    for (const type of ['housing.left', 'housing.absconded'] as const) {
      expect(after(sought, type).facts.bed).toBeNull()
      expect(refusal(at('placement_requested'), type)).toMatch(/^La personne n’a pas encore été accueillie/)
    }
    const left = after(after(sought, 'housing.left'), 'acse.request')
    expect(left.facts.bed).toBeNull()
    expect(after(at('unassessed', { bed: 'acse' }), 'acse.request').facts.bed).toBeNull()
  })
})

describe('every way out frees the place in the same act', () => {
  const release = [
    { type: 'releaseStay' },
    { type: 'withdrawReferrals', kinds: ['acse', 'acse_place', 'minor_place'] }
  ]
  it.each<CommandType>(['acse.declined_by_person', 'housing.left', 'housing.absconded', 'housing.ended'])(
    '%s',
    (type) => {
      expect(commandRow(type).effects).toEqual(release)
    }
  )
})

describe('when danger comes', () => {
  it('emergency shelter asks for no consent, no grounds and no name', () => {
    const next = after(
      aCase({ regions: { identification: 'flagged' }, facts: { presumed: false, consents: [] } }),
      'danger.immediate'
    )
    expect(next.regions.housing).toBe('emergency_local')
    expect(next.facts).toMatchObject({ danger: 'immediate', localDanger: true })
  })

  it('an alert opens a move, and from there another shelter or a departure', () => {
    const alert = after(at('housed_acse', { danger: 'none', localDanger: false }), 'housing.alert')
    expect(alert.regions.housing).toBe('security_alert')
    expect(alert.facts).toMatchObject({ danger: 'immediate', localDanger: true })
    expect(after(alert, 'acse.request').regions.housing).toBe('placement_requested')
    expect(after(alert, 'housing.left').regions.housing).toBe('left')
  })

  it('when the danger is over the stay ends and the facts say so', () => {
    const next = after(at('housed_acse'), 'housing.ended')
    expect(next.regions.housing).toBe('ended')
    expect(next.facts).toMatchObject({ danger: 'none', localDanger: false })
  })
})
