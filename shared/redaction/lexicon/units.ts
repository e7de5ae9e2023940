// Words with which the mailbox of an office begins. Such a box at go.id belongs to nobody in person and helps to route.
export const unitMailboxWords: readonly string[] = (
  'admin aduan badan bagian bapp bkd bkpsdm bpbd bpkad callcenter damkar dinas dinkes dinsos dis dlh dp ' +
  'humas info inspektorat kantor kec kel kesra kominfo kontak lapor layanan mail noreply organisasi ' +
  'pelayanan pemkot pengaduan persandian ppid protokol puskesmas rsud satpol sekda sekretariat setda ' +
  'setwan support umum'
).split(' ')
