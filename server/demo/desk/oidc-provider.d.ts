/** The package has no types of its own: only what the demonstration uses is declared. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export type Context = {
    type: string
    status: number
    body: unknown
    host: string
    set(name: string, value: string): void
    oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } }
  }

  type InteractionResult =
    { login: { accountId: string; acr: string; amr: string[]; remember: boolean } } | { error: string }

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    proxy: boolean
    readonly issuer: string
    readonly Grant: new (owner: { clientId: string; accountId: string }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ uid: string }>
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
      options: { mergeWithLastSubmission: boolean }
    ): Promise<string>
    on(event: 'server_error', listener: (context: Context, error: Error) => void): void
  }
}
