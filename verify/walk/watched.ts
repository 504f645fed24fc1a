import type { Facts } from '../../workflows/facts/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'

/** Each consent is given and withdrawn for itself: to ask for one is not to look at the others. */
const watchedConsents = (consents: Facts['consents'], read: Set<string>) =>
  new Proxy(consents, {
    get: (list, key) => {
      if (key !== 'includes') read.add('consents')
      else
        return (scope: Facts['consents'][number]) => {
          read.add(`consents:${scope}`)
          return list.includes(scope)
        }
      return Reflect.get(list, key) as unknown
    }
  })

/** The same case, which notes what is looked at. */
export const watched = ({ facts, regions }: Situation, read: Set<string>): Situation => ({
  facts: new Proxy(facts, {
    get: (target, name: keyof Facts) => {
      if (name === 'consents') return watchedConsents(target.consents, read)
      read.add(name)
      return target[name]
    }
  }),
  regions: new Proxy(regions, {
    get: (target, name: keyof Situation['regions']) => {
      read.add(name)
      return target[name]
    }
  })
})

export const readBy = (asked: (situation: Situation) => boolean, situation: Situation) => {
  const read = new Set<string>()
  const answer = asked(watched(situation, read))
  return { read, answer }
}
