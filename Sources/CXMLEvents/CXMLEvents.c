// For memrchr.
#define _GNU_SOURCE
#include "CXMLEvents.h"

#include "CXMLTape.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void pop_ended(xev_parser *p) {
    if (!p->pending_pop) return;
    p->pending_pop = 0;
    p->frame_count--;
    p->counter_count = p->frames[p->frame_count].counters;
}

static inline const xmlChar *last_less_than(const xmlChar *base, const xmlChar *end) {
#ifdef __GLIBC__
    const xmlChar *found = memrchr(base, '<', (size_t)(end - base));
    return found == NULL ? base : found;
#else
    while (end > base) {
        if (*--end == '<') break;
    }
    return end;
#endif
}

// Whether 16 bytes are ASCII without a line feed.
static inline int is_plain_block(const xmlChar *bytes) {
    typedef uint8_t block __attribute__((vector_size(16)));
    typedef uint64_t halves __attribute__((vector_size(16)));
    block all;
    memcpy(&all, bytes, sizeof all);
    halves found = (halves)((block)(all >= 0x80) | (block)(all == '\n'));
    return (found[0] | found[1]) == 0;
}

// libxml2 calls back when it has read the whole tag. The tag's own start is found by going back to its '<', which
// cannot stand inside a tag otherwise (XML 1.0, 3.1, production 10 forbids it in attribute values).
static inline void tag_start(
    const xev_parser *p, uint32_t name, int has_attributes, uint32_t *line, uint32_t *column) {
    const xmlParserInput *input = p->context->input;
    const xmlChar *at = input->cur;
    if (!has_attributes) {
        // Mostly there is nothing but the name between '<' and here, and its length is known.
        const name_size *size = &p->name_sizes[name];
        if (LIKELY((size_t)(at - input->base) > size->bytes && *(at - size->bytes - 1) == '<')) {
            *line = (uint32_t)input->line;
            *column = (uint32_t)input->col - size->characters - 1;
            return;
        }
    }
    const xmlChar *start = last_less_than(input->base, at);
    uint32_t characters = 0, newlines = 0;
    for (const xmlChar *byte = start; byte < at;) {
        if (byte + 16 <= at && is_plain_block(byte)) {
            characters += 16;
            byte += 16;
            continue;
        }
        characters += (*byte & 0xC0) != 0x80;
        newlines += *byte == '\n';
        byte++;
    }
    at = start;
    *line = (uint32_t)input->line - newlines;
    if (newlines == 0) {
        *column = (uint32_t)input->col > characters ? (uint32_t)input->col - characters : 1;
        return;
    }
    uint32_t before = 1;
    for (int bound = 4096; at > input->base && at[-1] != '\n' && bound > 0; bound--) {
        at--;
        before += (*at & 0xC0) != 0x80;
    }
    *column = before;
}

static void track_start(xev_parser *p, uint32_t name, uint32_t line, uint32_t column) {
    pop_ended(p);
    if (p->frame_count >= p->limits.max_depth) {
        fail(p, XEV_LIMIT_DEPTH, 0, NULL);
        return;
    }
    uint32_t index = 1;
    if (p->frame_count > 0 && p->tracking) {
        xev_frame *parent = &p->frames[p->frame_count - 1];
        size_t at = parent->last_counter;
        if (at >= p->counter_count || p->counters[at].name != name) {
            at = parent->counters;
            while (at < p->counter_count && p->counters[at].name != name) at++;
        }
        if (at == p->counter_count) {
            if (!reserve(p, (void **)&p->counters, &p->counter_capacity, p->counter_count, 1, sizeof(counter)))
                return;
            p->counters[p->counter_count++] = (counter){name, 0};
        }
        index = ++p->counters[at].count;
        parent->last_counter = (uint32_t)at;
    }
    if (!reserve(p, (void **)&p->frames, &p->frame_capacity, p->frame_count, 1, sizeof(xev_frame))) return;
    p->frames[p->frame_count++] = (xev_frame){
        name, index, line, column, (uint32_t)p->counter_count, (uint32_t)p->counter_count};
}

static void on_start(
    void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
    xev_parser *p = data;
    (void)defaulted_count;
    if (p->error.status != XEV_OK) return;
    if ((uint32_t)attribute_count + (uint32_t)namespace_count > p->limits.max_attributes) {
        fail(p, XEV_LIMIT_ATTRIBUTES, 0, NULL);
        return;
    }
    uint32_t line, column;
    uint32_t name = intern_name(p, local, prefix, uri);
    if (p->error.status != XEV_OK) return;
    p->has_root = 1;
    tag_start(p, name, attribute_count + namespace_count > 0, &line, &column);
    track_start(p, name, line, column);
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **attribute = attributes + i * 5;
        if ((uint64_t)(attribute[4] - attribute[3]) > p->limits.max_text_bytes) {
            fail(p, XEV_LIMIT_TEXT, 0, NULL);
            return;
        }
    }
    p->text_is_open = 0;
    if (!p->recording || p->error.status != XEV_OK) return;
    if (!reserve_events(p, 1 + (size_t)attribute_count + (size_t)namespace_count)) return;
    push(p, head(XEV_START, column), name, line, (uint32_t)attribute_count | ((uint32_t)namespace_count << 16));
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **attribute = attributes + i * 5;
        uint32_t token = intern_name(p, attribute[0], attribute[1], attribute[2]);
        size_t length = (size_t)(attribute[4] - attribute[3]);
        uint32_t offset = store(p, attribute[3], length);
        push(p, XEV_ATTRIBUTE, token, offset, (uint32_t)length);
    }
    for (int i = 0; i < namespace_count; i++)
        push(p, XEV_NAMESPACE, intern_string(p, namespaces[i * 2]), intern_string(p, namespaces[i * 2 + 1]), 0);
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    xev_parser *p = data;
    (void)local, (void)prefix, (void)uri;
    if (p->error.status != XEV_OK) return;
    pop_ended(p);
    if (p->frame_count == 0) return;
    p->pending_pop = 1;
    p->text_is_open = 0;
    if (p->recording && reserve_events(p, 1))
        push(
            p, head(XEV_END, (uint32_t)p->context->input->col), p->frames[p->frame_count - 1].name,
            (uint32_t)p->context->input->line, 0);
}

__attribute__((always_inline)) static inline void add_text(xev_parser *p, xev_kind kind, const xmlChar *bytes, size_t length) {
    if (p->error.status != XEV_OK) return;
    pop_ended(p);
    if (!p->recording) return;
    if (p->text_is_open) {
        xev_event *open = &p->tape.events[p->tape.count - 1];
        if ((open->head & 0xFF) == (uint32_t)kind) {
            if ((uint64_t)open->b + length > p->limits.max_text_bytes) {
                fail(p, XEV_LIMIT_TEXT, 0, NULL);
                return;
            }
            store(p, bytes, length);
            open->b += (uint32_t)length;
            return;
        }
    }
    if (length > p->limits.max_text_bytes) {
        fail(p, XEV_LIMIT_TEXT, 0, NULL);
        return;
    }
    uint32_t offset = store(p, bytes, length);
    if (!reserve_events(p, 1) || p->error.status != XEV_OK) return;
    const xmlParserInput *input = p->context->input;
    push(p, head(kind, (uint32_t)input->col), offset, (uint32_t)length, (uint32_t)input->line);
    p->text_is_open = 1;
}

static void on_characters(void *data, const xmlChar *bytes, int length) {
    add_text(data, XEV_TEXT, bytes, (size_t)length);
}

static void on_cdata(void *data, const xmlChar *bytes, int length) {
    add_text(data, XEV_CDATA, bytes, (size_t)length);
}

static void on_comment(void *data, const xmlChar *text) {
    xev_parser *p = data;
    if (p->error.status != XEV_OK) return;
    p->text_is_open = 0;
    add_text(p, XEV_COMMENT, text, strlen((const char *)text));
    p->text_is_open = 0;
}

static void on_pi(void *data, const xmlChar *target, const xmlChar *text) {
    xev_parser *p = data;
    if (p->error.status != XEV_OK) return;
    pop_ended(p);
    p->text_is_open = 0;
    if (!p->recording) return;
    size_t length = text == NULL ? 0 : strlen((const char *)text);
    if (length > p->limits.max_text_bytes) {
        fail(p, XEV_LIMIT_TEXT, 0, NULL);
        return;
    }
    // The target is not always in the dictionary, so its address is no key.
    const xmlChar *interned = xmlDictLookup(p->context->dict, target, -1);
    uint32_t token = intern_string(p, interned);
    uint32_t offset = length == 0 ? 0 : store(p, text, length);
    if (reserve_events(p, 1) && p->error.status == XEV_OK) push(p, XEV_PI, token, offset, (uint32_t)length);
}

// Document type declarations. Messages may have none; schemas may have an internal subset, for which libxml2's own
// handlers keep the declarations, with everything external refused.

static void on_internal_subset(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    xev_parser *p = data;
    if (!p->limits.allows_doctype) {
        fail(p, XEV_DOCTYPE_FORBIDDEN, 0, NULL);
        return;
    }
    xmlSAX2StartDocument(p->context);
    xmlSAX2InternalSubset(p->context, name, public_id, system_id);
}

static void on_entity_declaration(
    void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
    xmlChar *content) {
    xev_parser *p = data;
    if (type != XML_INTERNAL_GENERAL_ENTITY && type != XML_INTERNAL_PARAMETER_ENTITY) {
        fail(p, XEV_EXTERNAL_ENTITY, 0, (const char *)name);
        return;
    }
    xmlSAX2EntityDecl(p->context, name, type, public_id, system_id, content);
}

static void on_unparsed_entity(
    void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id, const xmlChar *notation) {
    (void)public_id, (void)system_id, (void)notation;
    fail(data, XEV_EXTERNAL_ENTITY, 0, (const char *)name);
}

static xmlEntityPtr on_get_entity(void *data, const xmlChar *name) {
    xev_parser *p = data;
    if (!p->limits.allows_doctype) return xmlGetPredefinedEntity(name);
    return xmlSAX2GetEntity(p->context, name);
}

static xmlEntityPtr on_get_parameter_entity(void *data, const xmlChar *name) {
    xev_parser *p = data;
    return p->limits.allows_doctype ? xmlSAX2GetParameterEntity(p->context, name) : NULL;
}

static xmlParserInputPtr on_resolve_entity(void *data, const xmlChar *public_id, const xmlChar *system_id) {
    (void)public_id;
    fail(data, XEV_EXTERNAL_ENTITY, 0, (const char *)system_id);
    return NULL;
}

static int never(void *data) {
    (void)data;
    return 0;
}

static int has_internal_subset(void *data) {
    xev_parser *p = data;
    return p->context->myDoc != NULL && p->context->myDoc->intSubset != NULL;
}

#if LIBXML_VERSION >= 21200
static void on_error(void *data, const xmlError *error) {
#else
static void on_error(void *data, xmlError *error) {
#endif
    (void)data;
    if (error->level < XML_ERR_ERROR) return;
    xmlParserCtxtPtr context = error->ctxt;
    // A plugged validator puts itself between, so the handler's data is not ours; the context's private pointer is.
    if (context == NULL || context->_private == NULL) return;
    xev_parser *p = context->_private;
    xev_status status = XEV_NOT_WELL_FORMED;
    switch (error->code) {
    case XML_ERR_DOCUMENT_EMPTY: status = p->fed == 0 ? XEV_EMPTY : XEV_NOT_WELL_FORMED; break;
    case XML_ERR_ENTITY_LOOP: status = XEV_ENTITY_LOOP; break;
    case XML_ERR_NAME_TOO_LONG: status = XEV_LIMIT_NAME; break;
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_INVALID_ENCODING:
    case XML_I18N_CONV_FAILED:
    case XML_I18N_NO_OUTPUT: status = XEV_ENCODING; break;
    default: break;
    }
    fail(p, status, error->code, error->message);
}

void xev_initialize(void) {
    xmlInitParser();
    // Lazily initialised otherwise, which is not safe from several threads.
    xmlSchemaInitTypes();
}

xev_parser *xev_parser_create(const xev_limits *limits) {
    xev_parser *p = calloc(1, sizeof *p);
    if (p == NULL) return NULL;
    p->limits = *limits;
    if (p->limits.max_attributes > 0xFFFF) p->limits.max_attributes = 0xFFFF;
    p->recording = 1;
    p->tracking = 1;
    p->name_slot_capacity = 256;
    p->name_slots = calloc(p->name_slot_capacity, sizeof(name_slot));
    p->tape.string_count = 1;
    p->tape.name_count = 1;
    if (p->name_slots == NULL
        || !reserve(p, (void **)&p->tape.strings, &p->tape.string_capacity, 1, 1, sizeof(xev_string))
        || !reserve(p, (void **)&p->tape.names, &p->tape.name_capacity, 1, 1, sizeof(xev_name))) {
        xev_parser_free(p);
        return NULL;
    }
    p->tape.strings[0] = (xev_string){"", 0};
    p->tape.names[0] = (xev_name){0, 0, 0};
    return p;
}

void xev_parser_free(xev_parser *p) {
    if (p == NULL) return;
    if (p->context != NULL) {
        if (p->context->myDoc != NULL) xmlFreeDoc(p->context->myDoc);
        p->context->myDoc = NULL;
        xmlFreeParserCtxt(p->context);
    }
    free(p->tape.events);
    free(p->tape.arena);
    free(p->tape.strings);
    free(p->tape.names);
    free(p->frames);
    free(p->counters);
    free(p->name_slots);
    free(p->string_slots);
    free(p->name_sizes);
    free(p->transcoder.output);
    free(p);
}

static void install_error_handler(xev_parser *p) {
#if LIBXML_VERSION >= 21300
    xmlCtxtSetErrorHandler(p->context, on_error, p);
#else
    p->context->sax->serror = on_error;
#endif
    p->context->_private = p;
}

xev_status xev_parser_open(xev_parser *p, const void *bytes, size_t count) {
    if (count == 0) {
        fail(p, XEV_EMPTY, 0, NULL);
        return p->error.status;
    }
    p->transcoder.encoding = xev_detect_encoding(bytes, count, p->encoding_name, sizeof p->encoding_name);
    if (p->transcoder.encoding >= XEV_UNKNOWN_ENCODING) {
        fail(p, XEV_ENCODING, 0, p->encoding_name);
        return p->error.status;
    }
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_characters;
    sax.ignorableWhitespace = on_characters;
    sax.cdataBlock = on_cdata;
    sax.comment = on_comment;
    sax.processingInstruction = on_pi;
    sax.internalSubset = on_internal_subset;
    sax.entityDecl = on_entity_declaration;
    sax.unparsedEntityDecl = on_unparsed_entity;
    sax.getEntity = on_get_entity;
    sax.getParameterEntity = on_get_parameter_entity;
    sax.resolveEntity = on_resolve_entity;
    sax.hasInternalSubset = has_internal_subset;
    sax.hasExternalSubset = never;
    sax.isStandalone = never;
    sax.serror = on_error;
    p->context = xmlCreatePushParserCtxt(&sax, p, NULL, 0, NULL);
    if (p->context == NULL) {
        fail(p, XEV_NO_MEMORY, 0, NULL);
        return p->error.status;
    }
    install_error_handler(p);
    // Without a DOCTYPE there is nothing to amplify, and libxml2's own walls (10 MB of text, depth 256) are replaced
    // by the explicit limits. With one, libxml2's guard against entity expansion stays up.
    // What arrives is UTF-8 by now, whatever the declaration says. NOENT, or else libxml2 leaves an ampersand in an attribute value as "&#38;".
    int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC;
    if (!p->limits.allows_doctype) options |= XML_PARSE_HUGE;
    xmlCtxtUseOptions(p->context, options);
    return p->error.status;
}

void *xev_parser_context(xev_parser *p) { return p->context; }

void xev_parser_plugged(xev_parser *p) { install_error_handler(p); }

xev_status xev_parser_feed(xev_parser *p, const void *bytes, size_t count, int last) {
    if (p->error.status != XEV_OK) return p->error.status;
    p->fed += count;
    if (p->fed > p->limits.max_total_bytes) {
        fail(p, XEV_LIMIT_TOTAL, 0, NULL);
        return p->error.status;
    }
    const char *at = bytes;
    if (p->transcoder.encoding != XEV_UTF8) {
        int fault = xev_transcode(&p->transcoder, bytes, count, last);
        if (fault == 2) fail(p, XEV_NO_MEMORY, 0, NULL);
        at = p->transcoder.output;
        count = p->transcoder.count;
        // What could be converted is parsed, so that the error has its place.
        if (fault == 1) {
            if (count > 0) xmlParseChunk(p->context, at, (int)count, 0);
            fail(p, XEV_ENCODING, 0, p->encoding_name);
        }
    }
    while (count > 0 && p->error.status == XEV_OK) {
        int step = count > (1 << 20) ? 1 << 20 : (int)count;
        xmlParseChunk(p->context, at, step, 0);
        at += step;
        count -= (size_t)step;
    }
    if (p->error.status == XEV_OK && last) xmlParseChunk(p->context, NULL, 0, 1);
    if (p->error.status != XEV_OK) return p->error.status;
    const xmlError *error = xmlCtxtGetLastError(p->context);
    if (!p->context->wellFormed || !p->context->nsWellFormed) {
        fail(
            p, XEV_NOT_WELL_FORMED, error == NULL ? 0 : error->code,
            error == NULL || error->message == NULL ? NULL : error->message);
        return p->error.status;
    }
    if (last && !p->has_root) fail(p, XEV_NOT_WELL_FORMED, XML_ERR_DOCUMENT_EMPTY, NULL);
    // A tag, comment or instruction that does not end would otherwise be gathered without bound.
    if (!last && p->context->input != NULL) {
        uint64_t waiting = (uint64_t)(p->context->input->end - p->context->input->cur);
        if (waiting > p->limits.max_text_bytes + (1u << 20)) fail(p, XEV_LIMIT_TEXT, 0, NULL);
    }
    if (p->tape.arena_count > UINT32_MAX / 2) fail(p, XEV_LIMIT_TEXT, 0, NULL);
    return p->error.status;
}

size_t xev_parser_complete_events(const xev_parser *p) {
    return p->text_is_open && p->tape.count > 0 ? p->tape.count - 1 : p->tape.count;
}

void xev_parser_reset_tape(xev_parser *p) {
    if (p->text_is_open && p->tape.count > 0) {
        xev_event open = p->tape.events[p->tape.count - 1];
        memmove(p->tape.arena, p->tape.arena + open.a, open.b);
        p->tape.arena_count = open.b;
        open.a = 0;
        p->tape.events[0] = open;
        p->tape.count = 1;
        return;
    }
    p->text_is_open = 0;
    p->tape.count = 0;
    p->tape.arena_count = 0;
}

void xev_parser_set_recording(xev_parser *p, int on) {
    p->recording = on;
    p->text_is_open = 0;
}

void xev_parser_set_tracking(xev_parser *p, int on) { p->tracking = on; }

const xev_tape *xev_parser_tape(const xev_parser *p) { return &p->tape; }

const xev_error *xev_parser_error(const xev_parser *p) { return &p->error; }

const xev_frame *xev_parser_frames(const xev_parser *p, size_t *count) {
    *count = p->frame_count;
    return p->frames;
}

void xev_parser_position(const xev_parser *p, uint32_t *line, uint32_t *column) {
    const xmlParserInput *input = p->context == NULL ? NULL : p->context->input;
    *line = input == NULL || input->line < 1 ? 1 : (uint32_t)input->line;
    *column = input == NULL || input->col < 1 ? 1 : (uint32_t)input->col;
}

const char *xev_parser_encoding(const xev_parser *p) {
    if (p->encoding_name[0] != 0) return p->encoding_name;
    switch (p->transcoder.encoding) {
    case XEV_UTF16LE: return "UTF-16LE";
    case XEV_UTF16BE: return "UTF-16BE";
    default: return NULL;
    }
}
