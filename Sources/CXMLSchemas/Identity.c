#include "CXMLSchemas.h"
#include "Internal.h"
#include "Identity.h"
#include <stdlib.h>
#include <string.h>

// The types of a schema as an automaton over element names: "Element Declarations Consistent" (XML Schema 1.0 Structures,
// 3.8.6) gives every child name one type within a type, so that one lookup per element tells the type of its content.

static uint32_t key_hash(const xss_key *key) {
    uint32_t hash = (uint32_t)key->state * 0x9E3779B1u;
    hash ^= (uint32_t)key->space * 0x85EBCA77u;
    hash ^= (uint32_t)key->local * 0xC2B2AE3Du;
    hash ^= (uint32_t)key->sort * 0x27D4EB2Fu;
    return hash ^ (hash >> 15);
}

static int same(const xss_key *a, const xss_key *b) {
    return a->state == b->state && a->space == b->space && a->local == b->local && a->sort == b->sort;
}

static void put(xss_identity *identity, xss_key key, int32_t value) {
    if (identity->failed) return;
    if (identity->count * 2 >= identity->capacity) {
        uint32_t capacity = identity->capacity ? identity->capacity * 2 : 1024;
        xss_slot *slots = calloc(capacity, sizeof *slots);
        if (!slots) {
            identity->failed = 1;
            return;
        }
        for (uint32_t i = 0; i < identity->capacity; i++) {
            if (!identity->slots[i].used) continue;
            uint32_t slot = key_hash(&identity->slots[i].key) & (capacity - 1);
            while (slots[slot].used) slot = (slot + 1) & (capacity - 1);
            slots[slot] = identity->slots[i];
        }
        free(identity->slots);
        identity->slots = slots;
        identity->capacity = capacity;
    }
    uint32_t slot = key_hash(&key) & (identity->capacity - 1);
    while (identity->slots[slot].used) {
        if (same(&identity->slots[slot].key, &key)) return; // the first stays: declarations nearest to the type come first
        slot = (slot + 1) & (identity->capacity - 1);
    }
    identity->slots[slot] = (xss_slot){key, value, 1};
    identity->count++;
}

int32_t xss_identity_get(const xss_identity *identity, int32_t sort, int32_t state, int32_t space, int32_t local) {
    if (!identity->capacity) return -1;
    xss_key key = {state, space, local, sort};
    uint32_t slot = key_hash(&key) & (identity->capacity - 1);
    while (identity->slots[slot].used) {
        if (same(&identity->slots[slot].key, &key)) return identity->slots[slot].value;
        slot = (slot + 1) & (identity->capacity - 1);
    }
    return -1;
}

xss_identity *xss_identity_new(const xss_names *names) {
    xss_identity *identity = calloc(1, sizeof *identity);
    if (identity) identity->names = names;
    return identity;
}

void xss_identity_free(xss_identity *identity) {
    if (!identity) return;
    free(identity->slots);
    free(identity->states);
    free(identity);
}

int32_t xss_identity_add_state(xss_identity *identity) {
    if (identity->state_count == identity->state_capacity) {
        int32_t capacity = identity->state_capacity ? identity->state_capacity * 2 : 256;
        xss_state *states = realloc(identity->states, (size_t)capacity * sizeof *states);
        if (!states) {
            identity->failed = 1;
            return -1;
        }
        identity->states = states;
        identity->state_capacity = capacity;
    }
    identity->states[identity->state_count] = (xss_state){0, 0, 0, 0};
    return identity->state_count++;
}

void xss_identity_set_state(
    xss_identity *identity, int32_t state, int32_t content, int32_t any_element, int32_t any_attribute) {
    if (state < 0 || state >= identity->state_count) return;
    identity->states[state].content = (uint8_t)content;
    identity->states[state].any_element = (uint8_t)any_element;
    identity->states[state].any_attribute = (uint8_t)any_attribute;
}

void xss_identity_add_child(xss_identity *identity, int32_t state, int32_t space, int32_t local, int32_t next) {
    put(identity, (xss_key){state, space, local, XSS_SORT_CHILD}, next);
}

void xss_identity_add_attribute(xss_identity *identity, int32_t state, int32_t space, int32_t local, int32_t kind) {
    put(identity, (xss_key){state, space, local, XSS_SORT_ATTRIBUTE}, kind);
    if (state >= 0 && state < identity->state_count && kind) identity->states[state].has_attributes = 1;
}

void xss_identity_add_global_element(xss_identity *identity, int32_t space, int32_t local, int32_t state) {
    put(identity, (xss_key){-1, space, local, XSS_SORT_CHILD}, state);
}

void xss_identity_add_global_attribute(xss_identity *identity, int32_t space, int32_t local, int32_t kind) {
    put(identity, (xss_key){-1, space, local, XSS_SORT_ATTRIBUTE}, kind);
}

void xss_identity_add_type(xss_identity *identity, int32_t space, int32_t local, int32_t state) {
    put(identity, (xss_key){-1, space, local, XSS_SORT_TYPE}, state);
}
