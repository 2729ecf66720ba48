#include "CLibZip.h"

#include <dlfcn.h>
#include <stddef.h>

/// The names under which systems know the library: Debian 12 and Ubuntu 22.04, later ones, macOS with Homebrew.
static const char *const names[] = {
    "libzip.so.4", "libzip.so.5", "libzip.so", "libzip.5.dylib", "/opt/homebrew/lib/libzip.dylib",
    "/usr/local/lib/libzip.dylib",
};

int libzip_load(struct libzip *functions) {
    void *library = NULL;
    for (size_t index = 0; index < sizeof names / sizeof names[0] && library == NULL; index++)
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return -1;
#define LIBZIP_FIND(name)                                                                                              \
    functions->name = (__typeof__(functions->name))dlsym(library, #name);                                             \
    if (functions->name == NULL) return -1;
    LIBZIP_FUNCTIONS(LIBZIP_FIND)
#undef LIBZIP_FIND
    return 0;
}
