// Words that announce a number which is nobody's in person: of papers, payments, goods, meters and queues. Lower case,
// as patterns.
export const publicNumberWords: readonly string[] = [
  ...'nib resi isbn issn nisn npsn tender rup agenda nota kwitansi kuitansi kbli referensi ref sn s\\/n p\\/n'.split(
    ' ',
  ),
  ...'tilang bpkb nuptk kip porsi blanko transaksi trx faktur invoice inv polis booking billing order pesanan tiket antrian antrean'.split(
    ' ',
  ),
  ...'mesin rangka barcode checksum po paket serial seri batch lot inventaris registrasi reg pendaftaran permohonan sampel'.split(
    ' ',
  ),
  ...'idpel meter meteran sambungan pelanggan ntpn sp2d spm'.split(' '),
  '(?:id|no(?:mor|\\.)?) (?:laporan|pengaduan|aduan|dok(?:umen|\\.)?)(?=[ :=.]{1,4}$)',
  'pb-?umku|p-?irt|software licen[cs]e',
  'sertifikat (?:standar|iso|pendidik|bnsp|pelatihan|kompetensi|diklat|kursus|seminar|vaksin|halal|hak cipta)',
  'id(?=[ :="]{1,4}$)',
  '(?:klasifikasi(?: arsip)?|akun(?: belanja)?|mak)(?=[ :]{1,3}$)',
  // "Bank NTB" is that of a province.
  '(?<!\\b(?:bank|rek|rekening) )ntb(?! syariah)',
  'kode(?! pos| briva| va)(?: [a-z]\\w*)?',
]
