import { resolve } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

const url = (schemes: string, rest: object = {}) => Type.String({ pattern: `^(${schemes})://.+`, ...rest })
const named = Type.Optional(
  Type.String({ pattern: '^[^\\u0000-\\u001f]{2,200}$', description: 'a name, on one line' })
)
const list = Type.Optional(Type.String({ pattern: '^[^,]+(,[^,]+)*$', description: 'comma-separated' }))

/** Everything the environment may say. An empty value counts as absent. */
export const Environment = Type.Object({
  MODE: Type.Union([Type.Literal('all'), Type.Literal('web'), Type.Literal('worker')], { default: 'all' }),
  PORT: Type.Integer({ minimum: 1, maximum: 65535, default: 3000 }),
  // Not 0.0.0.0: a server that is tried on a laptop must not be open to the network it sits on.
  HOST: Type.String({ default: '127.0.0.1' }),
  PUBLIC_URL: Type.Optional(url('https?', { description: 'an http(s) address' })),
  TRUSTED_PROXY: list,
  DATA_DIR: Type.String({ default: './.data' }),
  DATABASE_URL: Type.Optional(url('postgres(ql)?', { description: 'a postgresql:// address' })),
  KEY_FILE: Type.Optional(Type.String()),
  // Over plain http no sign-in is ever answered, and the secret of this server would be read on the way.
  OIDC_ISSUER: Type.Optional(
    url('https', { description: 'an https:// address: nobody can sign in over http://' })
  ),
  OIDC_CLIENT_ID: Type.Optional(Type.String()),
  OIDC_CLIENT_SECRET: Type.Optional(Type.String()),
  OIDC_ACR_VALUES: list,
  OIDC_AMR_REFUSED: list,
  SMTP_URL: Type.Optional(url('smtps?', { description: 'an smtp(s) address' })),
  LETTERS_CALL_BACK: Type.Optional(
    Type.String({ pattern: '^[+0-9][0-9 .]{1,24}$', description: 'a telephone number' })
  ),
  DATA_CONTROLLER: named,
  DATA_OFFICER: named,
  METRICS_TOKEN: Type.Optional(Type.String({ minLength: 16 })),
  RATE_LIMIT: Type.Integer({ minimum: 0, default: 1200, description: 'requests a minute, 0 for none' }),
  INACTIVITY_WARNED_DAYS: Type.Integer({ minimum: 1, maximum: 3650, default: 90 }),
  INACTIVITY_CLOSED_DAYS: Type.Integer({ minimum: 2, maximum: 3650, default: 120 }),
  DEMO: Type.Boolean({ default: false }),
  DEMO_CASES: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 7300 }),
  DEMO_SEED: Type.String({ default: 'mnio' }),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) => Type.Literal(level)),
    { default: 'info' }
  ),
  DEV: Type.Boolean({ default: false })
})
type Environment = Static<typeof Environment>

export type Config = ReturnType<typeof toConfig>

export class ConfigProblem extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`
    )
    this.name = 'ConfigProblem'
    this.problems = problems
  }
}

/** Pure: names every problem at once, and never repeats a value (it may be a secret). */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const values = readEnvironment(env)
  const problems = [...schemaProblems(values), ...crossProblems(values)]
  if (problems.length > 0) throw new ConfigProblem(problems)
  return toConfig(values as Environment)
}

function readEnvironment(env: Record<string, string | undefined>): Record<string, unknown> {
  const given = Object.keys(Environment.properties).flatMap((name) => {
    const value = env[name]?.trim()
    return value === undefined || value === '' ? [] : [[name, read(name, value)] as const]
  })
  return Value.Default(Environment, Object.fromEntries(given)) as Record<string, unknown>
}

/** Exact, unlike a lenient conversion, which would make 80 of "80.5". */
function read(name: string, value: string): string | number | boolean {
  const { type } = Environment.properties[name as keyof Environment] as { type?: string }
  if (type === 'integer' && /^-?\d+$/.test(value)) return Number(value)
  const truth = new Map([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false]
  ])
  return (type === 'boolean' ? truth.get(value) : undefined) ?? value
}

function schemaProblems(values: Record<string, unknown>): string[] {
  const named = Value.Errors(Environment, values).map((error) => error.instancePath.split('/')[1] ?? '')
  return [...new Set(named)].map((name) => `${name} must be ${expected(name)}`)
}

function expected(name: string): string {
  const property: Record<string, unknown> = { ...Environment.properties[name as keyof Environment] }
  const { anyOf, minimum, maximum, minLength, description, type } = property
  if (Array.isArray(anyOf))
    return `one of ${anyOf.map((option: { const: string }) => option.const).join(', ')}`
  if (typeof minLength === 'number') return `at least ${minLength} characters long`
  const range =
    minimum === undefined ? '' : maximum === undefined ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`
  const what = type === 'integer' ? `a whole number${range}` : type === 'boolean' ? 'true or false' : ''
  return [what, description].filter(Boolean).join(', ')
}

function crossProblems(values: Record<string, unknown>): string[] {
  const unparsable = ['PUBLIC_URL', 'DATABASE_URL', 'OIDC_ISSUER', 'SMTP_URL'].filter(
    (name) => typeof values[name] === 'string' && !URL.canParse(values[name])
  )
  const oidcParts = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
  const missing = values['OIDC_ISSUER'] ? oidcParts.filter((name) => !values[name]) : []
  const orphaned = values['OIDC_ISSUER'] ? [] : oidcParts.filter((name) => values[name])
  const unasked = values['DATABASE_URL'] && !values['OIDC_ISSUER'] && values['DEMO'] === false
  const both = values['OIDC_ISSUER'] && values['DEMO'] === true
  // Whoever doubts a letter has a number to call: one that gives none looks like those that they are warned of.
  const unanswerable = values['OIDC_ISSUER'] && values['SMTP_URL'] && !values['LETTERS_CALL_BACK']
  // Whoever opens the demonstration types the addresses that it writes to.
  const writes =
    !values['OIDC_ISSUER'] && typeof values['SMTP_URL'] === 'string' && !isLoopback(values['SMTP_URL'])
  return [
    ...unparsable.map((name) => `${name} must be a complete address`),
    ...(unasked
      ? ['OIDC_ISSUER is required when DATABASE_URL is set (DEMO=1 asks for the fictional demonstration)']
      : []),
    ...(writes ? ['SMTP_URL of a demonstration must be on this machine: it would write to anybody'] : []),
    ...(unanswerable
      ? ['LETTERS_CALL_BACK is required when SMTP_URL is set: letters give a number to check them']
      : []),
    ...(Number(values['INACTIVITY_CLOSED_DAYS']) <= Number(values['INACTIVITY_WARNED_DAYS'])
      ? ['INACTIVITY_CLOSED_DAYS must be more than INACTIVITY_WARNED_DAYS']
      : []),
    ...(both ? ['DEMO is for the demonstration and its own provider: leave it or OIDC_ISSUER out'] : []),
    ...missing.map((name) => `${name} is required when OIDC_ISSUER is set`),
    ...orphaned.map((name) => `${name} is set but OIDC_ISSUER is not`)
  ]
}

/** Rings nowhere: the numbering plan keeps 01 99 00 for works of fiction. */
const nobodysNumber = '01 99 00 12 34'

/** Whether an address is one of this machine. */
export const isLoopback = (address: string) =>
  URL.canParse(address) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)

function toConfig(env: Environment) {
  const split = (value: string | undefined) => value?.split(',').map((item) => item.trim()) ?? []
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  const lists = { acrValues: split(env.OIDC_ACR_VALUES), amrRefused: split(env.OIDC_AMR_REFUSED) }
  return {
    mode: env.MODE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin,
    trustedProxy: split(env.TRUSTED_PROXY),
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    keyFile: env.KEY_FILE && resolve(env.KEY_FILE),
    /**
     * The fictional world with its provider, mailbox, clock and accounts. Only on the database that the product embeds, or
     * where DEMO asks for it: a forgotten issuer must never open a database of real people.
     */
    demonstration: issuer === undefined,
    /** Null in the demonstration alone, where its own provider answers. */
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, ...lists } : null,
    /** Where letters leave by. Undefined: they wait, in the demonstration's mailbox or in the queue. */
    smtpUrl: env.SMTP_URL,
    callBack: env.LETTERS_CALL_BACK ?? (issuer === undefined ? nobodysNumber : undefined),
    /** Who answers for what is kept of people here, as they are told it: null where nobody has said. */
    answerable: { controller: env.DATA_CONTROLLER ?? null, officer: env.DATA_OFFICER ?? null },
    /** After how many days without a sign-in a person is warned, and their access ends. */
    inactivity: { warnedDays: env.INACTIVITY_WARNED_DAYS, closedDays: env.INACTIVITY_CLOSED_DAYS },
    metricsToken: env.METRICS_TOKEN,
    rateLimit: env.RATE_LIMIT,
    demoCases: env.DEMO_CASES,
    demoSeed: env.DEMO_SEED,
    logLevel: String(env.LOG_LEVEL),
    dev: env.DEV
  }
}
