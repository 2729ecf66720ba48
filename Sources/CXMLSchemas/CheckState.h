#pragma once
#include "CXMLSchemas.h"
#include "Identity.h"
#include "Internal.h"
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

// What a check keeps while it runs; shared by Check.c and Resume.c.

typedef struct {
    const xmlChar *local, *space; // of the parser's dictionary: compared by address
    int32_t schema_local, schema_space; // their numbers in the schema's names; -2: the schema does not know the name
    int32_t used;
} known_name;

typedef struct {
    int32_t name, count;
    uint32_t generation;
} counter;

// Children of the same name in a row.
typedef struct {
    const xmlChar *local, *space;
    int32_t count;
} sibling_run;

typedef struct {
    const xmlChar *local;
    const xmlChar *as_local, *as_space; // what the schema takes it for
    int32_t index; // among its siblings of the same name, from 1
    int32_t line, column;
    int32_t state;    // of the identity automaton, -1: nothing known
    int32_t bindings; // namespace bindings before it
    counter *counters; // of its children, kept for the next element at this depth
    uint32_t counter_capacity, counter_count, generation;
    sibling_run *runs; // its children so far, as the schema takes them
    int32_t run_count, run_capacity, runs_incomplete;
    xmlChar *type; // the value of xsi:type
} level;

typedef struct {
    const xmlChar *prefix, *uri;
} binding;

// A validator that goes on where the one below it gave up.
typedef struct {
    xmlSchemaValidCtxtPtr validator;
    xmlSchemaSAXPlugPtr plug;
    xmlSAXHandlerPtr sax;
    void *user;
    int32_t open;        // how many elements it was shown the start of, but not the end
    int32_t until;       // the depth of the element whose content it checks
    int32_t withheld;    // the depth of an element that it is not shown, or 0
    int32_t alias_depth; // the depth of an element that it is shown under another name, or 0
    const xmlChar *alias_local, *alias_space;
} resumed;

enum { MAX_CANDIDATES = 10, MAX_RESUMED = 16 };

struct xss_check {
    xss_limits limits;
    xss_handlers handlers;
    xmlParserCtxtPtr parser;
    const xss_identity *identity;
    xmlSchemaValidCtxtPtr validator;
    xmlSchemaSAXPlugPtr plug;
    xmlSAXHandlerPtr validator_sax;
    void *validator_user;
    level *levels; // levels[0] stands above the root
    int32_t depth, level_capacity;
    known_name *names;
    uint32_t name_capacity, name_count;
    binding *bindings;
    int32_t binding_count, binding_capacity;
    char *text;
    size_t text_length, text_capacity;
    size_t ending_text; // while an element ends: the length of its last text
    xss_reader reader;
    void *reader_user;
    int64_t bytes, bytes_at_event;
    char *encoding;
    int stopped, fatal, out_of_memory, schema_failed, has_root;
    xmlSchemaPtr schema;
    // Going on after an element that must not stand where it stands (Resume.c).
    resumed *resumed[MAX_RESUMED]; // each until the depth of the next
    int32_t resumed_count;
    int64_t resume_budget; // how many elements may still be shown once more
    int muted, speaker_is_resumed, unexpected;
    const xmlChar *candidates[MAX_CANDIDATES][2]; // local name and namespace
    int32_t candidate_count;
};

// MARK: Resume.c

// Notes the child at hand among those of its parent, as the schema takes it.
void xss_note_child(level *parent, const xmlChar *local, const xmlChar *space);
// Takes the expected elements out of the message about an unexpected one.
void xss_note_unexpected(xss_check *check, const char *message);
// Whether the rest of the parent's content will be checked after an unexpected child.
int xss_can_resume(const xss_check *check);
// Goes on behind the unexpected element that has just been pushed.
void xss_resume(
    xss_check *check, int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
    const xmlChar **attributes);
// Shows the events to the validators that went on.
void xss_resumed_start(
    xss_check *check, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes);
void xss_resumed_text(xss_check *check, const xmlChar *text, int length);
void xss_resumed_end(xss_check *check, const xmlChar *local, const xmlChar *prefix, const xmlChar *space);
void xss_resumed_free(xss_check *check);
void xss_validity_error_to(xss_check *check, xmlSchemaValidCtxtPtr validator);
