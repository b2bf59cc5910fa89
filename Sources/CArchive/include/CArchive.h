// The few functions of libarchive and zlib that the project calls. They are loaded when the first of them is
// called and not when the program starts: libarchive brings thirteen libraries with it, and reading a library
// needs none of them. The declarations are part of the stable interfaces of libarchive 3 and zlib 1.2; the types
// of libarchive stay opaque.
#ifndef MONOGRAPH_CARCHIVE_H
#define MONOGRAPH_CARCHIVE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct archive;
struct archive_entry;

// What functions of libarchive return, by their values in archive.h.
enum {
  MONOGRAPH_ARCHIVE_EOF = 1,
  MONOGRAPH_ARCHIVE_OK = 0,
  MONOGRAPH_ARCHIVE_RETRY = -10,
  MONOGRAPH_ARCHIVE_WARN = -20,
  MONOGRAPH_ARCHIVE_FAILED = -25,
  MONOGRAPH_ARCHIVE_FATAL = -30,
};

// The type of a regular file, AE_IFREG in archive_entry.h.
enum { MONOGRAPH_REGULAR_FILE = 0100000 };

// Whether libarchive is on this machine. Where it is not, its functions do nothing and return null or -30.
int libarchive_is_available(void);

typedef ssize_t monograph_read_callback(struct archive *archive, void *context, const void **buffer);

struct archive *archive_read_new(void);
int archive_read_free(struct archive *archive);
int archive_read_support_format_zip(struct archive *archive);
int archive_read_support_format_tar(struct archive *archive);
int archive_read_open_fd(struct archive *archive, int descriptor, size_t block_size);
int archive_read_open_memory(struct archive *archive, const void *bytes, size_t size);
int archive_read_set_read_callback(struct archive *archive, monograph_read_callback *callback);
int archive_read_set_callback_data(struct archive *archive, void *context);
int archive_read_open1(struct archive *archive);
int archive_read_next_header(struct archive *archive, struct archive_entry **entry);
int archive_read_data_block(struct archive *archive, const void **bytes, size_t *size, int64_t *offset);
int64_t archive_filter_bytes(struct archive *archive, int filter);
const char *archive_error_string(struct archive *archive);

const char *archive_entry_pathname(struct archive_entry *entry);
const char *archive_entry_pathname_utf8(struct archive_entry *entry);
const char *archive_entry_hardlink(struct archive_entry *entry);
unsigned int archive_entry_filetype(struct archive_entry *entry);
int archive_entry_size_is_set(struct archive_entry *entry);
int64_t archive_entry_size(struct archive_entry *entry);
int archive_entry_is_data_encrypted(struct archive_entry *entry);

// zlib's stream, as in zlib.h; zlib refuses a stream of another size.
typedef struct {
  const unsigned char *next_in;
  unsigned int avail_in;
  unsigned long total_in;
  unsigned char *next_out;
  unsigned int avail_out;
  unsigned long total_out;
  const char *msg;
  void *state;
  void *zalloc;
  void *zfree;
  void *opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
} monograph_z_stream;

// What functions of zlib return, by their values in zlib.h.
enum {
  MONOGRAPH_Z_OK = 0,
  MONOGRAPH_Z_STREAM_END = 1,
  MONOGRAPH_Z_BUF_ERROR = -5,
  MONOGRAPH_Z_VERSION_ERROR = -6,
};

// Prepares a stream to unpack gzip, its check sums verified; MONOGRAPH_Z_VERSION_ERROR where there is no zlib.
int monograph_gunzip_init(monograph_z_stream *stream);
// Unpacks what there is room for.
int monograph_gunzip(monograph_z_stream *stream);
int inflateReset(monograph_z_stream *stream);
int inflateEnd(monograph_z_stream *stream);

#endif
