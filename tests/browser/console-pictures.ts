// `npm run pictures`: every page of the console with invented offices and their use, on a desk and on a phone, as
// docs/konsol.md shows them; with names of pictures behind `--` only those. A picture that looks wrong is a fault.
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { join } from 'node:path'
import { buildGateway } from '../../gateway/local/workerd.ts'
import { classTerms } from '../gateway/class-terms.ts'
import { aGateway, type TestGateway } from '../gateway/gateway.ts'
import { aBrowser, anAdmin, anAdminSignedIn, desktop, phone, type Admin } from './admin.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images', 'konsol')

const offices = [
  ['dinkes', 'Dinas Kesehatan', 4000],
  ['disdik', 'Dinas Pendidikan', 4000],
  ['disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 6000],
  ['dishub', 'Dinas Perhubungan', 2000],
  ['dlh', 'Dinas Lingkungan Hidup', 2000],
  ['pupr', 'Dinas Pekerjaan Umum dan Penataan Ruang', 3000],
  ['kominfo', 'Dinas Komunikasi dan Informatika', 20],
  ['kec-cibodas', 'Kecamatan Cibodas', 800],
  ['kec-cipondoh', 'Kecamatan Cipondoh', 800],
  ['setda', 'Sekretariat Daerah', null],
] as const
const complaint =
  'Nama: Sari Contoh, NIK 3671015508870003. Lampu jalan di depan Pasar Contoh padam sejak Senin, mohon diperbaiki.'

const recipe = {
  id: 'undangan-warga',
  name: 'Undangan pertemuan warga',
  fields: [
    { id: 'acara', label: 'Nama acara', kind: 'text', required: true },
    { id: 'tanggal_acara', label: 'Tanggal acara', kind: 'date', required: true },
    { id: 'sifat', label: 'Sifat', kind: 'choice', choices: ['Biasa', 'Penting'], required: false },
  ],
  template:
    'Yth. Ketua RT/RW,\nkami mengundang Anda menghadiri {{acara}} pada {{tanggal_acara}} di {{tempat}}.',
  readsPage: false,
}

const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)

interface Shown {
  name: string
  path: string
  /** On the page when it is whole. */
  text: string
  /** What is opened in it first. */
  show?: (page: Page) => Promise<void>
}

async function seed(gateway: TestGateway): Promise<{ classId: string }> {
  const rows = offices.map(([id, name, actionsPerMonth]) => ({ id, name, limits: { actionsPerMonth } }))
  await gateway.admin('POST', '/offices/import', { rows })
  const tasks: Promise<unknown>[] = []
  for (const [at, [id]] of offices.slice(0, 7).entries()) {
    const made = await gateway.admin('POST', `/offices/${id}/keys`, { label: `loket ${at + 1}` })
    const { key } = (await made.json()) as { key: string }
    for (let time = 0; time < 18 - at * 2; time += 1)
      tasks.push(gateway.chat(key, complaint).then((answer) => answer.text()))
  }
  await Promise.all(tasks)
  await gateway.admin('POST', '/offices/dinkes/keys', { label: 'laptop lapangan', expiresOn: '2027-06-30' })
  await gateway.enrolment('dinkes', { label: 'PC puskesmas', devices: 40 })
  const counter = {
    id: 'loket-depan',
    label: 'Loket Depan',
    limits: { actionsPerDay: 20, actionsTotal: 500 },
  }
  await gateway.admin('POST', '/offices/dinkes/groups', counter)
  await useGroup(gateway, 'dinkes', counter.id, 7)
  await gateway.admin('POST', '/offices/dlh/suspend')
  const policy = {
    rules: {
      retentionDays: 90,
      disclosure: 'Draf ini disusun dengan bantuan AI dan diperiksa petugas.',
      recipes: [recipe],
    },
    offices: {},
  }
  await gateway.admin('POST', '/policy', { policy, comment: 'Kalimat keterbukaan', basedOn: 0 })
  await gateway.admin('POST', '/upstreams', {
    id: 'tanpa-model',
    label: 'Tanpa model',
    kind: 'offline',
    model: 'offline',
    location: 'Gerbang kota',
    classes: ['umum', 'internal', 'terbatas'],
    priority: 900,
  })
  const made = await gateway.admin(
    'POST',
    '/classes',
    classTerms(['kec-cibodas', 'kec-cipondoh', 'disdukcapil'], { name: 'Kelas Kecamatan, angkatan 2' }),
  )
  const { id, joinCode } = (await made.json()) as { id: string; joinCode: string }
  for (const [at, name] of [
    'Sri C.',
    'Budi C.',
    'Tono C.',
    'Wati C.',
    'Adi C.',
    'Rina C.',
    'Joko C.',
  ].entries())
    await fetch(`${gateway.url}/v1/classes/join`, {
      method: 'POST',
      body: JSON.stringify({
        code: joinCode,
        office: at % 2 ? 'kec-cibodas' : 'kec-cipondoh',
        name,
        device: randomUUID(),
      }),
    })
  await gateway.admin('POST', '/admins', { name: 'Budi Contoh', role: 'auditor' })
  await gateway.admin('POST', '/admins', { name: 'Tuti Contoh', role: 'trainer' })
  return { classId: id }
}

async function useGroup(gateway: TestGateway, office: string, group: string, times: number): Promise<void> {
  const made = await gateway.admin('POST', `/offices/${office}/keys`, { label: 'loket depan', group })
  const { key } = (await made.json()) as { key: string }
  for (let time = 0; time < times; time += 1) await (await gateway.chat(key, complaint)).text()
}

async function openRecipe(page: Page): Promise<void> {
  await page.locator('summary', { hasText: /^Resep/ }).click()
  await page.getByRole('button', { name: `Ubah ${recipe.name}` }).click()
}

async function pictures(admin: Admin, { name, path, text, show }: Shown): Promise<void> {
  if (!isWanted(name)) return
  await admin.open(path)
  await admin.page.getByText(text).first().waitFor()
  await show?.(admin.page)
  for (const [size, viewport] of [
    ['meja', desktop],
    ['ponsel', phone],
  ] as const) {
    await admin.page.setViewportSize(viewport)
    await admin.page.evaluate(() =>
      (document.querySelector('details[open]') ?? document.body).scrollIntoView(),
    )
    await admin.page.screenshot({ path: join(folder, `${name}-${size}.png`) })
  }
  await admin.page.setViewportSize(desktop)
}

buildGateway()
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const gateway = await aGateway({ PENDAMPING_CITY: 'Kota Contoh' })
const browser = await aBrowser()
try {
  const { classId } = await seed(gateway)
  await pictures(await anAdmin(browser, gateway, []), { name: 'masuk', path: '', text: 'Masuk ke konsol' })
  const admin = await anAdminSignedIn(browser, gateway, [], { name: 'Rini Contoh', role: 'city' })
  const views: Shown[] = [
    { name: 'ringkasan', path: 'ringkasan', text: 'Dinas Kesehatan' },
    { name: 'instansi', path: 'instansi', text: 'Dinas Kesehatan' },
    { name: 'impor', path: 'impor', text: 'CSV' },
    { name: 'kuota', path: 'instansi/dinkes/kuota', text: 'Token bulan ini' },
    { name: 'kunci', path: 'instansi/dinkes/kunci', text: 'laptop lapangan' },
    { name: 'kelompok', path: 'instansi/dinkes/kelompok', text: 'Loket Depan' },
    { name: 'pendaftaran', path: 'instansi/dinkes/pendaftaran', text: 'PC puskesmas' },
    { name: 'kelas', path: 'kelas', text: 'angkatan 2' },
    { name: 'kelas-satu', path: `kelas/${classId}`, text: 'Sri C.' },
    { name: 'kelas-layar', path: `kelas/${classId}/layar`, text: '7 dari 40' },
    { name: 'kelas-lembar', path: `kelas/${classId}/lembar`, text: 'Cetak' },
    { name: 'model', path: 'model', text: 'Tanpa model' },
    { name: 'kebijakan', path: 'kebijakan', text: 'Kelas data tertinggi' },
    { name: 'resep', path: 'kebijakan', text: 'Kelas data tertinggi', show: openRecipe },
    { name: 'audit', path: 'audit', text: 'Permintaan' },
    { name: 'tindakan', path: 'audit/tindakan', text: 'Dinas Kesehatan' },
    { name: 'unduhan', path: 'unduhan', text: 'Belum dikemas' },
    { name: 'admin', path: 'admin', text: 'Tuti Contoh' },
    { name: 'akun', path: 'akun', text: 'Kunci sandi' },
  ]
  for (const view of views) await pictures(admin, view)
} finally {
  await browser.close()
  await gateway.end()
}
