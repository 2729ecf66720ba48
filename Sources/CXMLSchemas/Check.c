#include "CheckState.h"
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

// One streaming pass: libxml2's SAX2 parser → element path, limits, xs:ID → libxml2's validator. The validator is not plugged
// into the parser but called from here: it thus sees text in one piece (it appends pieces in quadratic time), and every one
// of its errors arrives while the element it speaks of is still on the path.

static void tell(xss_check *check, const xss_problem *problem) {
    if (check->handlers.problem) check->handlers.problem(check->handlers.user, problem);
}

static void note_limit(xss_check *check, int32_t limit) {
    if (check->stopped) return;
    check->stopped = 1;
    xss_problem problem = {.domain = XSS_DOMAIN_LIMIT, .code = limit, .level = 3, .message = ""};
    if (limit == XSS_LIMIT_MEMORY) check->out_of_memory = 1;
    if (check->parser && check->parser->input) problem.line = check->parser->input->line;
    tell(check, &problem);
}

static void stop_for(xss_check *check, int32_t limit) {
    note_limit(check, limit);
    if (check->parser) xmlStopParser(check->parser);
}

void xss_check_stop_for(xss_check *check, int32_t limit) { stop_for(check, limit); }

void xss_check_stop(xss_check *check) {
    check->stopped = 1;
    if (check->parser) xmlStopParser(check->parser);
}

// MARK: Names and paths

static uint32_t address_hash(const void *a, const void *b) {
    uint64_t x = (uint64_t)(uintptr_t)a * 0x9E3779B97F4A7C15u ^ (uint64_t)(uintptr_t)b * 0xC2B2AE3D27D4EB4Fu;
    return (uint32_t)(x >> 32);
}

static int grow_names(xss_check *check) {
    uint32_t capacity = check->name_capacity ? check->name_capacity * 2 : 256;
    known_name *names = calloc(capacity, sizeof *names);
    if (!names) return -1;
    for (uint32_t i = 0; i < check->name_capacity; i++) {
        known_name *old = &check->names[i];
        if (!old->used) continue;
        uint32_t slot = address_hash(old->local, old->space) & (capacity - 1);
        while (names[slot].used) slot = (slot + 1) & (capacity - 1);
        names[slot] = *old;
    }
    free(check->names);
    check->names = names;
    check->name_capacity = capacity;
    return 0;
}

int32_t xss_number_of(const xss_automaton *automaton, const xmlChar *string) {
    if (!automaton) return -2;
    int32_t number = xss_names_find(automaton->names, (const char *)string, strlen((const char *)string));
    return number < 0 ? -2 : number;
}

// The entry of a name, by the addresses the parser's dictionary gave it. Valid until the next call.
static known_name *name_of(xss_check *check, const xmlChar *local, const xmlChar *space) {
    if (check->name_capacity) {
        uint32_t slot = address_hash(local, space) & (check->name_capacity - 1);
        while (check->names[slot].used) {
            known_name *known = &check->names[slot];
            if (known->local == local && known->space == space) return known;
            slot = (slot + 1) & (check->name_capacity - 1);
        }
    }
    if ((int64_t)check->name_count >= check->limits.max_names) {
        stop_for(check, XSS_LIMIT_NAMES);
        return NULL;
    }
    if ((int64_t)strlen((const char *)local) > check->limits.max_name) {
        stop_for(check, XSS_LIMIT_NAME);
        return NULL;
    }
    if (check->name_count * 2 >= check->name_capacity && grow_names(check) < 0) {
        stop_for(check, XSS_LIMIT_MEMORY);
        return NULL;
    }
    uint32_t slot = address_hash(local, space) & (check->name_capacity - 1);
    while (check->names[slot].used) slot = (slot + 1) & (check->name_capacity - 1);
    check->names[slot] =
        (known_name){local, space, xss_number_of(check->identity, local),
                     space ? xss_number_of(check->identity, space) : -1, xss_number_of(check->codes, local),
                     space ? xss_number_of(check->codes, space) : -1, (int32_t)++check->name_count,
                     check->watched && !strcmp(check->watched, (const char *)local), INT32_MIN, -1};
    return &check->names[slot];
}

static counter *counter_slot(counter *counters, uint32_t capacity, int32_t name, uint32_t generation) {
    uint32_t slot = ((uint32_t)name * 0x9E3779B1u >> 7) & (capacity - 1);
    while (counters[slot].generation == generation && counters[slot].name != name) slot = (slot + 1) & (capacity - 1);
    return &counters[slot];
}

static int32_t count_child(xss_check *check, level *parent, int32_t name) {
    if (parent->counter_count * 2 >= parent->counter_capacity) {
        uint32_t capacity = parent->counter_capacity ? parent->counter_capacity * 2 : 16;
        counter *counters = calloc(capacity, sizeof *counters);
        if (!counters) {
            stop_for(check, XSS_LIMIT_MEMORY);
            return 0;
        }
        for (uint32_t i = 0; i < parent->counter_capacity; i++) {
            counter *old = &parent->counters[i];
            if (old->generation == parent->generation)
                *counter_slot(counters, capacity, old->name, parent->generation) = *old;
        }
        free(parent->counters);
        parent->counters = counters;
        parent->counter_capacity = capacity;
    }
    counter *slot = counter_slot(parent->counters, parent->counter_capacity, name, parent->generation);
    if (slot->generation != parent->generation) {
        *slot = (counter){name, 0, parent->generation};
        parent->counter_count++;
    }
    return ++slot->count;
}

static level *push_level(xss_check *check) {
    if (check->depth + 1 >= check->level_capacity) {
        int32_t capacity = check->level_capacity ? check->level_capacity * 2 : 64;
        level *levels = realloc(check->levels, (size_t)capacity * sizeof *levels);
        if (!levels) {
            stop_for(check, XSS_LIMIT_MEMORY);
            return NULL;
        }
        memset(levels + check->level_capacity, 0, (size_t)(capacity - check->level_capacity) * sizeof *levels);
        check->levels = levels;
        check->level_capacity = capacity;
    }
    level *own = &check->levels[++check->depth];
    own->generation++;
    own->counter_count = 0;
    own->run_count = own->runs_incomplete = 0;
    if (own->type) {
        xmlFree(own->type);
        own->type = NULL;
    }
    own->bindings = check->binding_count;
    own->state = -1;
    return own;
}

void xss_check_position(const xss_check *check, int32_t *line, int32_t *column) {
    *line = check->depth > 0 ? check->levels[check->depth].line : 0;
    *column = check->depth > 0 ? check->levels[check->depth].column : 0;
}

int32_t xss_check_goes_on(const xss_check *check) { return xss_can_resume(check); }

int32_t xss_check_depth(const xss_check *check) { return check->depth; }

size_t xss_check_path(const xss_check *check, char *buffer, size_t capacity) {
    size_t length = 0;
    for (int32_t i = 1; i <= check->depth; i++) {
        const level *l = &check->levels[i];
        int written = i == 1 ? snprintf(buffer + length, capacity - length, "/%s", (const char *)l->local)
                             : snprintf(buffer + length, capacity - length, "/%s[%d]", (const char *)l->local, l->index);
        if (written < 0 || (size_t)written >= capacity - length) break;
        length += (size_t)written;
    }
    if (capacity) buffer[length] = 0;
    return length;
}

// MARK: Identity

static void tell_identity(xss_check *check, int32_t kind, const xmlChar *attribute, const char *value, size_t length) {
    while (length && (unsigned char)value[0] <= ' ') value++, length--;
    while (length && (unsigned char)value[length - 1] <= ' ') length--;
    if (length && check->handlers.identity)
        check->handlers.identity(check->handlers.user, kind, (const char *)attribute, value, length);
}

int32_t xss_state_of_xsi_type(
    const xss_check *check, const xss_automaton *automaton, const xmlChar *value, size_t length) {
    while (length && value[0] <= ' ') value++, length--;
    while (length && value[length - 1] <= ' ') length--;
    const xmlChar *colon = memchr(value, ':', length);
    size_t prefix_length = colon ? (size_t)(colon - value) : 0;
    const xmlChar *uri = NULL;
    for (int32_t i = check->binding_count - 1; i >= 0; i--) {
        const char *prefix = (const char *)check->bindings[i].prefix;
        if ((prefix ? strlen(prefix) : 0) != prefix_length || memcmp(prefix ? prefix : "", value, prefix_length)) continue;
        uri = check->bindings[i].uri;
        break;
    }
    const char *local = (const char *)(colon ? colon + 1 : value);
    size_t local_length = length - (colon ? prefix_length + 1 : 0);
    int32_t space = uri && *uri ? xss_number_of(automaton, uri) : -1;
    int32_t name = xss_names_find(automaton->names, local, local_length);
    if (space == -2 || name < 0) return -1;
    return xss_automaton_get(automaton, XSS_SORT_TYPE, -1, space, name);
}

static void identify(
    xss_check *check, level *own, const known_name *name, int attribute_count, const xmlChar **attributes) {
    const xss_automaton *identity = check->identity;
    int32_t parent = check->depth > 1 ? check->levels[check->depth - 1].state : -1;
    int32_t space = name->schema_space, local = name->schema_local;
    if (space != -2 && local != -2) {
        if (check->depth == 1) {
            own->state = xss_automaton_get(identity, XSS_SORT_CHILD, -1, space, local);
        } else if (parent >= 0) {
            own->state = xss_automaton_get(identity, XSS_SORT_CHILD, parent, space, local);
            if (own->state < 0 && identity->states[parent].any_element)
                own->state = xss_automaton_get(identity, XSS_SORT_CHILD, -1, space, local);
        }
    }
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        if (!a[2] || strcmp((const char *)a[0], "type") || strcmp((const char *)a[2], XSS_XSI)) continue;
        int32_t typed = xss_state_of_xsi_type(check, identity, a[3], (size_t)(a[4] - a[3]));
        if (typed >= 0) own->state = typed;
    }
    if (own->state < 0) return;
    const xss_state *state = &identity->states[own->state];
    if (!state->has_attributes && !state->any_attribute) return;
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        int32_t attribute_space = a[2] ? xss_number_of(identity, a[2]) : -1;
        int32_t attribute_local = xss_number_of(identity, a[0]);
        if (attribute_space == -2 || attribute_local == -2) continue;
        int32_t kind = xss_automaton_get(identity, XSS_SORT_ATTRIBUTE, own->state, attribute_space, attribute_local);
        if (kind < 0 && state->any_attribute)
            kind = xss_automaton_get(identity, XSS_SORT_ATTRIBUTE, -1, attribute_space, attribute_local);
        if (kind > 0) tell_identity(check, kind, a[0], (const char *)a[3], (size_t)(a[4] - a[3]));
    }
}

// MARK: SAX

#if LIBXML_VERSION >= 21200
static void validity_error(void *context, const xmlError *error) {
#else
static void validity_error(void *context, xmlErrorPtr error) {
#endif
    xss_check *check = context;
    if (!error || check->stopped) return;
    if (error->code == XML_SCHEMAV_ELEMENT_CONTENT && error->message) xss_note_unexpected(check, error->message);
    if (check->muted) return;
    // Identity constraints were begun by the first validator, which alone has seen all of their nodes.
    if (check->speaker_is_resumed && (error->code == XML_SCHEMAV_INTERNAL || error->code == XML_SCHEMAV_CVC_IDC)) return;
    if (error->code == XML_SCHEMAV_INTERNAL) check->schema_failed = 1;
    xss_problem problem = {
        .domain = XSS_DOMAIN_SCHEMA, .code = error->code, .level = error->level, .message = error->message,
        .string1 = error->str1, .string2 = error->str2, .string3 = error->str3};
    xss_check_position(check, &problem.line, &problem.column);
    tell(check, &problem);
}

void xss_validity_error_to(xss_check *check, xmlSchemaValidCtxtPtr validator) {
    xmlSchemaSetValidStructuredErrors(validator, validity_error, check);
}

static void start_schema(xss_check *check, const xmlChar *local, const xmlChar *space, int count, const xmlChar **attributes) {
    check->has_root = 1;
    if (!check->handlers.root) return;
    xss_root_attribute *list = count ? malloc((size_t)count * sizeof *list) : NULL;
    if (count && !list) {
        stop_for(check, XSS_LIMIT_MEMORY);
        return;
    }
    for (int i = 0; i < count; i++) {
        const xmlChar **a = attributes + 5 * i;
        list[i] = (xss_root_attribute){(const char *)a[0], (const char *)a[2], (const char *)a[3], (size_t)(a[4] - a[3])};
    }
    xss_choice choice = check->handlers.root(check->handlers.user, (const char *)local, (const char *)space, list, count);
    free(list);
    xss_observe(check, &choice);
    if (check->stopped || !choice.schema) return;
    check->identity = choice.identity && choice.identity->failed ? NULL : choice.identity;
    check->schema = (xmlSchemaPtr)choice.schema;
    check->validator = xmlSchemaNewValidCtxt(check->schema);
    if (check->validator) {
        xss_validity_error_to(check, check->validator);
        check->plug = xmlSchemaSAXPlug(check->validator, &check->validator_sax, &check->validator_user);
    }
    if (!check->plug) stop_for(check, XSS_LIMIT_MEMORY);
}

static void flush_text(xss_check *check) {
    if (!check->text_length) return;
    if (check->wants_texts) xss_observe_text(check);
    if (check->plug && check->validator_sax->characters)
        check->validator_sax->characters(check->validator_user, (const xmlChar *)check->text, (int)check->text_length);
    if (check->resumed_count) xss_resumed_text(check, (const xmlChar *)check->text, (int)check->text_length);
    check->text_length = 0;
}

// A type that the document names decides what may stand in the element.
static void note_type(level *own, int attribute_count, const xmlChar **attributes) {
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        if (a[2] && !strcmp((const char *)a[0], "type") && !strcmp((const char *)a[2], XSS_XSI))
            own->type = xmlStrndup(a[3], (int)(a[4] - a[3]));
    }
}

static void start_element(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
    xss_check *check = context;
    if (check->stopped) return;
    check->bytes_at_event = check->bytes;
    flush_text(check);
    if (check->depth >= check->limits.max_depth) return stop_for(check, XSS_LIMIT_DEPTH);
    if (attribute_count > check->limits.max_attributes) return stop_for(check, XSS_LIMIT_ATTRIBUTES);
    level *own = push_level(check);
    if (!own) return;
    own->local = own->as_local = local;
    own->as_space = space;
    own->index = 1;
    xss_tag_position(check->parser, &own->line, &own->column);
    for (int i = 0; i < namespace_count; i++) {
        if (check->binding_count == check->binding_capacity) {
            int32_t capacity = check->binding_capacity ? check->binding_capacity * 2 : 32;
            binding *bindings = realloc(check->bindings, (size_t)capacity * sizeof *bindings);
            if (!bindings) return stop_for(check, XSS_LIMIT_MEMORY);
            check->bindings = bindings;
            check->binding_capacity = capacity;
        }
        check->bindings[check->binding_count++] = (binding){namespaces[2 * i], namespaces[2 * i + 1]};
    }
    if (check->depth == 1) start_schema(check, local, space, attribute_count, attributes);
    if (check->stopped) return;
    known_name *name = name_of(check, local, space);
    if (!name) return;
    own->index = count_child(check, &check->levels[check->depth - 1], name->used);
    xss_observe_start(check, own, name, attribute_count, attributes);
    if (check->plug) {
        check->unexpected = 0;
        check->validator_sax->startElementNs(
            check->validator_user, local, prefix, space, namespace_count, namespaces, attribute_count, defaulted,
            attributes);
        if (check->resumed_count)
            xss_resumed_start(
                check, local, prefix, space, namespace_count, namespaces, attribute_count, defaulted, attributes);
        if (!check->unexpected)
            xss_note_child(&check->levels[check->depth - 1], local, space);
        else
            xss_resume(check, namespace_count, namespaces, attribute_count, defaulted, attributes);
        note_type(own, attribute_count, attributes);
    }
    if (check->identity) identify(check, own, name, attribute_count, attributes);
}

static void end_element(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    xss_check *check = context;
    if (check->stopped || check->depth == 0) return;
    check->bytes_at_event = check->bytes;
    level *own = &check->levels[check->depth];
    if (check->identity && own->state >= 0) {
        int32_t content = check->identity->states[own->state].content;
        if (content) tell_identity(check, content, NULL, check->text, check->text_length);
    }
    xss_observe_end(check, own);
    size_t length = check->text_length;
    flush_text(check);
    check->ending_text = length;
    if (check->plug) check->validator_sax->endElementNs(check->validator_user, local, prefix, space);
    if (check->resumed_count) xss_resumed_end(check, local, prefix, space);
    check->ending_text = 0;
    check->binding_count = own->bindings;
    check->depth--;
}

static void characters(void *context, const xmlChar *text, int length) {
    xss_check *check = context;
    if (check->stopped) return;
    check->bytes_at_event = check->bytes;
    size_t wanted = check->text_length + (size_t)length;
    if ((int64_t)wanted > check->limits.max_text) return stop_for(check, XSS_LIMIT_TEXT);
    if (wanted > check->text_capacity) {
        size_t capacity = check->text_capacity ? check->text_capacity * 2 : 4096;
        while (capacity < wanted) capacity *= 2;
        char *larger = realloc(check->text, capacity);
        if (!larger) return stop_for(check, XSS_LIMIT_MEMORY);
        check->text = larger;
        check->text_capacity = capacity;
    }
    memcpy(check->text + check->text_length, text, (size_t)length);
    check->text_length = wanted;
}

static void comment(void *context, const xmlChar *text) {
    xss_check *check = context;
    (void)text;
    check->bytes_at_event = check->bytes;
}

static void processing_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    xss_check *check = context;
    (void)target;
    (void)data;
    check->bytes_at_event = check->bytes;
}

static void internal_subset(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name;
    (void)external;
    (void)system;
    stop_for(context, XSS_LIMIT_DOCTYPE);
}

#if LIBXML_VERSION >= 21200
static void parser_error(void *context, const xmlError *error) {
#else
static void parser_error(void *context, xmlErrorPtr error) {
#endif
    xss_check *check = context;
    if (!error || error->level <= XML_ERR_WARNING || check->stopped || check->fatal) return;
    if (error->level == XML_ERR_FATAL) check->fatal = 1;
    xss_problem problem = {
        .domain = XSS_DOMAIN_PARSER, .code = error->code, .level = error->level, .line = error->line,
        .column = error->int2, .message = error->message, .string1 = error->str1, .string2 = error->str2,
        .string3 = error->str3};
    tell(check, &problem);
}

// MARK: Running

static int read_input(void *context, char *buffer, int length) {
    xss_check *check = context;
    if (check->stopped) return 0;
    // The parser must not be stopped from here: it is in the middle of its buffer. The end of the input ends it as well.
    // Between two events the parser keeps everything it reads: one tag, comment or CDATA section.
    if (check->bytes - check->bytes_at_event > check->limits.max_text + 65536) {
        note_limit(check, XSS_LIMIT_TEXT);
        return 0;
    }
    if (check->bytes > check->limits.max_total) {
        note_limit(check, XSS_LIMIT_TOTAL);
        return 0;
    }
    int count = check->reader(check->reader_user, buffer, length);
    if (count > 0) check->bytes += count;
    return count;
}

static int close_input(void *context) {
    (void)context;
    return 0;
}

xss_check *xss_check_new(const xss_limits *limits, const xss_handlers *handlers) {
    xss_start_library();
    xss_check *check = calloc(1, sizeof *check);
    if (!check) return NULL;
    check->limits = *limits;
    check->handlers = *handlers;
    check->level_capacity = 64;
    check->levels = calloc((size_t)check->level_capacity, sizeof *check->levels);
    if (!check->levels) {
        free(check);
        return NULL;
    }
    check->levels[0].generation = 1;
    check->resume_budget = 100000;
    return check;
}

void xss_check_free(xss_check *check) {
    if (!check) return;
    for (int32_t i = 0; i < check->level_capacity; i++) {
        free(check->levels[i].counters);
        free(check->levels[i].runs);
        if (check->levels[i].type) xmlFree(check->levels[i].type);
    }
    free(check->levels);
    free(check->names);
    free(check->bindings);
    xss_observe_free(check);
    free(check->text);
    free(check->encoding);
    free(check);
}

int32_t xss_check_run(xss_check *check, xss_reader reader, void *reader_user) {
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start_element;
    sax.endElementNs = end_element;
    sax.characters = characters;
    sax.cdataBlock = characters;
    sax.ignorableWhitespace = characters;
    sax.comment = comment;
    sax.processingInstruction = processing_instruction;
    sax.internalSubset = internal_subset;
    sax.serror = parser_error;
    check->reader = reader;
    check->reader_user = reader_user;
    check->parser = xmlCreateIOParserCtxt(&sax, check, read_input, close_input, check, XML_CHAR_ENCODING_NONE);
    if (!check->parser) {
        // Also what libxml2 answers when the very first read fails.
        return -1;
    }
    // The limits are kept here: libxml2's own are fixed numbers that HUGE switches off as a whole.
    xmlCtxtUseOptions(check->parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    int status = xmlParseDocument(check->parser);
    int well_formed = status == 0 && check->parser->wellFormed && check->parser->nsWellFormed && !check->stopped;
    xss_resumed_free(check);
    if (check->plug) {
        xmlSchemaSAXUnplug(check->plug);
        check->plug = NULL;
    }
    if (check->validator) {
        if (xmlSchemaIsValid(check->validator) < 0) check->schema_failed = 1;
        xmlSchemaFreeValidCtxt(check->validator);
        check->validator = NULL;
    } else {
        check->schema_failed = 1;
    }
    const xmlChar *encoding = check->parser->encoding;
    if (!encoding && check->parser->input) encoding = check->parser->input->encoding;
    if (encoding) check->encoding = strdup((const char *)encoding);
    xmlDocPtr document = check->parser->myDoc;
    check->parser->myDoc = NULL;
    xmlFreeParserCtxt(check->parser);
    if (document) xmlFreeDoc(document);
    check->parser = NULL;
    return check->out_of_memory ? -1 : well_formed ? 0 : 1;
}

int32_t xss_check_schema_ran(const xss_check *check) { return !check->schema_failed; }

const char *xss_check_text(const xss_check *check, size_t *length) {
    *length = check->ending_text;
    return check->text;
}

int64_t xss_check_bytes(const xss_check *check) { return check->bytes; }

const char *xss_check_encoding(const xss_check *check) { return check->encoding; }
