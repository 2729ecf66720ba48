#include "CXMLSchemas.h"
#include "Internal.h"
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <pthread.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>

// libxml2 2.9 loads included and imported schemas only by URI. The texts of a set are therefore offered under the private
// scheme "xoev-schema:SET/DOCUMENT" while the set is being compiled. Registering the input callback is the one change to
// libxml2's global state; it is additive, matches nothing but that scheme, and is made once.

typedef struct compile_set {
    struct compile_set *next;
    uint32_t number;
    const xss_text *texts;
    int32_t count;
} compile_set;

static pthread_mutex_t sets_lock = PTHREAD_MUTEX_INITIALIZER;
static compile_set *sets;
static uint32_t last_set;
static pthread_once_t library_once = PTHREAD_ONCE_INIT;

static int scheme_matches(const char *name) {
    return name && !strncmp(name, XSS_SCHEME, sizeof XSS_SCHEME - 1);
}

static void *scheme_open(const char *name) {
    char *end = NULL;
    unsigned long set = strtoul(name + sizeof XSS_SCHEME - 1, &end, 10);
    if (!end || *end != '/') return NULL;
    long document = strtol(end + 1, &end, 10);
    xss_memory *memory = NULL;
    pthread_mutex_lock(&sets_lock);
    for (compile_set *s = sets; s; s = s->next) {
        if (s->number != set) continue;
        if (document >= 0 && document < s->count && (memory = malloc(sizeof *memory))) {
            memory->bytes = s->texts[document].text;
            memory->length = s->texts[document].length;
            memory->offset = 0;
        }
        break;
    }
    pthread_mutex_unlock(&sets_lock);
    return memory;
}

static int scheme_read(void *context, char *buffer, int length) { return xss_read_memory(context, buffer, length); }

static int scheme_close(void *context) {
    free(context);
    return 0;
}

static void start_library(void) {
    // libxml2 makes the lock of its catalog at the first use, unlocked: two threads at once make two, and one of them is
    // then held for ever. Nothing else of the catalog is used.
    xmlInitializeCatalog();
    // xmlInitParser registers the default callbacks first: registering ours alone would leave libxml2 without files.
    xmlInitParser();
    xmlRegisterInputCallbacks(scheme_matches, scheme_open, scheme_read, scheme_close);
    // Initialised lazily otherwise, and not safely (GNOME libxml2 #930).
    xmlSchemaInitTypes();
}

void xss_start_library(void) { pthread_once(&library_once, start_library); }

uint32_t xss_next_set(void) {
    pthread_mutex_lock(&sets_lock);
    uint32_t set = ++last_set;
    pthread_mutex_unlock(&sets_lock);
    return set;
}

typedef struct {
    xss_problem_handler handler;
    void *user;
} problem_sink;

#if LIBXML_VERSION >= 21200
static void structured_error(void *context, const xmlError *error) {
#else
static void structured_error(void *context, xmlErrorPtr error) {
#endif
    problem_sink *sink = context;
    if (!sink || !sink->handler || !error) return;
    xss_problem problem = {
        .domain = error->domain == XML_FROM_SCHEMASP || error->domain == XML_FROM_SCHEMASV ? XSS_DOMAIN_SCHEMA
                                                                                           : XSS_DOMAIN_PARSER,
        .code = error->code,
        .level = error->level,
        .line = error->line,
        .column = error->int2,
        .file = error->file,
        .message = error->message,
        .string1 = error->str1,
        .string2 = error->str2,
        .string3 = error->str3,
    };
    sink->handler(sink->user, &problem);
}

xss_schema *xss_schema_compile(
    uint32_t set, const xss_text *texts, int32_t count, int32_t entry, xss_problem_handler handler, void *user) {
    xss_start_library();
    compile_set own = {.number = set, .texts = texts, .count = count};
    pthread_mutex_lock(&sets_lock);
    own.next = sets;
    sets = &own;
    pthread_mutex_unlock(&sets_lock);

    problem_sink sink = {handler, user};
    char location[48];
    snprintf(location, sizeof location, XSS_SCHEME "%010u/%05d", set, entry);
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(location);
    xmlSchemaPtr compiled = NULL;
    if (parser) {
        xmlSchemaSetParserStructuredErrors(parser, structured_error, &sink);
        compiled = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
    }

    pthread_mutex_lock(&sets_lock);
    for (compile_set **link = &sets; *link; link = &(*link)->next) {
        if (*link != &own) continue;
        *link = own.next;
        break;
    }
    pthread_mutex_unlock(&sets_lock);
    return (xss_schema *)compiled;
}

void xss_schema_free(xss_schema *schema) {
    if (schema) xmlSchemaFree((xmlSchemaPtr)schema);
}

int32_t xss_library_version(void) { return (int32_t)strtol(xmlParserVersion, NULL, 10); }

int xss_read_memory(void *user, char *buffer, int length) {
    xss_memory *memory = user;
    size_t rest = memory->length - memory->offset;
    size_t part = rest < (size_t)length ? rest : (size_t)length;
    memcpy(buffer, memory->bytes + memory->offset, part);
    memory->offset += part;
    return (int)part;
}

void xss_keep_freed_memory(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}
