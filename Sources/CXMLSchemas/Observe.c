#include "CheckState.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

// What is looked at beside the schema in the same pass: codes of code lists, texts, values of attributes. Most texts are plain
// ASCII and most codes have been seen before; those cost no call.

enum { MAX_FINE_BYTES = 4 << 20, MAX_KEY = 4096 };

int64_t xss_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void xss_observe(xss_check *check, const xss_choice *choice) {
    check->codes = choice->codes && choice->codes->failed ? NULL : choice->codes;
    check->wants_texts = choice->wants_texts && check->handlers.text;
    memcpy(check->plain, choice->plain, sizeof check->plain);
    if (choice->watched && check->handlers.watched) check->watched = strdup(choice->watched);
    if (choice->attribute) check->attribute = strdup(choice->attribute);
    if (check->codes && !(check->fine = xss_names_new())) xss_check_stop_for(check, XSS_LIMIT_MEMORY);
}

void xss_observe_free(xss_check *check) {
    xss_names_free(check->fine);
    free(check->records);
    free(check->buffer);
    free(check->watched);
    free(check->attribute);
}

// MARK: Texts

static int is_plain(const xss_check *check, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x80 || !check->plain[byte]) return 0;
    }
    return 1;
}

static int is_blank(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != ' ' && bytes[i] != '\n' && bytes[i] != '\t' && bytes[i] != '\r') return 0;
    return 1;
}

void xss_observe_text(xss_check *check) {
    if (is_blank(check->text, check->text_length) || is_plain(check, check->text, check->text_length)) return;
    check->handlers.text(check->handlers.user, NULL, check->text, check->text_length);
}

// MARK: Codes

static int append(xss_check *check, const void *bytes, size_t length) {
    if (check->buffer_length + length > check->buffer_capacity) {
        size_t capacity = check->buffer_capacity ? check->buffer_capacity * 2 : 1024;
        while (capacity < check->buffer_length + length) capacity *= 2;
        char *larger = realloc(check->buffer, capacity);
        if (!larger) {
            xss_check_stop_for(check, XSS_LIMIT_MEMORY);
            return -1;
        }
        check->buffer = larger;
        check->buffer_capacity = capacity;
    }
    if (length) memcpy(check->buffer + check->buffer_length, bytes, length);
    check->buffer_length += length;
    return 0;
}

// Appends one text of a code; `kind` and the zero behind it keep different codes from having one key.
static int append_part(xss_check *check, char kind, const void *bytes, size_t length, size_t *offset) {
    if (append(check, &kind, 1) < 0) return -1;
    *offset = check->buffer_length;
    return append(check, bytes, length) < 0 || append(check, "", 1) < 0 ? -1 : 0;
}

static void open_record(
    xss_check *check, level *own, const xss_holder *holder, int attribute_count, const xmlChar **attributes) {
    if (check->record_count == check->record_capacity) {
        int32_t capacity = check->record_capacity ? check->record_capacity * 2 : 8;
        record *records = realloc(check->records, (size_t)capacity * sizeof *records);
        if (!records) return xss_check_stop_for(check, XSS_LIMIT_MEMORY);
        check->records = records;
        check->record_capacity = capacity;
    }
    record *r = &check->records[check->record_count++];
    memset(r, 0, sizeof *r);
    r->holder = holder;
    r->line = own->line;
    r->column = own->column;
    r->index = 1;
    r->start = check->buffer_length;
    own->record = check->record_count;
    if (append(check, &holder->code, sizeof holder->code) < 0) return;
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        if (a[2]) continue;
        size_t length = (size_t)(a[4] - a[3]);
        if (!strcmp((const char *)a[0], "listURI")) {
            r->uri.is_there = 1;
            r->uri.length = length;
            append_part(check, 'u', a[3], length, &r->uri.offset);
        } else if (!strcmp((const char *)a[0], "listVersionID")) {
            r->version.is_there = 1;
            r->version.length = length;
            append_part(check, 'v', a[3], length, &r->version.offset);
        }
    }
}

static xss_span span(const xss_check *check, size_t offset, size_t length, int is_there) {
    return (xss_span){is_there ? check->buffer + offset : NULL, length};
}

static void close_record(xss_check *check, level *own) {
    record *r = &check->records[own->record - 1];
    const char *key = check->buffer + r->start;
    size_t length = check->buffer_length - r->start;
    int is_short = length <= MAX_KEY;
    if (!is_short || xss_names_find(check->fine, key, length) < 0) {
        xss_code code = {
            .code = r->holder->code, .line = r->line, .column = r->column, .index = r->index,
            .uri = span(check, r->uri.offset, r->uri.length, r->uri.is_there),
            .version = span(check, r->version.offset, r->version.length, r->version.is_there),
            .value = span(check, r->value.offset, r->value.length, r->value.is_there),
            .name = span(check, r->name.offset, r->name.length, r->name.is_there)};
        if (check->handlers.code && check->handlers.code(check->handlers.user, &code) && is_short
            && check->fine_bytes + length < MAX_FINE_BYTES) {
            check->fine_bytes += length;
            xss_names_intern(check->fine, key, length);
        }
    }
    check->buffer_length = r->start;
    check->record_count = own->record - 1;
}

// MARK: Elements

// The state that an element's name leads to from its parent's.
static int32_t next_state(const xss_automaton *codes, const known_name *name, int32_t parent) {
    int32_t state = parent == XSS_STATE_EMPTY ? XSS_STATE_EMPTY : -1;
    int is_known = name->code_local != -2 && name->code_space != -2;
    if (is_known && parent >= 0)
        state = xss_automaton_get(codes, XSS_SORT_CHILD, parent, name->code_space, name->code_local);
    // What the parent's type does not list is admitted by a wildcard, if at all.
    if (is_known && state == -1)
        state = xss_automaton_get(codes, XSS_SORT_CHILD, -1, name->code_space, name->code_local);
    return state;
}

static void find_state(xss_check *check, level *own, known_name *name, int attribute_count, const xmlChar **attributes) {
    int32_t parent = check->depth > 1 ? check->levels[check->depth - 1].code_state : -1;
    if (name->code_parent != parent) {
        name->code_parent = parent;
        name->code_state = next_state(check->codes, name, parent);
    }
    own->code_state = name->code_state;
    own->code_local = name->code_local;
    own->code_space = name->code_space;
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        if (!a[2] || strcmp((const char *)a[0], "type") || strcmp((const char *)a[2], XSS_XSI)) continue;
        int32_t typed = xss_state_of_xsi_type(check, check->codes, a[3], (size_t)(a[4] - a[3]));
        if (typed != -1) own->code_state = typed;
    }
}

void xss_observe_start(
    xss_check *check, level *own, known_name *name, int attribute_count, const xmlChar **attributes) {
    own->record = 0;
    own->watched = name->watched && check->watched;
    if (check->codes) {
        find_state(check, own, name, attribute_count, attributes);
        int32_t holder = own->code_state >= 0 ? check->codes->states[own->code_state].holder : 0;
        if (holder) open_record(check, own, &check->codes->holders[holder - 1], attribute_count, attributes);
    }
    if (!check->wants_texts) return;
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        size_t length = (size_t)(a[4] - a[3]);
        // xsi:schemaLocation and the like tell readers of the document something; they are no part of the message.
        if (a[2] && !strcmp((const char *)a[2], XSS_XSI)) continue;
        int always = check->attribute && !strcmp(check->attribute, (const char *)a[0]);
        if (!always && is_plain(check, (const char *)a[3], length)) continue;
        check->handlers.text(check->handlers.user, (const char *)a[0], (const char *)a[3], length);
    }
}

void xss_observe_end(xss_check *check, level *own) {
    if (own->watched && check->watched) {
        free(check->watched);
        check->watched = NULL;
        check->handlers.watched(check->handlers.user, check->text, check->text_length);
        xss_names_free(check->fine);
        check->fine_bytes = 0;
        if (check->codes && !(check->fine = xss_names_new())) return xss_check_stop_for(check, XSS_LIMIT_MEMORY);
    }
    if (!check->codes) return;
    if (own->record) return close_record(check, own);
    const level *parent = &check->levels[check->depth - 1];
    if (!parent->record) return;
    record *r = &check->records[parent->record - 1];
    if (own->code_local < 0) return;
    if (own->code_local == r->holder->code_local && own->code_space == r->holder->code_space) {
        r->line = own->line;
        r->column = own->column;
        r->index = own->index;
        r->value.is_there = 1;
        r->value.length = check->text_length;
        append_part(check, 'c', check->text, check->text_length, &r->value.offset);
    } else if (own->code_local == r->holder->name_local && own->code_space == r->holder->name_space) {
        r->name.is_there = 1;
        r->name.length = check->text_length;
        append_part(check, 'n', check->text, check->text_length, &r->name.offset);
    }
}
