// The extension's update manifest, as managed browsers ask for it every few hours (Omaha protocol 2, as Chromium reads it for
// extensions outside the store). The files beside it are static.
import { Hono } from 'hono'
import { ownOrigin } from '../admission/session.ts'
import type { App } from '../env.ts'
import { refuse } from '../refuse.ts'
import { releaseOf } from '../reports/release.ts'

export const downloads = new Hono<App>().get('/pembaruan.xml', async (c) => {
  const release = await releaseOf(c.env, c.req.url)
  if (!release) return refuse(c, { code: 'not_found' })
  const crx = release.files.find(({ name }) => name === 'pendamping.crx')
  const codebase = `${ownOrigin(c).origin}/unduh/pendamping.crx`
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${release.id}">
    <updatecheck codebase="${codebase}" version="${release.version}" hash_sha256="${crx?.sha256 ?? ''}" />
  </app>
</gupdate>
`
  return c.body(xml, 200, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' })
})
