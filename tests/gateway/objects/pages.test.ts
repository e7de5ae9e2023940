// The same pages through Cloudflare's assets service, which has ways of its own with addresses.
import { exports } from 'cloudflare:workers'
import { expect, it } from 'vitest'

it.each([
  ['/latihan/', 'text/html; charset=utf-8'],
  ['/latihan/index.html', 'text/html; charset=utf-8'],
  ['/latihan/latihan.css', 'text/css; charset=utf-8'],
])('serves %s as %s', async (path, type) => {
  const answer = await exports.default.fetch(`http://gerbang.test${path}`)
  await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
})

it('leads from a folder without a slash to the one with', async () => {
  const answer = await exports.default.fetch('http://gerbang.test/latihan/aduan', { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/latihan/aduan/'])
})
