#include "CXMLSchemas.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *string;
    uint32_t length;
    uint32_t hash;
} entry;

// Strings live in blocks that are never moved, so that their addresses stay good.
typedef struct block {
    struct block *previous;
    size_t used, capacity;
    char bytes[];
} block;

struct xss_names {
    entry *entries;
    int32_t count, capacity;
    int32_t *slots; // index + 1, 0 is free
    uint32_t slot_mask, slot_count;
    block *blocks;
};

// Eight bytes at a time: codes with their lists are hashed here, a hundred bytes and more, for every one of a message.
static uint32_t hash_of(const char *string, size_t length) {
    uint64_t hash = length * 0x9E3779B97F4A7C15u, word = 0;
    for (; length >= 8; length -= 8, string += 8) {
        memcpy(&word, string, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    word = 0;
    memcpy(&word, string, length);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
    return (uint32_t)(hash >> 32);
}

xss_names *xss_names_new(void) {
    xss_names *names = calloc(1, sizeof *names);
    if (!names) return NULL;
    names->slot_mask = 1023;
    names->slots = calloc(names->slot_mask + 1, sizeof *names->slots);
    if (!names->slots) {
        free(names);
        return NULL;
    }
    return names;
}

void xss_names_free(xss_names *names) {
    if (!names) return;
    for (block *b = names->blocks; b;) {
        block *previous = b->previous;
        free(b);
        b = previous;
    }
    free(names->entries);
    free(names->slots);
    free(names);
}

static char *store(xss_names *names, const char *string, size_t length) {
    if (!names->blocks || names->blocks->capacity - names->blocks->used < length + 1) {
        size_t capacity = length + 1 > 65536 ? length + 1 : 65536;
        block *b = malloc(sizeof *b + capacity);
        if (!b) return NULL;
        b->previous = names->blocks;
        b->used = 0;
        b->capacity = capacity;
        names->blocks = b;
    }
    char *copy = names->blocks->bytes + names->blocks->used;
    memcpy(copy, string, length);
    copy[length] = 0;
    names->blocks->used += length + 1;
    return copy;
}

static int grow_slots(xss_names *names) {
    uint32_t mask = names->slot_mask * 2 + 1;
    int32_t *slots = calloc((size_t)mask + 1, sizeof *slots);
    if (!slots) return -1;
    // From slot to slot: what was only kept has none.
    for (uint32_t i = 0; i <= names->slot_mask; i++) {
        if (!names->slots[i]) continue;
        uint32_t slot = names->entries[names->slots[i] - 1].hash & mask;
        while (slots[slot]) slot = (slot + 1) & mask;
        slots[slot] = names->slots[i];
    }
    free(names->slots);
    names->slots = slots;
    names->slot_mask = mask;
    return 0;
}

static int32_t find(const xss_names *names, const char *string, size_t length, uint32_t hash) {
    for (uint32_t slot = hash & names->slot_mask; names->slots[slot]; slot = (slot + 1) & names->slot_mask) {
        const entry *e = &names->entries[names->slots[slot] - 1];
        if (e->hash == hash && e->length == length && !memcmp(e->string, string, length)) return names->slots[slot] - 1;
    }
    return -1;
}

int32_t xss_names_find(const xss_names *names, const char *string, size_t length) {
    return find(names, string, length, hash_of(string, length));
}

// Appends a string that no slot leads to yet.
static int32_t add(xss_names *names, const char *string, size_t length, uint32_t hash) {
    if (names->count == INT32_MAX) return -1;
    if (names->count == names->capacity) {
        int32_t capacity = names->capacity ? names->capacity * 2 : 1024;
        entry *entries = realloc(names->entries, (size_t)capacity * sizeof *entries);
        if (!entries) return -1;
        names->entries = entries;
        names->capacity = capacity;
    }
    char *copy = store(names, string, length);
    if (!copy) return -1;
    names->entries[names->count] = (entry){copy, (uint32_t)length, hash};
    return names->count++;
}

int32_t xss_names_intern(xss_names *names, const char *string, size_t length) {
    uint32_t hash = hash_of(string, length);
    int32_t known = find(names, string, length, hash);
    if (known >= 0) return known;
    if (length > UINT32_MAX) return -1;
    if ((names->slot_count + 1) * 2 > names->slot_mask && grow_slots(names) < 0) return -1;
    int32_t number = add(names, string, length, hash);
    if (number < 0) return -1;
    uint32_t slot = hash & names->slot_mask;
    while (names->slots[slot]) slot = (slot + 1) & names->slot_mask;
    names->slots[slot] = number + 1;
    names->slot_count++;
    return number;
}

int32_t xss_names_keep(xss_names *names, const char *string, size_t length) {
    if (length <= 32) return xss_names_intern(names, string, length);
    if (length > UINT32_MAX) return -1;
    return add(names, string, length, 0);
}

const char *xss_names_string(const xss_names *names, int32_t name, size_t *length) {
    if (name < 0 || name >= names->count) {
        if (length) *length = 0;
        return "";
    }
    if (length) *length = names->entries[name].length;
    return names->entries[name].string;
}
