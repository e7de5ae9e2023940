// Words with which the mailbox of an office begins. Such a box at go.id belongs to nobody in person and helps to route.
// Short ones that names begin with as well stand with the sign behind them.
export const unitMailboxWords: readonly string[] = (
  'admin aduan badan bag\\. bagian bapp bkd bkpsdm bpbd bpkad callcenter cs\\b damkar dinas dinkes dinsos dis dlh dp ' +
  'dukcapil halo\\b helpdesk humas info inspektorat kantor kec kel kesra kominfo kontak lapor layanan lpse mail\\b ' +
  'noreply organisasi pelayanan pemkot pengaduan persandian ppid protokol ptsp\\b puskesmas rsud samsat\\b satpol sekda ' +
  'sekretariat setda setwan support surat\\b ulp\\b umum'
).split(' ')
