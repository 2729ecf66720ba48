#include "CXMLSchemas.h"
#include "Internal.h"
#include "Automaton.h"
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

static void put(xss_automaton *automaton, xss_key key, int32_t value) {
    if (automaton->failed) return;
    if (automaton->count * 2 >= automaton->capacity) {
        uint32_t capacity = automaton->capacity ? automaton->capacity * 2 : 1024;
        xss_slot *slots = calloc(capacity, sizeof *slots);
        if (!slots) {
            automaton->failed = 1;
            return;
        }
        for (uint32_t i = 0; i < automaton->capacity; i++) {
            if (!automaton->slots[i].used) continue;
            uint32_t slot = key_hash(&automaton->slots[i].key) & (capacity - 1);
            while (slots[slot].used) slot = (slot + 1) & (capacity - 1);
            slots[slot] = automaton->slots[i];
        }
        free(automaton->slots);
        automaton->slots = slots;
        automaton->capacity = capacity;
    }
    uint32_t slot = key_hash(&key) & (automaton->capacity - 1);
    while (automaton->slots[slot].used) {
        if (same(&automaton->slots[slot].key, &key)) return; // the first stays: declarations nearest to the type come first
        slot = (slot + 1) & (automaton->capacity - 1);
    }
    automaton->slots[slot] = (xss_slot){key, value, 1};
    automaton->count++;
}

int32_t xss_automaton_get(const xss_automaton *automaton, int32_t sort, int32_t state, int32_t space, int32_t local) {
    if (!automaton->capacity) return -1;
    xss_key key = {state, space, local, sort};
    uint32_t slot = key_hash(&key) & (automaton->capacity - 1);
    while (automaton->slots[slot].used) {
        if (same(&automaton->slots[slot].key, &key)) return automaton->slots[slot].value;
        slot = (slot + 1) & (automaton->capacity - 1);
    }
    return -1;
}

xss_automaton *xss_automaton_new(const xss_names *names) {
    xss_automaton *automaton = calloc(1, sizeof *automaton);
    if (automaton) automaton->names = names;
    return automaton;
}

void xss_automaton_free(xss_automaton *automaton) {
    if (!automaton) return;
    free(automaton->slots);
    free(automaton->states);
    free(automaton->holders);
    free(automaton);
}

int32_t xss_automaton_add_state(xss_automaton *automaton) {
    if (automaton->state_count == automaton->state_capacity) {
        int32_t capacity = automaton->state_capacity ? automaton->state_capacity * 2 : 256;
        xss_state *states = realloc(automaton->states, (size_t)capacity * sizeof *states);
        if (!states) {
            automaton->failed = 1;
            return -1;
        }
        automaton->states = states;
        automaton->state_capacity = capacity;
    }
    automaton->states[automaton->state_count] = (xss_state){0};
    return automaton->state_count++;
}

void xss_automaton_set_state(
    xss_automaton *automaton, int32_t state, int32_t content, int32_t any_element, int32_t any_attribute) {
    if (state < 0 || state >= automaton->state_count) return;
    automaton->states[state].content = (uint8_t)content;
    automaton->states[state].any_element = (uint8_t)any_element;
    automaton->states[state].any_attribute = (uint8_t)any_attribute;
}

void xss_automaton_set_code(
    xss_automaton *automaton, int32_t state, int32_t code, int32_t code_space, int32_t code_local, int32_t name_space,
    int32_t name_local) {
    if (state < 0 || state >= automaton->state_count) return;
    if (automaton->holder_count == automaton->holder_capacity) {
        int32_t capacity = automaton->holder_capacity ? automaton->holder_capacity * 2 : 64;
        xss_holder *holders = realloc(automaton->holders, (size_t)capacity * sizeof *holders);
        if (!holders) {
            automaton->failed = 1;
            return;
        }
        automaton->holders = holders;
        automaton->holder_capacity = capacity;
    }
    automaton->holders[automaton->holder_count++] =
        (xss_holder){code, code_space, code_local, name_space, name_local};
    automaton->states[state].holder = automaton->holder_count;
}

void xss_automaton_add_child(xss_automaton *automaton, int32_t state, int32_t space, int32_t local, int32_t next) {
    put(automaton, (xss_key){state, space, local, XSS_SORT_CHILD}, next);
}

void xss_automaton_add_attribute(xss_automaton *automaton, int32_t state, int32_t space, int32_t local, int32_t kind) {
    put(automaton, (xss_key){state, space, local, XSS_SORT_ATTRIBUTE}, kind);
    if (state >= 0 && state < automaton->state_count && kind) automaton->states[state].has_attributes = 1;
}

void xss_automaton_add_global_element(xss_automaton *automaton, int32_t space, int32_t local, int32_t state) {
    put(automaton, (xss_key){-1, space, local, XSS_SORT_CHILD}, state);
}

void xss_automaton_add_global_attribute(xss_automaton *automaton, int32_t space, int32_t local, int32_t kind) {
    put(automaton, (xss_key){-1, space, local, XSS_SORT_ATTRIBUTE}, kind);
}

void xss_automaton_add_type(xss_automaton *automaton, int32_t space, int32_t local, int32_t state) {
    put(automaton, (xss_key){-1, space, local, XSS_SORT_TYPE}, state);
}
