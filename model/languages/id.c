/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indonesian as it is typed on phones. "setengah sepuluh" is half past nine; "siang" is from ten to
 * three, so eleven "siang" is before noon; "malam Minggu" is the night before Sunday, and only its
 * night is read. "minggu" is Sunday and a week. */
#include "model/language.h"

static const KontorWord words[] = {
  /* days */
  { KONTOR_WORD_WEEKDAY, 1, "senin|senen|snin|snn" },
  { KONTOR_WORD_WEEKDAY, 2, "selasa|slasa|sls" },
  { KONTOR_WORD_WEEKDAY, 3, "rabu|rebo" },
  { KONTOR_WORD_WEEKDAY, 4, "kamis|kmis|kms" },
  { KONTOR_WORD_WEEKDAY, 5, "jumat|jum'at|jumaat|jmt" },
  { KONTOR_WORD_WEEKDAY, 6, "sabtu|sbtu|sbt" },
  { KONTOR_WORD_WEEKDAY, 7, "ahad|hari minggu|hr minggu|hari mgg" },
  { KONTOR_WORD_WEEKDAY_MAYBE, 7, "minggu" },
  { KONTOR_WORD_MONTH, 1, "januari|jan" },
  { KONTOR_WORD_MONTH, 2, "februari|pebruari|feb" },
  { KONTOR_WORD_MONTH, 3, "maret|mrt" },
  { KONTOR_WORD_MONTH, 4, "april|apr" },
  { KONTOR_WORD_MONTH, 5, "mei" },
  { KONTOR_WORD_MONTH, 6, "juni|jun" },
  { KONTOR_WORD_MONTH, 7, "juli|jul" },
  { KONTOR_WORD_MONTH, 8, "agustus|agst|agt|ags" },
  { KONTOR_WORD_MONTH, 9, "september|sept|sep" },
  { KONTOR_WORD_MONTH, 10, "oktober|okt" },
  { KONTOR_WORD_MONTH, 11, "november|nopember|nov|nop" },
  { KONTOR_WORD_MONTH, 12, "desember|des" },
  { KONTOR_WORD_DAY, 0, "hari ini|hr ini|hri ini" },
  { KONTOR_WORD_DAY, 1,
    "besok|bsk|besuk|esok|besoknya|esok hari|besok hari|bsok|keesokan harinya" },
  { KONTOR_WORD_DAY, 2, "lusa|besok lusa|bsk lusa|besoknya lagi" },
  { KONTOR_WORD_DAY, -1, "kemarin|kmrn|kemaren|kmarin" },
  { KONTOR_WORD_DAY, -2, "kemarin lusa" },
  { KONTOR_WORD_NAMED_DAY, 1225, "natal|hari natal" },
  { KONTOR_WORD_NAMED_DAY, 1231, "malam tahun baru" },
  { KONTOR_WORD_NAMED_DAY, 101, "tahun baru" },
  { KONTOR_WORD_WEEK, 0, "minggu ini|pekan ini|mgg ini" },
  { KONTOR_WORD_WEEK, 1, "minggu depan|pekan depan|mgg depan|minggu dpn|mgg dpn" },
  { KONTOR_WORD_MONTH_AHEAD, 0, "bulan ini|bln ini" },
  { KONTOR_WORD_MONTH_AHEAD, 1, "bulan depan|bln depan|bln dpn" },
  { KONTOR_WORD_NEXT_AFTER, 0, "depan|dpn|yang akan datang|yad" },
  { KONTOR_WORD_NEXT_AFTER, 1, "ini|mendatang|nanti" },
  { KONTOR_WORD_NEXT_AFTER, 2, "lalu|kemarin|yang lalu|yg lalu" },
  { KONTOR_WORD_EVERY, 0, "setiap|tiap|tiap hari" },
  { KONTOR_WORD_ON, 1, "tanggal|tgl|tggl|pada tanggal" },
  { KONTOR_WORD_ON, 0, "hari|pada|untuk|buat|utk|mulai|pada hari|hr|untuk hari" },

  /* hours */
  { KONTOR_WORD_PART, 1, "pagi|subuh|dini hari|pagi hari|pagi pagi|pg" },
  { KONTOR_WORD_PART, 2, "siang|siang hari" },
  { KONTOR_WORD_PART, 3, "sore|petang|sore hari|senja|maghrib|magrib" },
  { KONTOR_WORD_PART, 4,
    "malam|malem|mlm|malam hari|malam minggu|malam senin|malam selasa|malam rabu|malam kamis|"
    "malam jumat|malam sabtu|malem minggu" },
  { KONTOR_WORD_PART_TODAY, 1, "pagi ini|hari ini pagi" },
  { KONTOR_WORD_PART_TODAY, 2, "siang ini|nanti siang|ntar siang|hari ini siang" },
  { KONTOR_WORD_PART_TODAY, 3, "sore ini|nanti sore|ntar sore|hari ini sore" },
  { KONTOR_WORD_PART_TODAY, 4,
    "malam ini|nanti malam|ntar malam|malem ini|nanti malem|ntar malem|hari ini malam|mlm ini" },
  { KONTOR_WORD_CLOCK, 0, "tengah malam" },
  { KONTOR_WORD_CLOCK, 1200, "tengah hari" },
  { KONTOR_WORD_OCLOCK, 0, "wib|wita|wit" },
  { KONTOR_WORD_HALF, 0, "setengah|stengah|stgh|1/2" },
  { KONTOR_WORD_QUARTER, 0, "seperempat" },
  { KONTOR_WORD_MINUTES_MORE, 0, "lewat|lebih|lwt" },
  { KONTOR_WORD_MINUTES_LESS, 0, "kurang|krg|krang" },
  { KONTOR_WORD_AT, 0,
    "jam|pukul|pkl|jm|jamnya|di jam|pada jam|pada pukul|pk|waktu|waktunya|jam nya|pukulnya" },
  { KONTOR_WORD_ABOUT, 0,
    "sekitar|kira kira|kurang lebih|kira|sktr|sekitaran|kisaran|sekitar jam|sekitar pukul|"
    "kira kira jam|kurang lebih jam|jam sekitar" },
  { KONTOR_WORD_ISH, 0, "an|kurang lebih|kira kira" },
  { KONTOR_WORD_SHARP, 0, "tepat|teng|pas" },
  { KONTOR_WORD_NOW, 0, "sekarang|skrg|skrng|sekarang juga|segera|secepatnya|skg" },
  { KONTOR_WORD_BOUND, 0,
    "sebelum|setelah|sesudah|sehabis|paling lambat|maksimal|sblm|stlh|hingga|sampai|abis|habis|"
    "di atas" },
  { KONTOR_WORD_BETWEEN, 0, "antara" },
  { KONTOR_WORD_BETWEEN, 1, "dari|mulai" },
  { KONTOR_WORD_RANGE, 0, "sampai|sampe|hingga|s/d|sd|atau|smp|smpai|ato" },
  { KONTOR_WORD_EVENT, 1, "penerbangan|pesawat|pesawatnya|kereta|kereta api|pesawat saya" },
  { KONTOR_WORD_EVENT, 2,
    "rapat|acara|nikahan|pernikahan|ujian|mendarat|tiba|wisuda|resepsi|konser|buka|tutup" },
  { KONTOR_WORD_OURS, 0,
    "jemput|dijemput|penjemputan|antar|diantar|mobil|pesan|butuh|perlu|sopir|supir|taksi|"
    "berangkat|sewa|jemputan" },

  /* amounts */
  { KONTOR_WORD_NUMBER, 0, "nol" },
  { KONTOR_WORD_NUMBER_MAYBE, 1, "satu" },
  { KONTOR_WORD_NUMBER, 2, "dua" },
  { KONTOR_WORD_NUMBER, 3, "tiga" },
  { KONTOR_WORD_NUMBER, 4, "empat|ampat" },
  { KONTOR_WORD_NUMBER, 5, "lima" },
  { KONTOR_WORD_NUMBER, 6, "enam" },
  { KONTOR_WORD_NUMBER, 7, "tujuh" },
  { KONTOR_WORD_NUMBER, 8, "delapan|dlapan" },
  { KONTOR_WORD_NUMBER, 9, "sembilan|smbilan" },
  { KONTOR_WORD_NUMBER, 10, "sepuluh|spuluh" },
  { KONTOR_WORD_NUMBER, 11, "sebelas|sblas" },
  { KONTOR_WORD_NUMBER, 12, "dua belas|duabelas" },
  { KONTOR_WORD_NUMBER, 13, "tiga belas|tigabelas" },
  { KONTOR_WORD_NUMBER, 14, "empat belas" },
  { KONTOR_WORD_NUMBER, 15, "lima belas|limabelas" },
  { KONTOR_WORD_NUMBER, 20, "dua puluh" },
  { KONTOR_WORD_NUMBER, 25, "dua puluh lima" },
  { KONTOR_WORD_NUMBER, 30, "tiga puluh" },
  { KONTOR_WORD_NUMBER, 40, "empat puluh" },
  { KONTOR_WORD_NUMBER, 45, "empat puluh lima" },
  { KONTOR_WORD_NUMBER, 50, "lima puluh" },
  { KONTOR_WORD_HALF_MORE, 0, "setengah" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_SECOND, "detik" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MINUTE, "menit|mnt|mnit|min" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_HOUR, "jam" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_DAY, "hari|hr" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_WEEK, "minggu|mgg|pekan" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_MONTH, "bulan|bln" },
  { KONTOR_WORD_UNIT, KONTOR_UNIT_YEAR, "tahun|thn" },
  { KONTOR_WORD_UNITS, 1500 + KONTOR_UNIT_MINUTE, "seperempat jam" },
  { KONTOR_WORD_UNITS, 100 + KONTOR_UNIT_HOUR, "sejam" },
  { KONTOR_WORD_UNITS, 100 + KONTOR_UNIT_DAY, "sehari" },
  { KONTOR_WORD_UNITS, 100 + KONTOR_UNIT_WEEK, "seminggu" },
  { KONTOR_WORD_UNITS, 100 + KONTOR_UNIT_MONTH, "sebulan" },
  { KONTOR_WORD_IN, 0, "dalam|dlm|dalam waktu" },
  { KONTOR_WORD_IN, 1, "dalam sekitar|sekitar" },
  { KONTOR_WORD_FROM_NOW, 0, "lagi|lg|kemudian|dari sekarang|mendatang" },
  { KONTOR_WORD_AGO, 0, "lalu|yang lalu|yg lalu" },
  { KONTOR_WORD_BEFORE, 0, "sebelum|sblm" },

  /* what only looks like a time */
  { KONTOR_WORD_NEVER, 0,
    "selamat pagi|selamat siang|selamat sore|selamat malam|met pagi|met siang|met sore|"
    "met malam|slmt pagi|slmt siang|slmt sore|slmt malam|pagi kak|siang kak|sore kak|malam kak|"
    "pagi min|siang min|sore min|malam min|pagi pak|siang pak|sore pak|malam pak|pagi bu|"
    "siang bu|sore bu|malam bu|pagi mas|siang mas|sore mas|malam mas|pagi mbak|siang mbak|"
    "sore mbak|malam mbak|sehari hari|setiap hari|tiap hari|24 jam|hari kerja|tadi pagi|"
    "tadi malam|tadi siang|tadi sore|semalam|satu hari|sekali lagi|satu lagi|jam kerja|jam buka|"
    "jam operasional|jam berapa|setengah hari|sepanjang hari|hari raya|sampai sekarang|"
    "untuk sekarang|belum sekarang|bukan sekarang|sekarang saya|saat ini|akhir minggu|"
    "akhir pekan|rumah sakit" },
  { KONTOR_WORD_COUNTED, 0,
    "orang|org|penumpang|dewasa|anak|bayi|balita|koper|tas|barang|mobil|unit|kursi|kamar|tiket|"
    "porsi|bagasi|kardus|lantai|kali|bintang|lembar|buah|biji|ekor|pasang|pintu|teman|tamu|"
    "titik|seater|bus|taksi|lokasi|mobilnya|besar|kecil|orangnya" },
  { KONTOR_WORD_LABELLED, 0,
    "no|kamar|kamar nomor|no kamar|nomor|nomer|lantai|lt|gerbang|gedung|blok|penerbangan|"
    "nomor penerbangan|no penerbangan|jalan|jl|jln|gang|gg|hp|no hp|nomor hp|telp|telepon|wa|"
    "no wa|nomor wa|umur|usia|harga|tarif|biaya|rt|rw|kode|tipe|seri|kelas|ktp|nik|jumlah|pintu|"
    "peron|jalur|kav|kavling|budget|pesawat|kereta|halte|kode booking|km|nid" },
  { KONTOR_WORD_COUNT_LEAD, 0,
    "untuk|buat|utk|kami|kita|total|sebanyak|cuma|hanya|bawa|pesan|sewa|ada|butuh|perlu|mau|"
    "minta" },
  { KONTOR_WORD_CURRENCY, 0, "rp|ribu|rb|juta|jt|persen|ringgit|perak|ribuan" },
  { KONTOR_WORD_STREET, 0, "jalan" },
  { KONTOR_WORD_LOOKALIKE, 0,
    "selasar|silang|bantal|market|sejak|sabut|rabun|batang|kamus|kamis2|siaga|satuan|minggir|"
    "mingguan|bulanan|harian|malang|makam|senang|sepuh|lustrum|bensin|statis|statistik|batam|"
    "batik|menik|manit|bulat|salam|sales|janur|juniar|julio|agustin|desain|desa" },

  /* dialogue */
  { KONTOR_WORD_OR, 0, "atau|ato|atw" },
  { KONTOR_WORD_AND, 0, "dan" },
  { KONTOR_WORD_NOT, 0, "bukan|jangan|tidak|gak|ga|nggak|bkn|tdk|jgn" },
  { KONTOR_WORD_BUT, 0, "tapi|tetapi|melainkan|tp|tpi" },
  { KONTOR_WORD_INSTEAD_OF, 0, "bukannya|alih alih|daripada|ganti dari" },
  { KONTOR_WORD_CORRECTION, 0,
    "ralat|koreksi|maksud saya|maksudnya|maksudku|maksud sy|ubah jadi|ubah ke|ganti jadi|"
    "ganti ke|diganti jadi|diganti ke|jadi jam|geser ke|geser jadi|mundur ke|mundur jadi|"
    "maju ke|maju jadi|pindah ke|jadinya|eh salah|eh maaf|diubah jadi|diubah ke" },
  { KONTOR_WORD_CORRECTION, 1, "eh|salah" },
  { KONTOR_WORD_CHANGE, 0,
    "ubah|ganti|geser|pindah|mengubah|diganti|diubah|majukan|undur|mundurkan|jadwal ulang|tunda|"
    "perubahan|rubah|dirubah" },
  { KONTOR_WORD_YES, 0,
    "ya|iya|yaa|iyaa|yes|y|oke|okey|okeh|siap|betul|benar|bener|setuju|boleh|silakan|silahkan|"
    "ya benar|ya betul|ya setuju|ya tolong|ya pesan|ya lanjut|ya boleh|ya jadi|ya oke|pesankan|"
    "lanjut|lanjutkan|sip|mantap|cocok|yup|yoi|jadi|konfirmasi|baik|baiklah|bisa|sudah benar|"
    "sudah betul|udah bener|udah betul|gas|gaskeun|oke siap|oke lanjut|oke setuju" },
  { KONTOR_WORD_NO, 0,
    "tidak|no|tdk|enggak|nggak|gak|ga|ngga|ndak|engga|bukan|jangan|belum|tidak usah|gak usah|"
    "ga usah|salah|tidak benar|tidak mau|gak mau|ga mau|jgn|blm|kagak|tidak terima kasih|"
    "belum dulu" },
  { KONTOR_WORD_CANCEL, 0,
    "batal|batalkan|batalin|cancel|pembatalan|dibatalkan|dibatalin|membatalkan|tidak jadi|"
    "gak jadi|ga jadi|nggak jadi|tdk jadi|gajadi|batalkan pesanan|batalkan booking|cancel aja|"
    "cancel saja|batal aja|batal saja|cancelled|canceled" },
  { KONTOR_WORD_STATUS, 0,
    "status|status pesanan|status booking|pesanan saya|booking saya|bookingan saya|"
    "status pesanan saya|status booking saya|cek pesanan saya|cek booking saya|cek pesanan|"
    "cek booking|cek status|sopirnya mana|drivernya mana|driver dimana|sopir dimana|"
    "driver di mana|sopir di mana|mobilnya dimana|mobil dimana|mobilnya di mana|"
    "sudah sampai mana|pesananku|posisi driver|gimana pesanan saya|permintaan saya|"
    "status permintaan|kabar permintaan|kabar pesanan|order saya|orderan saya|status order|"
    "status orderan|ada kabar|kelanjutannya" },
  { KONTOR_WORD_GREETING, 0,
    "halo|hallo|hai|helo|selamat pagi|selamat siang|selamat sore|selamat malam|assalamualaikum|"
    "assalamu alaikum|assalamualaikum wr wb|salam|met pagi|met siang|met sore|met malam|pagi|"
    "siang|sore|malam|permisi|punten|apa kabar|kak|min|gan|pak|bu|mas|mbak|bang|bos|admin|sis|"
    "kakak|bapak|ibu|om|tante|pagi kak|siang kak|sore kak|malam kak|pagi min|siang min|pagi pak|"
    "malam min|slmt pagi|slmt siang|slmt sore|slmt malam" },
  { KONTOR_WORD_THANKS, 0,
    "terima kasih|terimakasih|makasih|makasi|mksh|mks|trims|trimakasih|trima kasih|tengkyu|"
    "terima kasih banyak|makasih banyak|terimakasih banyak|makasih ya|terima kasih ya|suwun|"
    "matur nuwun|nuhun|tks|trmksh|maturnuwun|makasii" },
  { KONTOR_WORD_POLITE, 0,
    "tolong|mohon|ya|dong|deh|kak|pak|bu|mas|mbak|bang|bos|min|gan|sih|nih|saja|aja|dulu|yah|"
    "lah|kok|kakak|bapak|ibu|silakan|permisi|kan|sis|ini|itu|om|donk|banget|sekali|banyak|maaf" },
  { KONTOR_WORD_STOP, 0,
    "berhenti|hentikan|stop kirim pesan|berhenti kirim pesan|berhenti mengirim pesan|"
    "jangan kirim pesan|jangan kirim pesan lagi|berhenti berlangganan|jangan hubungi saya|"
    "jangan hubungi saya lagi|jangan chat lagi|jangan chat saya lagi|jangan wa lagi|"
    "jangan kirim wa|hentikan pesan|stop pesan|stop promo" },
  { KONTOR_WORD_START, 0,
    "mulai|mulai lagi|aktifkan|aktifkan lagi|berlangganan|langganan|lanjutkan pesan" },
  { KONTOR_WORD_PLACE_FROM, 1, "dari|dr|mulai dari|berangkat dari|dari arah" },
  { KONTOR_WORD_PLACE_FROM, 0,
    "jemput di|jemput dari|jemput|dijemput di|dijemput dari|penjemputan|penjemputan di|"
    "penjemputan dari|lokasi jemput|lokasi penjemputan|titik jemput|titik penjemputan|"
    "tempat jemput|tempat penjemputan|alamat jemput|alamat penjemputan|jemput saya di|"
    "jemput saya dari|jemput kami di|jemput kami dari|jemput aku di|jemput aku dari|asal|"
    "pick up di|pickup di|ambil di|ambil saya di|lokasi pickup|lokasi asal" },
  { KONTOR_WORD_PLACE_TO, 1, "ke|menuju|kearah|ke arah|sampai|sampai ke|sampe ke|hingga" },
  { KONTOR_WORD_PLACE_TO, 0,
    "antar ke|antarkan ke|diantar ke|diantarkan ke|tujuan|tujuan ke|lokasi tujuan|alamat tujuan|"
    "tempat tujuan|drop di|drop off di|dropoff di|turun di|antar saya ke|antar kami ke|"
    "antarkan saya ke|antarkan kami ke|pergi ke|mau ke|tujuannya|tujuannya ke|anter ke|antar" },
  { KONTOR_WORD_PLACE_AT, 0, "di|dekat|depan|seberang|samping|belakang|sebelah|dkt" },
  { KONTOR_WORD_PLACE_NEVER, 0,
    "kembali ke|penerbangan ke|penerbangan dari|pesawat ke|pesawat dari|terbang ke|terbang dari|"
    "kereta ke|kereta dari|tiket ke|bayar ke|transfer ke|pembayaran ke|kirim ke|hubungi ke|"
    "dari anda|dari kamu|dari mana|dari saya|dari kami|dari sekarang|dari tadi|lebih dari|"
    "kurang dari|selain dari|bagian dari|terdiri dari|ke saya|ke kami|ke mana|kemana|ke sini|"
    "ke situ|ke sana|ke depannya|ke nomor|dari awal|dari dulu|sampai jumpa|sampai sekarang|"
    "sampai kapan|info dari|dari pihak|chat ke|wa ke|pesan dari|saya dari|kami dari|"
    "landing dari|tiba dari|datang dari|mendarat dari|ke atas|ke bawah|antar jemput|"
    "antar atau jemput" },
  { KONTOR_WORD_PLACE_NOUN, 0,
    "bandara|stasiun|mal|gedung|menara|jalan|jl|jln|gang|perumahan|komplek|kompleks|apartemen|"
    "rumah|kantor|sekolah|kampus|universitas|rumah sakit|rs|klinik|pasar|taman|pantai|pelabuhan|"
    "masjid|mesjid|gereja|vihara|pura|candi|restoran|kafe|warung|toko|kedutaan|wisma|graha|ruko|"
    "vila|desa|kota|kecamatan|kelurahan|pulau|bundaran|simpang|alun alun|halte|pom bensin|spbu|"
    "jakarta|bandung|surabaya|bali|denpasar|ubud|kuta|seminyak|canggu|yogyakarta|jogja|soetta|"
    "soekarno hatta|ngurah rai|cgk|dps" },
  { KONTOR_WORD_PLACE_TAIL, 0,
    "perjalanan|sewa|pesanan|harga|tarif|pulang pergi|pp|sekali jalan|saja|aja|ya" },
  { KONTOR_WORD_PICK, 1,
    "jemput|dijemput|jemput saya|jemput kami|jemput aku|ambil saya|jemputin" },
  { KONTOR_WORD_PICK, 2, "antar|antar saya|antar kami|diantar|antarkan|anter|drop saya" },
  { KONTOR_WORD_WHEREABOUTS, 0,
    "saya di|kami di|aku di|posisi saya di|lokasi saya|alamat saya|saya sedang di|saya lagi di|"
    "saya menginap di|kami menginap di|menginap di|nginap di|saya ada di|saya tinggal di" },
  { KONTOR_WORD_LABEL_TAIL, 0, "lokasi|alamat|titik|tempat|nya|saya|kami" },
  { KONTOR_WORD_COPULA, 0, "adalah|ialah|yaitu|yakni|jadi" },
  { KONTOR_WORD_MINE, 0, "punya" },
  { KONTOR_WORD_PRONOUN, 0,
    "saya|aku|gue|gw|gua|kami|kita|anda|kamu|dia|mereka|ini|itu|sini|sana|situ|siapa|apa|semua|"
    "kalian|beliau|sy|mana|dimana|kemana" },
  { KONTOR_WORD_NAME, 0,
    "nama saya|nama|nama aku|atas nama|a/n|nama lengkap|nama penumpang|nama tamu|namanya|"
    "nama saya adalah|nama pemesan|namaku|nama sy|nama gue|nama kami" },
  { KONTOR_WORD_NAME, 1, "saya|aku|sy|dengan|dgn" },
  { KONTOR_WORD_NAME, 2, "ini|dengan" },
  { KONTOR_WORD_NAME_AFTER, 0, "di sini|disini" },
  { KONTOR_WORD_NAME_NEVER, 0,
    "lagi|sedang|baru|siap|sudah|udah|belum|mau|ingin|butuh|perlu|akan|bisa|tidak|sendiri|"
    "sendirian|tunggu|menunggu|terlambat|telat|buru|tertarik|senang|maaf|sakit|sopir|supir|"
    "driver|tamu|pelanggan|warga|orang|di|ke|dari|masih|juga|sekarang|besok|nanti|harap|rencana|"
    "berencana|mobil|jam|harga|pesan|sopirnya|ac|kursi|bagasi" },
  { KONTOR_WORD_REGARDS, 0, "salam|hormat saya|salam hormat" },
  { KONTOR_WORD_PEOPLE, 0, "orang|org|penumpang|dewasa|anak|bayi|balita|tamu|orangnya" },
  { KONTOR_WORD_PEOPLE_LEAD, 0,
    "kami|kita|kami ada|kita ada|total|jumlah penumpang|jumlah orang|penumpang|berjumlah" },
  { KONTOR_WORD_ALONE, 1,
    "sendiri|sendirian|saya sendiri|cuma saya|hanya saya|saya saja|seorang|satu orang|"
    "aku sendiri|1 orang saja" },
  { KONTOR_WORD_ALONE, 2, "berdua|kami berdua|saya dan istri|saya dan suami" },
  { KONTOR_WORD_ALONE, 3, "bertiga|kami bertiga" },
  { KONTOR_WORD_ALONE, 4, "berempat|kami berempat" },
  { KONTOR_WORD_ALONE, 5, "berlima|kami berlima" },
  { KONTOR_WORD_WITH, 0, "dengan|dgn|dan|sama|bawa|pakai|butuh|perlu|termasuk" },
  { KONTOR_WORD_WITHOUT, 0,
    "tanpa|tidak pakai|gak pakai|ga pakai|tidak perlu|ga perlu|gak perlu" },
  { KONTOR_WORD_DONT_KNOW, 0,
    "tidak tahu|tidak tau|gak tahu|ga tau|gak tau|nggak tau|belum tahu|belum tau|"
    "nanti saya kabari|nanti dikabari|nanti dulu|belum pasti|belum yakin|cek dulu|saya cek dulu|"
    "tunggu sebentar|sebentar|bentar|tanya dulu|terserah|bebas" },
  { KONTOR_WORD_VERB, 0,
    "pesan|memesan|sewa|menyewa|pergi|naik|bayar|membayar|tanya|bertanya|ubah|ganti|batalkan|"
    "kirim|tahu|minta|lihat|cek|makan|kerja|konfirmasi|reservasi|berangkat|pulang|beli|ketemu|"
    "menginap|mau|ingin|butuh" },
  { KONTOR_WORD_CONNECTOR, 0,
    "dan|dengan|dgn|untuk|utk|buat|saya|kami|aku|nama|atas nama|butuh|perlu|mau|ingin|pakai|"
    "pake|naik|mobil|sopir|supir|penumpang|orang|tolong|mohon|terima kasih|makasih|jam|pukul|"
    "hari|tanggal|tgl|kalau|kalo|karena|lalu|terus|tapi|atau|pada|pesawat|penerbangan|nomor|"
    "no hp|koper|via|lewat|ya|pp|pulang pergi|yang|yg|nanti|adalah|sekarang|jumlah|a/n|total|"
    "bawa|kak|min|pak|bu|jemput|antar|sekitar" },
  { KONTOR_WORD_WISH, 0,
    "mau|ingin|pengen|pingin|butuh|perlu|pesan|memesan|mau pesan|bookingkan|minta|minta mobil|"
    "tolong jemput|tolong antar|tolong kirim|sewa|mau sewa|jemput saya|jemput kami|jemput aku|"
    "antar saya|antar kami|bisa jemput|bisa antar|bisa pesan|bisa booking|bisa minta|cari mobil|"
    "reservasi|mau booking|dijemput|pesankan|bisa dijemput|bisa tolong jemput|tertarik|berminat|"
    "kepengen" },
  { KONTOR_WORD_WISH_NEVER, 0,
    "mau tanya|mau nanya|ingin tanya|mau bertanya|ingin bertanya|mau tahu|ingin tahu|mau tau|"
    "mau batal|mau batalkan|mau cancel|ingin membatalkan|mau membatalkan|mau ubah|mau ganti|"
    "ingin mengubah|mau komplain|mau refund|minta refund|butuh bantuan|perlu bantuan|"
    "minta bantuan|butuh info|minta info|perlu info|butuh invoice|minta invoice|minta nota|"
    "minta kwitansi|minta harga|minta daftar harga|minta pricelist|mau cek|mau bayar|mau kerja|"
    "cari kerja|mau lamar|mau melamar|pesan anda|pesan ini|pesan dari|pesan otomatis|minta maaf|"
    "tidak mau|gak mau|ga mau|tidak perlu|tidak butuh|ga perlu|gak perlu|tidak pesan|"
    "perlu bayar|perlu deposit|perlu dp|tidak tertarik|gak tertarik|ga tertarik|nggak tertarik|"
    "tidak berminat|mau urus pesanan|tertarik kerja|tertarik bekerja" },
  { KONTOR_WORD_QUESTION, 0,
    "apa saja|apa ada|apakah ada|apakah boleh|apa itu|apakah harga|apakah sudah termasuk|"
    "apa boleh|siapa|kapan|dimana|di mana|kemana|ke mana|berapa|brp|bagaimana|gimana|gmn|kenapa|"
    "mengapa|ada|jam berapa|bisa bayar|apakah bisa bayar|mau tanya|mau nanya|yang mana|"
    "apakah perlu|apakah saya|apakah kalian|apakah driver|apakah sopir|apa perlu|perlu dp" },
  { KONTOR_WORD_SEARCH_SKIP, 0,
    "yang|yg|di|ke|dari|dan|atau|untuk|dengan|apa|apakah|berapa|bagaimana|gimana|kapan|saya|"
    "kami|anda|ini|itu|ada|adalah|bisa|boleh|mau|tidak|ya|kak|pak|bu|juga|saja|aja|sudah|belum|"
    "akan|pada|jika|kalau|kalo|dalam|nya|mohon|tolong|halo|min|mas|mbak|jadi|kalian|punya|kah" },

  /* how words are written */
  { KONTOR_WORD_SUFFIX, KONTOR_WORD_PLACE_NOUN, "nya" },
  { 0, 0, NULL }
};

const KontorLanguage kontor_language_id = {
  .code = "id",
  .name = "Bahasa Indonesia",
  .also = "en",
  .month_first = FALSE,
  .week_torn = TRUE,
  .bare_half = -30,
  .words = words,
};
