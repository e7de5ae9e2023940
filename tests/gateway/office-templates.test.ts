// What the office wrote for a status goes before ours: without a model it is the reply, with one it is the frame.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway, asking, type TestGateway, type TestOffice } from './gateway.ts'
import { publish } from './registering.ts'
import { anUpstream, says, type Upstream } from './upstream.ts'

let offline: TestGateway
let gateway: TestGateway
let upstream: Upstream
let office: TestOffice

const template =
  'Laporan {{nomor_laporan}} sudah di meja kami. Jawaban paling lambat {{tanggal_batas}}. {{nama_unit}}'
const rules = {
  templates: [
    { name: 'Diterima', status: 'diterima', text: template },
    { name: 'Lain', text: 'Halo.' },
  ],
}
const report = 'Nomor laporan: ADU-2026-0101\nIsi laporan: Lampu jalan padam di Jalan Melati Raya.'

beforeAll(async () => {
  upstream = await anUpstream()
  offline = await aGateway()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
  for (const one of [offline, gateway]) await publish(one, { rules })
})
afterAll(async () => {
  await offline.end()
  await gateway.end()
  await upstream.end()
})

async function reply(from: TestGateway, metadata: object): Promise<string> {
  office = await from.office()
  const answer = await from.chat(office.key, asking(report, { model: 'reply', metadata }))
  const { choices } = (await answer.json()) as { choices: { message: { content: string } }[] }
  return choices[0]!.message.content
}

describe('a reply of a model', () => {
  const asked = async (...answers: string[]) => {
    let at = 0
    upstream.answers((to, request) => says(answers[at++] ?? 'Lagi.')(to, request))
    const said = await reply(gateway, { status: 'selesai' })
    return { said, times: at, used: (await gateway.usage(office.key)).actions.used }
  }

  it('that keeps open what only the officer knows goes out as it is, in its own words', async () => {
    const answer = 'Lampu telah kami ganti pada {{tanggal_selesai}}.'
    expect(await asked(answer)).toEqual({ said: answer, times: 1, used: 1 })
  })

  it.each([
    ['a date', 'Lampu kami ganti pada 3 Desember 2026.'],
    ['who did it', 'Penggantian telah dilaksanakan oleh UPT Penerangan pada {{tanggal_selesai}}.'],
  ])('that guesses %s is asked for once more, at no charge', async (_, guess) => {
    const answer = 'Lampu telah kami ganti pada {{tanggal_selesai}}.'
    expect(await asked(guess, answer)).toEqual({ said: answer, times: 2, used: 1 })
  })

  it('that guesses twice gives way to the office’s template', async () => {
    const { said, times } = await asked('Lampu kami ganti pada 3 Desember 2026.', 'Selesai 4 Desember 2026.')
    expect(times).toBe(2)
    expect(said).toContain('telah dilaksanakan oleh {{pelaksana}} pada {{tanggal_selesai}}')
    expect(said).not.toContain('Desember')
  })

  it('in a code fence goes out without it', async () => {
    expect((await asked('```text\nTerima kasih atas laporan Bapak/Ibu.\n```')).said).toBe(
      'Terima kasih atas laporan Bapak/Ibu.',
    )
  })
})

describe('a template of the office with a status', () => {
  it('is the reply without a model, with what the source gives and the rest open', async () => {
    expect(await reply(offline, { status: 'diterima' })).toMatch(
      /^Laporan ADU-2026-0101 sudah di meja kami\. Jawaban paling lambat \{\{tanggal_batas\}\}\. Dinas Uji \d+$/,
    )
  })

  it('is the frame that a model fits its words into', async () => {
    upstream.answers(says('Baik.'))
    await reply(gateway, { status: 'diterima' })
    expect(upstream.requests[0]!.body.messages[0]!.content).toContain(
      'Laporan {{nomor_laporan}} sudah di meja kami.',
    )
  })

  it('gives way to ours where it does not fit the field, and for other statuses', async () => {
    expect(await reply(offline, { status: 'diterima', max_chars: '60' })).not.toContain('di meja kami')
    expect(await reply(offline, { status: 'selesai' })).toContain('{{tanggal_selesai}}')
  })
})
