import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { needsSession } from '../auth/actor.ts'
import { TooManyRequests } from '../errors.ts'

const timeWindow = 60_000
const addressFactor = 10

/** One line of a provider has a whole /64 of IPv6 addresses: they are one. */
const lineOf = (ip: string): string => {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [before = '', after] = ip.split('::')
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean))
  const zeros = after === undefined ? 0 : 8 - head!.length - tail!.length
  return [...head!, ...Array<string>(zeros).fill('0'), ...tail!].slice(0, 4).join(':')
}

/** Before the door, by address: a whole prefecture may share one, so it is wide. Zero means no limit. */
export async function limitAddresses(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return
  await app.register(rateLimit, { global: false, timeWindow })
  const max = perMinute * addressFactor
  const check = app.createRateLimit({ max, keyGenerator: ({ ip }) => `address:${lineOf(ip)}` })
  app.addHook('onRequest', async (request, reply) => refuse(reply, await check(request)))
}

/** Behind the door, by person: it follows the person from one address to the next. Asked before what was sent is read. */
export function limitPersons(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return
  const check = app.createRateLimit({
    max: perMinute,
    keyGenerator: (request) => `person:${personOf(request)}`
  })
  app.addHook('onRequest', async (request, reply) => {
    if (personOf(request) !== null) refuse(reply, await check(request))
  })
}

const linkFactor = 40

/** On routes that nobody signs in for, by address: some dozens a minute serve an office, and no one who guesses. */
export function limitLinks(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return
  const max = Math.ceil(perMinute / linkFactor)
  const check = app.createRateLimit({ max, keyGenerator: ({ ip }) => `link:${lineOf(ip)}` })
  app.addHook('onRequest', async (request, reply) => refuse(reply, await check(request)))
}

/** By person, on what is asked of sealed names: as fast as people look for files, and no faster. */
export function limitSearches(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return
  const check = app.createRateLimit({
    max: Math.ceil(perMinute / linkFactor),
    keyGenerator: (request) => `search:${personOf(request)}`
  })
  app.addHook('onRequest', async (request, reply) => refuse(reply, await check(request)))
}

type Verdict = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

function refuse(reply: FastifyReply, verdict: Verdict): void {
  if (verdict.isAllowed || !verdict.isExceeded) return
  // The limit left would tell an attacker how fast to go; when to come back is all an honest client needs.
  reply.header('retry-after', verdict.ttlInSeconds)
  throw new TooManyRequests('above the limit')
}

/** Where no session was asked for, reading the actor would throw. */
function personOf(request: FastifyRequest): string | null {
  return needsSession(request.routeOptions.url ?? '') ? request.actor.personId : null
}
