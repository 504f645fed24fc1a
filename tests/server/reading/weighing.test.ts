import { describe, expect, it } from 'vitest'
import { unweighedBecause, weighingOf } from '../../../server/reading/weighing.view.ts'

type Known = Parameters<typeof weighingOf>[0]
const weighed = (indicators: string[], known: Partial<Known> = {}) =>
  weighingOf({ indicators, ageGroup: 'adult', forms: ['labour'], ...known }, 'fr')
const why = (known: Partial<Known> = {}) =>
  unweighedBecause({ indicators: [], ageGroup: 'adult', forms: ['labour'], ...known }, 'fr')
const read = (indicators: string[]) => weighed(indicators) ?? expect.fail('not weighed')

describe('the weighing of the published list', () => {
  it('has no word for a verdict, and says nothing of a series in which nothing was noted', () => {
    const { dimensions, explained } = read([])
    expect(dimensions).toEqual([])
    expect(explained.join(' ')).toMatch(/n’est pas une preuve, ne remplace aucun avis/)
    expect(Object.keys(read(['d_violence']))).toEqual(['list', 'dimensions', 'explained'])
  })

  it('says how many of which weight, and whether the list counts that many', () => {
    const { dimensions } = read(['d_violence', 'd_papers_taken', 'x_low_pay'])
    expect(dimensions).toEqual([
      { label: 'Ce qu’on lui fait faire', counted: '1 moyen', counts: false },
      { label: 'Comment on l’empêche de partir', counted: '2 forts', counts: true }
    ])
  })

  it.each(['minor', 'doubt'] as const)(
    'prints no weight where age is %s: none was read at its source',
    (age) => {
      expect(weighed(['d_threat_violence'], { ageGroup: age })).toBeNull()
      expect(read(['d_threat_violence'])).toMatchObject({
        list: expect.stringContaining('personnes majeures'),
        dimensions: [{ counted: '1 moyen' }]
      })
    }
  )

  it.each([[['sexual']], [['begging', 'criminality']], [['other']]])(
    'stands beside no vote on %j, which it cannot weigh',
    (forms) => {
      expect(weighed(['d_violence'], { forms })).toBeNull()
    }
  )

  it.each([[['labour']], [['domestic', 'sexual']], [['unknown']], [[]]])(
    'stands beside a vote on %j',
    (forms) => {
      expect(weighed(['d_violence'], { forms })).not.toBeNull()
    }
  )

  it('says why where it stands beside no vote, and nothing against the person', () => {
    expect(why()).toBeNull()
    expect(why({ forms: ['unknown'] })).toBeNull()
    for (const forms of [['sexual'], ['begging']])
      expect(why({ forms })).toMatch(
        /^Liste de l’OIT .*ne pèse que les signes du travail : .* ne dit rien contre/
      )
    for (const ageGroup of ['minor', 'doubt'] as const)
      expect(why({ ageGroup })).toMatch(
        /personnes majeures\. D’un enfant, .*à sa source\. .* ne dit rien contre/
      )
  })

  it('gives no weight to what the list could not be read for, and says that it is read all the same', () => {
    const { dimensions, explained } = read(['s_images', 's_no_refusal'])
    expect(dimensions).toEqual([])
    expect(explained).toContain('2 signes n’y ont pas de poids : ils se lisent comme les autres.')
    expect(read(['d_violence']).explained.join(' ')).not.toMatch(/pas de poids :/)
  })
})
