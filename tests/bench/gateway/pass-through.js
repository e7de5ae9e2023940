// The least that a Worker between client and model can do: what the gateway costs is measured against it.
export default {
  fetch(request, env) {
    const { pathname } = new URL(request.url)
    return fetch(env.UPSTREAM + pathname.replace(/^\/v1/, ''), request)
  },
}
