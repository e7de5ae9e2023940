// Heads of columns whose cells are called like people and are none: "Masjid", "Nama Puskesmas", "Bulan".
const things =
  'masjid musala hotel homestay toko warung puskesmas paud tk koperasi umkm panti yayasan perumahan klaster kampus kapal merk ' +
  'merek sekolah sd smp sma smk universitas pesantren gereja partai salon bengkel perusahaan kelas ruang ruangan posyandu ' +
  'kelurahan kecamatan desa jalan ruas jembatan shelter halte pasar klinik rs apotek tim klub sanggar judul buku film lagu tarian ' +
  'varietas aplikasi modul server pompa tps kub poktan produk obat kota kabupaten provinsi bulan status agama pekerjaan kelompok wisma bangsal vendor penyedia kwt marga tpq majelis'

/** A whole head of such a column, in lower case. */
export const thingHead = new RegExp(`^(?:nama )?(?:rumah makan|rumah sakit|${things.split(' ').join('|')})$`)

/**
 * A line above a list of them, and nothing else on it: "Nama kelompok tani binaan:", "Jadwal ruang". Not of what people are
 * listed by as well: classes, teams, villages.
 */
export const thingListHead =
  /^(?:(?:daftar|nama|jadwal) )?(?:kelompok tani|poktan|posyandu|klaster|ruang(?:an)?(?: rapat)?|masjid|gereja|koperasi|hotel|toko|warung|paud|perumahan|merek|merk|film|buku|lagu|kapal)(?: (?:binaan|aktif|baru|terdaftar|unggulan))? ?:?$/i
