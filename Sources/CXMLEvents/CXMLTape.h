#pragma once

// The inside of a parser: its state, and how names, strings and events get onto the tape. All of it is inline, since it
// runs for every tag.

#include "CXMLEncoding.h"
#include "CXMLEvents.h"

#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct counter {
    uint32_t name, count;
} counter;

// Names and strings are found by the addresses that libxml2's dictionary gives them, unique within one parse.
typedef struct name_slot {
    const xmlChar *local, *prefix, *uri;
    uint32_t token;
} name_slot;

typedef struct string_slot {
    const xmlChar *pointer;
    uint32_t token;
} string_slot;

// The length of a name as written, prefix and colon included.
typedef struct name_size {
    uint32_t bytes, characters;
} name_size;

struct xev_parser {
    xmlParserCtxtPtr context;
    xev_limits limits;
    xev_tape tape;
    xev_error error;
    int recording;
    int tracking;
    int text_is_open;
    int pending_pop;
    uint64_t fed;

    xev_frame *frames;
    size_t frame_count, frame_capacity;
    counter *counters;
    size_t counter_count, counter_capacity;

    name_slot *name_slots;
    size_t name_slot_capacity;
    string_slot *string_slots;
    size_t string_slot_capacity;
    xev_transcoder transcoder;
    char encoding_name[64];
    int has_root;

    name_size *name_sizes; // beside tape.names
    size_t name_size_capacity;
};

static void fail(xev_parser *p, xev_status status, int code, const char *detail) {
    if (p->error.status != XEV_OK) return;
    p->error.status = status;
    p->error.code = code;
    xev_parser_position(p, &p->error.line, &p->error.column);
    if (detail != NULL) {
        snprintf(p->error.detail, sizeof p->error.detail, "%s", detail);
        size_t length = strlen(p->error.detail);
        while (length > 0 && p->error.detail[length - 1] == '\n') p->error.detail[--length] = 0;
    }
    if (p->context != NULL) xmlStopParser(p->context);
}

#define LIKELY(condition) __builtin_expect(!!(condition), 1)

static int grow(xev_parser *p, void **items, size_t *capacity, size_t count, size_t more, size_t size)
    __attribute__((noinline));

// Makes room for `more` further items of `size` bytes. Returns 0 without memory, the parse then ends.
static inline int reserve(xev_parser *p, void **items, size_t *capacity, size_t count, size_t more, size_t size) {
    return LIKELY(count + more <= *capacity) || grow(p, items, capacity, count, more, size);
}

static int grow(xev_parser *p, void **items, size_t *capacity, size_t count, size_t more, size_t size) {
    size_t wanted = *capacity < 64 ? 64 : *capacity * 2;
    while (wanted < count + more) wanted *= 2;
    void *grown = realloc(*items, wanted * size);
    if (grown == NULL) {
        fail(p, XEV_NO_MEMORY, 0, NULL);
        return 0;
    }
    *items = grown;
    *capacity = wanted;
    return 1;
}

// The addresses come from one dictionary, whose strings lie apart by their length: one multiplication spreads them.
static inline size_t mix(uintptr_t a, uintptr_t b, uintptr_t c) {
    uint64_t hash = ((uint64_t)a ^ ((uint64_t)b << 7) ^ ((uint64_t)c << 15)) * 0x9E3779B97F4A7C15u;
    return (size_t)(hash >> 32);
}

static uint32_t intern_string(xev_parser *p, const xmlChar *string) {
    if (string == NULL) return 0;
    if ((p->tape.string_count + 1) * 2 > p->string_slot_capacity) {
        size_t capacity = p->string_slot_capacity == 0 ? 256 : p->string_slot_capacity * 2;
        string_slot *slots = calloc(capacity, sizeof *slots);
        if (slots == NULL) {
            fail(p, XEV_NO_MEMORY, 0, NULL);
            return 0;
        }
        for (size_t i = 0; i < p->string_slot_capacity; i++) {
            if (p->string_slots[i].token == 0) continue;
            size_t at = mix((uintptr_t)p->string_slots[i].pointer, 0, 0) & (capacity - 1);
            while (slots[at].token != 0) at = (at + 1) & (capacity - 1);
            slots[at] = p->string_slots[i];
        }
        free(p->string_slots);
        p->string_slots = slots;
        p->string_slot_capacity = capacity;
    }
    size_t at = mix((uintptr_t)string, 0, 0) & (p->string_slot_capacity - 1);
    while (p->string_slots[at].token != 0) {
        if (p->string_slots[at].pointer == string) return p->string_slots[at].token;
        at = (at + 1) & (p->string_slot_capacity - 1);
    }
    size_t length = strlen((const char *)string);
    if (length > p->limits.max_name_bytes) {
        fail(p, XEV_LIMIT_NAME, 0, NULL);
        return 0;
    }
    if (!reserve(p, (void **)&p->tape.strings, &p->tape.string_capacity, p->tape.string_count, 1, sizeof(xev_string)))
        return 0;
    uint32_t token = (uint32_t)p->tape.string_count++;
    p->tape.strings[token] = (xev_string){(const char *)string, (uint32_t)length};
    p->string_slots[at] = (string_slot){string, token};
    return token;
}

static uint32_t intern_name_slow(xev_parser *p, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri);

__attribute__((always_inline)) static inline uint32_t intern_name(
    xev_parser *p, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    size_t mask = p->name_slot_capacity - 1;
    size_t at = mix((uintptr_t)local, (uintptr_t)prefix, (uintptr_t)uri) & mask;
    for (;;) {
        const name_slot *slot = &p->name_slots[at];
        if (slot->token == 0) return intern_name_slow(p, local, prefix, uri);
        if (slot->local == local && slot->prefix == prefix && slot->uri == uri) return slot->token;
        at = (at + 1) & mask;
    }
}

static uint32_t intern_name_slow(xev_parser *p, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    if ((p->tape.name_count + 1) * 2 > p->name_slot_capacity) {
        size_t capacity = p->name_slot_capacity * 2;
        name_slot *slots = calloc(capacity, sizeof *slots);
        if (slots == NULL) {
            fail(p, XEV_NO_MEMORY, 0, NULL);
            return 0;
        }
        for (size_t i = 0; i < p->name_slot_capacity; i++) {
            const name_slot *old = &p->name_slots[i];
            if (old->token == 0) continue;
            size_t at = mix((uintptr_t)old->local, (uintptr_t)old->prefix, (uintptr_t)old->uri) & (capacity - 1);
            while (slots[at].token != 0) at = (at + 1) & (capacity - 1);
            slots[at] = *old;
        }
        free(p->name_slots);
        p->name_slots = slots;
        p->name_slot_capacity = capacity;
    }
    xev_name name = {intern_string(p, prefix), intern_string(p, local), intern_string(p, uri)};
    if (p->error.status != XEV_OK) return 0;
    if (!reserve(p, (void **)&p->tape.names, &p->tape.name_capacity, p->tape.name_count, 1, sizeof(xev_name)))
        return 0;
    if (!reserve(p, (void **)&p->name_sizes, &p->name_size_capacity, p->tape.name_count, 1, sizeof(name_size)))
        return 0;
    uint32_t token = (uint32_t)p->tape.name_count++;
    p->tape.names[token] = name;
    name_size size = {0, 0};
    const xev_string parts[] = {p->tape.strings[name.prefix], p->tape.strings[name.local]};
    for (int part = 0; part < 2; part++) {
        for (uint32_t i = 0; i < parts[part].length; i++) size.characters += (parts[part].bytes[i] & 0xC0) != 0x80;
        size.bytes += parts[part].length;
    }
    if (name.prefix != 0) size.bytes++, size.characters++;
    p->name_sizes[token] = size;
    size_t at = mix((uintptr_t)local, (uintptr_t)prefix, (uintptr_t)uri) & (p->name_slot_capacity - 1);
    while (p->name_slots[at].token != 0) at = (at + 1) & (p->name_slot_capacity - 1);
    p->name_slots[at] = (name_slot){local, prefix, uri, token};
    return token;
}

static inline uint32_t head(xev_kind kind, uint32_t column) {
    return (uint32_t)kind | ((column > 0xFFFFFFu ? 0xFFFFFFu : column) << 8);
}

static inline int reserve_events(xev_parser *p, size_t more) {
    return reserve(p, (void **)&p->tape.events, &p->tape.capacity, p->tape.count, more, sizeof(xev_event));
}

// Room must have been reserved.
static inline void push(xev_parser *p, uint32_t head, uint32_t a, uint32_t b, uint32_t c) {
    p->tape.events[p->tape.count++] = (xev_event){head, a, b, c};
}

static inline uint32_t store(xev_parser *p, const xmlChar *bytes, size_t length) {
    enum { BLOCK = XEV_ARENA_SLACK / 2, SHORT = XEV_ARENA_SLACK };
    if (!reserve(p, (void **)&p->tape.arena, &p->tape.arena_capacity, p->tape.arena_count, length + SHORT, 1)) return 0;
    uint32_t offset = (uint32_t)p->tape.arena_count;
    char *to = p->tape.arena + offset;
    const xmlParserInput *input = p->context->input;
    // Most texts are short, and calling memcpy costs more than copying them. What is copied too much lies in libxml2's
    // buffer before, and is overwritten behind.
    if (LIKELY(length <= SHORT && bytes >= input->base && bytes + SHORT <= input->end)) {
        memcpy(to, bytes, BLOCK);
        if (length > BLOCK) memcpy(to + BLOCK, bytes + BLOCK, BLOCK);
    } else {
        memcpy(to, bytes, length);
    }
    p->tape.arena_count += length;
    return offset;
}
