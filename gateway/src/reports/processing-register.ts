// The register of processing that article 31 of UU 27/2022 asks of a controller, as far as the gateway knows it, with the
// processors and sub-processors (articles 51, 52): a draft that the data protection officer completes and signs.
import { rulesOf, type CityNow } from '../city.ts'
import type { Env } from '../env.ts'
import { inJakarta } from '../objects/jakarta.ts'
import { allUpstreams } from '../upstreams/router.ts'
import type { Paper, Table } from './document.ts'

export function processingRegister(env: Env, city: CityNow, now: number): Paper {
  const name = env.PENDAMPING_CITY ?? 'Kota'
  return {
    title: `Daftar kegiatan pemrosesan data pribadi: Pendamping, ${name}`,
    parts: [
      {
        heading: 'Kegiatan',
        text: [
          `Dibuat gerbang pada ${inJakarta(now)}. Bagian bertanda "diisi" dilengkapi pejabat pelindungan data.`,
          'Nama kegiatan: bantuan meringkas, menerjemahkan, dan menyusun jawaban atas naskah dinas, aduan, dan surel.',
          'Tujuan: pelayanan publik. Dasar: pelaksanaan tugas dalam rangka kepentingan umum atau pelayanan publik (UU 27/2022 pasal 20 ayat 2). Rujukan penugasan: diisi.',
          `Pengendali: perangkat daerah yang terdaftar di bawah. Prosesor: pengelola gerbang ${name}. Subprosesor: penyedia model di bawah.`,
          `Narahubung pelindungan data: ${env.PENDAMPING_DPO || 'diisi'}.`,
          'Subjek data: warga yang menulis kepada pemerintah kota, pegawai yang disebut dalam naskah.',
          'Jenis data: data umum dan data spesifik yang tertulis dalam naskah. Nama, nomor identitas, alamat, telepon, dan surel disamarkan di peramban dan sekali lagi di gerbang sebelum teks sampai ke model.',
          'Penyimpanan: isi naskah dan jawaban tidak disimpan. Yang disimpan: catatan audit berisi hitungan, tanpa isi.',
          'Pengamanan: penyamaran dua lapis, kunci per peramban yang dapat dicabut, kuota, TLS, sandi pihak ketiga tersimpan terenkripsi, rantai hash pada catatan audit.',
        ],
      },
      { heading: 'Pengendali', table: controllers(city) },
      { heading: 'Penyedia model', table: upstreamTable(env, city) },
    ],
  }
}

function controllers(city: CityNow): Table {
  return {
    heads: ['Kantor', 'Singkatan', 'Kelas data tertinggi', 'Audit rinci disimpan', 'Keadaan'],
    rows: city.offices.map((office) => {
      const { dataClass, retentionDays } = rulesOf(city, office.id)
      return [office.name, office.id, dataClass, `${retentionDays} hari`, stateOf(office)]
    }),
  }
}

function stateOf({ removedAt, suspendedAt }: CityNow['offices'][number]): string {
  if (removedAt !== null) return `dihapus ${inJakarta(removedAt).slice(0, 10)}`
  return suspendedAt === null ? 'aktif' : `dinonaktifkan ${inJakarta(suspendedAt).slice(0, 10)}`
}

/** Upstreams with place, contract and approval, by the name in the audit too; staff's texts go to these alone. */
export function upstreamTable(env: Env, city: CityNow): Table {
  return {
    heads: [
      'Nama',
      'Singkatan',
      'Model',
      'Lokasi',
      'Perjanjian',
      'Kelas yang disetujui',
      'Kantor yang disetujui',
    ],
    rows: allUpstreams(env, city).map(({ settings }) => [
      settings.label,
      settings.id,
      settings.model,
      settings.location,
      settings.contract || 'belum diisi',
      settings.classes.join(', '),
      settings.offices?.join(', ') ?? 'semua',
    ]),
  }
}
