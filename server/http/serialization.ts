import Fastify, { type FastifyInstance } from 'fastify'
import { lazily, type When } from './lazily.ts'

type Compile = NonNullable<FastifyInstance['serializerCompiler']>
type Serialize = ReturnType<Compile>

/** What fastify itself would compile answers with: it is known once a route has an answer. */
async function ownCompiler(): Promise<Compile> {
  const bare = Fastify()
  bare.get('/', { schema: { response: { 200: { type: 'null' } } } }, async () => null)
  await bare.ready()
  return bare.serializerCompiler!
}

/** Some forty shapes answer five hundred routes. Each is compiled once. */
export async function compileAnswersOnce(app: FastifyInstance, when: When = lazily): Promise<void> {
  const compile = await ownCompiler()
  const made = new WeakMap<object, Serialize>()
  app.setSerializerCompiler((route) => {
    const known = made.get(route.schema as object)
    if (known) return known
    const serialize = when(() => compile(route))
    made.set(route.schema as object, serialize)
    return serialize
  })
}
