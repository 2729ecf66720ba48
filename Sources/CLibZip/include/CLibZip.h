#ifndef CLIBZIP_H
#define CLIBZIP_H

#if __has_include(<zip.h>)
#include <zip.h>
#elif __has_include("/opt/homebrew/include/zip.h")
#include "/opt/homebrew/include/zip.h"
#else
#include "/usr/local/include/zip.h"
#endif

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/// The functions of libzip that this project calls.
#define LIBZIP_FUNCTIONS(F)                                                                                            \
    F(zip_close)                                                                                                       \
    F(zip_discard)                                                                                                     \
    F(zip_error_code_zip)                                                                                              \
    F(zip_error_fini)                                                                                                  \
    F(zip_error_init)                                                                                                  \
    F(zip_fclose)                                                                                                      \
    F(zip_file_add)                                                                                                    \
    F(zip_file_get_error)                                                                                              \
    F(zip_file_set_dostime)                                                                                            \
    F(zip_file_set_external_attributes)                                                                                \
    F(zip_fopen_index)                                                                                                 \
    F(zip_fread)                                                                                                       \
    F(zip_get_error)                                                                                                   \
    F(zip_open_from_source)                                                                                            \
    F(zip_set_file_compression)                                                                                        \
    F(zip_source_buffer)                                                                                               \
    F(zip_source_buffer_create)                                                                                        \
    F(zip_source_close)                                                                                                \
    F(zip_source_error)                                                                                                \
    F(zip_source_free)                                                                                                 \
    F(zip_source_keep)                                                                                                 \
    F(zip_source_open)                                                                                                 \
    F(zip_source_read)                                                                                                 \
    F(zip_source_stat)                                                                                                 \
    F(zip_stat_init)

/// libzip, loaded. The types are those of its header.
struct libzip {
#define LIBZIP_FIELD(name) __typeof__(name) *name;
    LIBZIP_FUNCTIONS(LIBZIP_FIELD)
#undef LIBZIP_FIELD
};

/// Loads libzip into `functions`. It is not linked: with its cryptography it would lengthen the start of every process,
/// and few of them meet an archive. Returns 0, or -1 when the library is not on the machine.
int libzip_load(struct libzip *functions);

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
