import { dev } from '$app/env'

const script = '/service-worker.js'

type Policies = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string }
  ): { createScriptURL(url: string): string }
}

/** Asked for where somebody has signed in and nowhere else: whoever reads a link or their rights keeps no trace of it. */
export async function serveOffline(): Promise<void> {
  if (dev || !('serviceWorker' in navigator)) return
  if (await navigator.serviceWorker.getRegistration()) return
  const { trustedTypes } = window as { trustedTypes?: Policies }
  const url =
    trustedTypes?.createPolicy('worker', { createScriptURL: () => script }).createScriptURL(script) ?? script
  await navigator.serviceWorker.register(url).catch(() => undefined)
}
