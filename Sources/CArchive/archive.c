// Forwards each function to libarchive or zlib, loaded at the first call.
#include "CArchive.h"

#include <dlfcn.h>
#include <pthread.h>

static void *archive_library;
static void *zlib;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_libraries(void) {
  archive_library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  zlib = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
}

static void *function(void **library, const char *name) {
  pthread_once(&once, open_libraries);
  return *library ? dlsym(*library, name) : NULL;
}

int libarchive_is_available(void) {
  pthread_once(&once, open_libraries);
  return archive_library != NULL;
}

// Defines a function that calls the one of the same name in a library, or returns `otherwise`. Looking a name up
// each time costs some tens of nanoseconds; the address is kept instead.
#define FORWARD(library, result, name, parameters, arguments, otherwise)         \
  result name parameters {                                                       \
    static result(*_Atomic address) parameters;                                  \
    result(*call) parameters = address;                                          \
    if (!call) address = call = (result(*) parameters)function(&library, #name); \
    if (!call) return otherwise;                                                 \
    return call arguments;                                                       \
  }
#define ARCHIVE(result, name, parameters, arguments, otherwise) \
  FORWARD(archive_library, result, name, parameters, arguments, otherwise)

#define NONE MONOGRAPH_ARCHIVE_FATAL

ARCHIVE(struct archive *, archive_read_new, (void), (), NULL)
ARCHIVE(int, archive_read_free, (struct archive * archive), (archive), NONE)
ARCHIVE(int, archive_read_support_format_zip, (struct archive * archive), (archive), NONE)
ARCHIVE(int, archive_read_support_format_tar, (struct archive * archive), (archive), NONE)
ARCHIVE(
    int, archive_read_open_fd, (struct archive * archive, int descriptor, size_t block_size),
    (archive, descriptor, block_size), NONE)
ARCHIVE(
    int, archive_read_open_memory, (struct archive * archive, const void *bytes, size_t size),
    (archive, bytes, size), NONE)
ARCHIVE(
    int, archive_read_set_read_callback, (struct archive * archive, monograph_read_callback *callback),
    (archive, callback), NONE)
ARCHIVE(
    int, archive_read_set_callback_data, (struct archive * archive, void *context), (archive, context), NONE)
ARCHIVE(int, archive_read_open1, (struct archive * archive), (archive), NONE)
ARCHIVE(
    int, archive_read_next_header, (struct archive * archive, struct archive_entry **entry), (archive, entry),
    NONE)
ARCHIVE(
    int, archive_read_data_block,
    (struct archive * archive, const void **bytes, size_t *size, int64_t *offset),
    (archive, bytes, size, offset), NONE)
ARCHIVE(int64_t, archive_filter_bytes, (struct archive * archive, int filter), (archive, filter), 0)
ARCHIVE(const char *, archive_error_string, (struct archive * archive), (archive), NULL)

ARCHIVE(const char *, archive_entry_pathname, (struct archive_entry * entry), (entry), NULL)
ARCHIVE(const char *, archive_entry_pathname_utf8, (struct archive_entry * entry), (entry), NULL)
ARCHIVE(const char *, archive_entry_hardlink, (struct archive_entry * entry), (entry), NULL)
ARCHIVE(unsigned int, archive_entry_filetype, (struct archive_entry * entry), (entry), 0)
ARCHIVE(int, archive_entry_size_is_set, (struct archive_entry * entry), (entry), 0)
ARCHIVE(int64_t, archive_entry_size, (struct archive_entry * entry), (entry), 0)
ARCHIVE(int, archive_entry_is_data_encrypted, (struct archive_entry * entry), (entry), 0)

#define ZLIB(result, name, parameters, arguments, otherwise) \
  FORWARD(zlib, result, name, parameters, arguments, otherwise)

static ZLIB(
    int, inflateInit2_, (monograph_z_stream * stream, int bits, const char *version, int size),
    (stream, bits, version, size), MONOGRAPH_Z_VERSION_ERROR)
static ZLIB(int, inflate, (monograph_z_stream * stream, int flush), (stream, flush), MONOGRAPH_Z_VERSION_ERROR)
ZLIB(int, inflateReset, (monograph_z_stream * stream), (stream), MONOGRAPH_Z_VERSION_ERROR)
ZLIB(int, inflateEnd, (monograph_z_stream * stream), (stream), MONOGRAPH_Z_VERSION_ERROR)

int monograph_gunzip_init(monograph_z_stream *stream) {
  // 15 bits of window, as large as there is; 16 more ask for a gzip header and trailer.
  return inflateInit2_(stream, 15 + 16, "1.2.0", (int)sizeof(monograph_z_stream));
}

int monograph_gunzip(monograph_z_stream *stream) { return inflate(stream, 0); }
