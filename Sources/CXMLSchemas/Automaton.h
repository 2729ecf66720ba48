#pragma once
#include "CXMLSchemas.h"

enum { XSS_SORT_CHILD = 1, XSS_SORT_ATTRIBUTE = 2, XSS_SORT_TYPE = 3 };

typedef struct {
    int32_t state, space, local, sort;
} xss_key;

typedef struct {
    xss_key key;
    int32_t value;
    int32_t used;
} xss_slot;

typedef struct {
    uint8_t content;        // XSS_IDENTITY_...
    uint8_t any_element;    // children that are not listed are global elements
    uint8_t any_attribute;  // attributes that are not listed are global attributes
    uint8_t has_attributes; // any attribute of kind ID, IDREF or IDREFS
    int32_t holder;         // index + 1 into the holders of codes, 0 for none
} xss_state;

typedef struct {
    int32_t code, code_space, code_local, name_space, name_local;
} xss_holder;

struct xss_automaton {
    const xss_names *names;
    xss_slot *slots;
    uint32_t count, capacity;
    xss_state *states;
    int32_t state_count, state_capacity;
    xss_holder *holders;
    int32_t holder_count, holder_capacity;
    int failed;
};

// The value or -1.
int32_t xss_automaton_get(const xss_automaton *automaton, int32_t sort, int32_t state, int32_t space, int32_t local);
