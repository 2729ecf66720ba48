#include "CXMLSchemas.h"
#include "Internal.h"
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

// One pass over a schema document makes two things of it: the outline (what the loader, the findings and the identity check
// need to know of it), and the text for libxml2's compiler: the same schema without annotations, comments and DOCTYPE, with
// every start tag on its original line and a place in each include, import and redefine for a private location.

static const char xsd_space[] = "http://www.w3.org/2001/XMLSchema";

typedef struct {
    const char *name;
    int32_t number;
} entry;

static const entry kinds[] = {
    {"schema", XSS_KIND_SCHEMA}, {"element", XSS_KIND_ELEMENT}, {"attribute", XSS_KIND_ATTRIBUTE},
    {"complexType", XSS_KIND_COMPLEX_TYPE}, {"simpleType", XSS_KIND_SIMPLE_TYPE}, {"group", XSS_KIND_GROUP},
    {"attributeGroup", XSS_KIND_ATTRIBUTE_GROUP}, {"sequence", XSS_KIND_SEQUENCE}, {"choice", XSS_KIND_CHOICE},
    {"all", XSS_KIND_ALL}, {"any", XSS_KIND_ANY}, {"anyAttribute", XSS_KIND_ANY_ATTRIBUTE},
    {"extension", XSS_KIND_EXTENSION}, {"restriction", XSS_KIND_RESTRICTION},
    {"simpleContent", XSS_KIND_SIMPLE_CONTENT}, {"complexContent", XSS_KIND_COMPLEX_CONTENT}, {"list", XSS_KIND_LIST},
    {"union", XSS_KIND_UNION}, {"include", XSS_KIND_INCLUDE}, {"import", XSS_KIND_IMPORT},
    {"redefine", XSS_KIND_REDEFINE}, {"key", XSS_KIND_KEY}, {"keyref", XSS_KIND_KEYREF}, {"unique", XSS_KIND_UNIQUE},
    {"selector", XSS_KIND_SELECTOR}, {"field", XSS_KIND_FIELD}, {"enumeration", XSS_KIND_ENUMERATION},
    {"pattern", XSS_KIND_PATTERN}, {"length", XSS_KIND_FACET}, {"minLength", XSS_KIND_FACET},
    {"maxLength", XSS_KIND_FACET}, {"minInclusive", XSS_KIND_FACET}, {"maxInclusive", XSS_KIND_FACET},
    {"minExclusive", XSS_KIND_FACET}, {"maxExclusive", XSS_KIND_FACET}, {"totalDigits", XSS_KIND_FACET},
    {"fractionDigits", XSS_KIND_FACET}, {"whiteSpace", XSS_KIND_FACET}, {"notation", XSS_KIND_NOTATION},
    {"annotation", XSS_KIND_ANNOTATION}, {"documentation", XSS_KIND_DOCUMENTATION}, {"appinfo", XSS_KIND_APPINFO},
    {NULL, 0},
};

static const entry keys[] = {
    {"name", XSS_KEY_NAME}, {"ref", XSS_KEY_REF}, {"type", XSS_KEY_TYPE}, {"base", XSS_KEY_BASE},
    {"substitutionGroup", XSS_KEY_SUBSTITUTION_GROUP}, {"itemType", XSS_KEY_ITEM_TYPE},
    {"memberTypes", XSS_KEY_MEMBER_TYPES}, {"refer", XSS_KEY_REFER}, {"value", XSS_KEY_VALUE}, {"use", XSS_KEY_USE},
    {"form", XSS_KEY_FORM}, {"minOccurs", XSS_KEY_MIN_OCCURS}, {"maxOccurs", XSS_KEY_MAX_OCCURS},
    {"fixed", XSS_KEY_FIXED}, {"default", XSS_KEY_DEFAULT}, {"abstract", XSS_KEY_ABSTRACT},
    {"nillable", XSS_KEY_NILLABLE}, {"mixed", XSS_KEY_MIXED}, {"processContents", XSS_KEY_PROCESS_CONTENTS},
    {"namespace", XSS_KEY_NAMESPACE}, {"schemaLocation", XSS_KEY_SCHEMA_LOCATION},
    {"targetNamespace", XSS_KEY_TARGET_NAMESPACE}, {"elementFormDefault", XSS_KEY_ELEMENT_FORM_DEFAULT},
    {"attributeFormDefault", XSS_KEY_ATTRIBUTE_FORM_DEFAULT}, {"version", XSS_KEY_VERSION}, {"xpath", XSS_KEY_XPATH},
    {NULL, 0},
};

static int32_t lookup(const entry *table, const xmlChar *name) {
    for (; table->name; table++)
        if (table->name[0] == (char)name[0] && !strcmp(table->name, (const char *)name)) return table->number;
    return 0;
}

typedef struct {
    char *bytes;
    size_t length, capacity;
    size_t expected; // what is asked for at first; pages that stay unused cost nothing
} buffer;

typedef struct {
    const xmlChar *prefix, *uri;
} binding;

struct xss_outline {
    xss_names *names;
    xss_node *nodes;
    int32_t node_count, node_capacity;
    xss_attribute *attributes;
    int32_t attribute_count, attribute_capacity;
    xss_reference *references;
    int32_t reference_count, reference_capacity;
    buffer text;
    int complete, has_identity;
};

typedef struct {
    xss_outline *outline;
    xmlParserCtxtPtr parser;
    xss_problem_handler handler;
    void *user;
    int32_t current;      // the open node
    int32_t hidden;       // depth below the first element that is not written: annotation
    int32_t silent;       // depth below documentation, whose elements make no nodes
    int32_t written_line; // the line the text has reached
    int32_t *reference_stack; // per open written element: its reference + 1 or 0
    int32_t depth, stack_capacity;
    buffer characters;
    binding *bindings;
    int32_t binding_count, binding_capacity;
    int32_t *binding_marks; // per open element: bindings before it
    int32_t mark_count, mark_capacity;
    int failed, told;
} reading;

static void fail(reading *r, int32_t domain, int32_t code, const char *message) {
    if (!r->told && r->handler) {
        xss_problem problem = {.domain = domain, .code = code, .level = 3, .message = message};
        if (r->parser && r->parser->input) problem.line = r->parser->input->line;
        r->told = 1;
        r->handler(r->user, &problem);
    }
    r->failed = 1;
    xmlStopParser(r->parser);
}

static void *grown(reading *r, void *memory, int32_t count, int32_t *capacity, size_t size) {
    if (count < *capacity) return memory;
    int32_t wanted = *capacity ? *capacity * 2 : 64;
    void *larger = realloc(memory, (size_t)wanted * size);
    if (!larger) {
        fail(r, XSS_DOMAIN_LIMIT, XSS_LIMIT_MEMORY, "out of memory");
        return NULL;
    }
    *capacity = wanted;
    return larger;
}

#define ENSURE(r, array, count, capacity)                                                  \
    do {                                                                                   \
        void *larger = grown(r, array, count, &(capacity), sizeof *(array));               \
        if (!larger) return;                                                               \
        array = larger;                                                                    \
    } while (0)

static void append(reading *r, buffer *b, const char *bytes, size_t length) {
    if (b->length + length + 1 > b->capacity) {
        size_t capacity = b->capacity ? b->capacity : b->expected + 4096;
        while (capacity < b->length + length + 1) capacity *= 2;
        char *larger = realloc(b->bytes, capacity);
        if (!larger) {
            fail(r, XSS_DOMAIN_LIMIT, XSS_LIMIT_MEMORY, "out of memory");
            return;
        }
        b->bytes = larger;
        b->capacity = capacity;
    }
    memcpy(b->bytes + b->length, bytes, length);
    b->length += length;
    b->bytes[b->length] = 0;
}

static void append_string(reading *r, buffer *b, const char *string) { append(r, b, string, strlen(string)); }

static void append_escaped(reading *r, buffer *b, const char *bytes, size_t length) {
    size_t start = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = NULL;
        switch (bytes[i]) {
        case '&': escape = "&amp;"; break;
        case '<': escape = "&lt;"; break;
        case '"': escape = "&quot;"; break;
        case '\n': escape = "&#10;"; break;
        case '\r': escape = "&#13;"; break;
        case '\t': escape = "&#9;"; break;
        }
        if (!escape) continue;
        append(r, b, bytes + start, i - start);
        append_string(r, b, escape);
        start = i + 1;
    }
    append(r, b, bytes + start, length - start);
}

static const xmlChar *bound(const reading *r, const char *prefix, size_t length) {
    for (int32_t i = r->binding_count - 1; i >= 0; i--) {
        const char *known = (const char *)r->bindings[i].prefix;
        size_t known_length = known ? strlen(known) : 0;
        if (known_length == length && !memcmp(known ? known : "", prefix, length)) return r->bindings[i].uri;
    }
    if (length == 3 && !memcmp(prefix, "xml", 3)) return XML_XML_NAMESPACE;
    return NULL;
}

static int is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static void add_attribute(reading *r, int32_t key, int32_t space, const char *value, size_t length) {
    xss_outline *o = r->outline;
    ENSURE(r, o->attributes, o->attribute_count, o->attribute_capacity);
    int32_t name = xss_names_intern(o->names, value, length);
    o->attributes[o->attribute_count++] = (xss_attribute){key, space, name};
    o->nodes[r->current].attribute_count++;
}

static void add_names(reading *r, int32_t key, const char *value, size_t length) {
    size_t i = 0;
    while (i < length) {
        while (i < length && is_space(value[i])) i++;
        size_t start = i, colon = SIZE_MAX;
        while (i < length && !is_space(value[i])) {
            if (value[i] == ':' && colon == SIZE_MAX) colon = i;
            i++;
        }
        if (i == start) continue;
        const xmlChar *uri = colon == SIZE_MAX ? bound(r, "", 0) : bound(r, value + start, colon - start);
        const char *local = colon == SIZE_MAX ? value + start : value + colon + 1;
        size_t local_length = (size_t)(value + i - local);
        int32_t space = -1;
        if (uri && *uri) {
            space = xss_names_intern(r->outline->names, (const char *)uri, strlen((const char *)uri));
            if (!strcmp((const char *)uri, xsd_space) && local_length >= 2 && !memcmp(local, "ID", 2)
                && (local_length == 2 || (local_length == 5 && !memcmp(local, "IDREF", 5))
                    || (local_length == 6 && !memcmp(local, "IDREFS", 6))))
                r->outline->has_identity = 1;
        }
        add_attribute(r, key, space, local, local_length);
    }
}

static void push_bindings(reading *r, int count, const xmlChar **namespaces) {
    ENSURE(r, r->binding_marks, r->mark_count, r->mark_capacity);
    r->binding_marks[r->mark_count++] = r->binding_count;
    for (int i = 0; i < count; i++) {
        ENSURE(r, r->bindings, r->binding_count, r->binding_capacity);
        r->bindings[r->binding_count++] = (binding){namespaces[2 * i], namespaces[2 * i + 1]};
    }
}

static void write_start(
    reading *r, int32_t kind, int32_t line, const xmlChar *local, const xmlChar *prefix, int namespace_count,
    const xmlChar **namespaces, int attribute_count, const xmlChar **attributes) {
    xss_outline *o = r->outline;
    ENSURE(r, r->reference_stack, r->depth, r->stack_capacity);
    while (r->written_line < line) {
        append(r, &o->text, "\n", 1);
        r->written_line++;
    }
    int32_t reference = 0;
    if (kind == XSS_KIND_INCLUDE || kind == XSS_KIND_IMPORT || kind == XSS_KIND_REDEFINE) {
        ENSURE(r, o->references, o->reference_count, o->reference_capacity);
        reference = ++o->reference_count;
        o->references[reference - 1] = (xss_reference){r->current, (int32_t)o->text.length, 0, 0};
    }
    append(r, &o->text, "<", 1);
    if (prefix) {
        append_string(r, &o->text, (const char *)prefix);
        append(r, &o->text, ":", 1);
    }
    append_string(r, &o->text, (const char *)local);
    for (int i = 0; i < namespace_count; i++) {
        append_string(r, &o->text, " xmlns");
        if (namespaces[2 * i]) {
            append(r, &o->text, ":", 1);
            append_string(r, &o->text, (const char *)namespaces[2 * i]);
        }
        append_string(r, &o->text, "=\"");
        const char *uri = namespaces[2 * i + 1] ? (const char *)namespaces[2 * i + 1] : "";
        append_escaped(r, &o->text, uri, strlen(uri));
        append(r, &o->text, "\"", 1);
    }
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        if (a[2]) continue; // attributes of other namespaces mean nothing to the compiler
        if (reference && !strcmp((const char *)a[0], "schemaLocation")) continue;
        append(r, &o->text, " ", 1);
        append_string(r, &o->text, (const char *)a[0]);
        append_string(r, &o->text, "=\"");
        append_escaped(r, &o->text, (const char *)a[3], (size_t)(a[4] - a[3]));
        append(r, &o->text, "\"", 1);
    }
    if (reference) {
        append_string(r, &o->text, " schemaLocation=\"" XSS_SCHEME);
        o->references[reference - 1].location_offset = (int32_t)o->text.length;
        append_string(r, &o->text, "0000000000/00000\"");
    }
    append(r, &o->text, ">", 1);
    r->reference_stack[r->depth++] = reference;
}

static void start_element(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
    reading *r = context;
    xss_outline *o = r->outline;
    (void)defaulted;
    if (r->failed) return;
    push_bindings(r, namespace_count, namespaces);
    if (r->silent) {
        r->silent++;
        r->hidden++;
        return;
    }
    int in_appinfo = 0;
    if (r->current >= 0) {
        int32_t parent = o->nodes[r->current].kind;
        in_appinfo = parent == XSS_KIND_APPINFO || parent == XSS_KIND_FOREIGN;
    }
    int is_xsd = uri && !strcmp((const char *)uri, xsd_space);
    int32_t kind = in_appinfo ? XSS_KIND_FOREIGN : is_xsd ? lookup(kinds, local) : XSS_KIND_OTHER;
    ENSURE(r, o->nodes, o->node_count, o->node_capacity);
    int32_t line, column;
    xss_tag_position(r->parser, &line, &column);
    o->nodes[o->node_count] = (xss_node){
        .kind = kind, .parent = r->current, .end = 0,
        .name = xss_names_intern(o->names, (const char *)local, strlen((const char *)local)),
        .line = line, .column = column, .first_attribute = o->attribute_count, .attribute_count = 0, .text = -1};
    r->current = o->node_count++;
    r->characters.length = 0;
    for (int i = 0; i < attribute_count; i++) {
        const xmlChar **a = attributes + 5 * i;
        size_t length = (size_t)(a[4] - a[3]);
        int32_t key = a[2] ? 0 : lookup(keys, a[0]);
        if (a[2] && !strcmp((const char *)a[0], "lang")) key = XSS_KEY_LANG;
        if (!key || (kind == XSS_KIND_FOREIGN && key != XSS_KEY_LANG)) continue;
        if (key >= XSS_KEY_REF && key <= XSS_KEY_REFER) add_names(r, key, (const char *)a[3], length);
        else add_attribute(r, key, -1, (const char *)a[3], length);
    }
    if (r->hidden || kind == XSS_KIND_ANNOTATION) {
        r->hidden++;
        if (kind == XSS_KIND_DOCUMENTATION) r->silent = 1;
        return;
    }
    write_start(r, kind, line, local, prefix, namespace_count, namespaces, attribute_count, attributes);
}

static void end_element(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    reading *r = context;
    xss_outline *o = r->outline;
    (void)uri;
    if (r->failed || !r->mark_count) return;
    r->binding_count = r->binding_marks[--r->mark_count];
    if (r->silent > 1) {
        r->silent--;
        r->hidden--;
        return;
    }
    if (r->current < 0) return;
    xss_node *node = &o->nodes[r->current];
    node->end = o->node_count;
    int leaf = node->end == r->current + 1;
    if (node->kind == XSS_KIND_DOCUMENTATION || (node->kind == XSS_KIND_FOREIGN && leaf)) {
        size_t start = 0, end = r->characters.length;
        while (start < end && is_space(r->characters.bytes[start])) start++;
        while (end > start && is_space(r->characters.bytes[end - 1])) end--;
        node->text = xss_names_keep(o->names, r->characters.bytes ? r->characters.bytes + start : "", end - start);
    }
    r->characters.length = 0;
    r->silent = 0;
    r->current = node->parent;
    if (r->hidden) {
        r->hidden--;
        return;
    }
    append_string(r, &o->text, "</");
    if (prefix) {
        append_string(r, &o->text, (const char *)prefix);
        append(r, &o->text, ":", 1);
    }
    append_string(r, &o->text, (const char *)local);
    append(r, &o->text, ">", 1);
    if (r->depth > 0) {
        int32_t reference = r->reference_stack[--r->depth];
        if (reference) o->references[reference - 1].text_end = (int32_t)o->text.length;
    }
}

static void characters(void *context, const xmlChar *text, int length) {
    reading *r = context;
    if (r->failed || !r->hidden || r->current < 0) return;
    int32_t kind = r->outline->nodes[r->current].kind;
    if (kind == XSS_KIND_DOCUMENTATION || kind == XSS_KIND_FOREIGN)
        append(r, &r->characters, (const char *)text, (size_t)length);
}

// Internal entities are kept by libxml2's own document, which is asked for nothing else.

static void start_document(void *context) { xmlSAX2StartDocument(((reading *)context)->parser); }

static void internal_subset(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)external;
    (void)system;
    xmlSAX2InternalSubset(((reading *)context)->parser, name, NULL, NULL);
}

static void entity_declaration(
    void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system, xmlChar *content) {
    if (type != XML_INTERNAL_GENERAL_ENTITY && type != XML_INTERNAL_PARAMETER_ENTITY) return;
    xmlSAX2EntityDecl(((reading *)context)->parser, name, type, public_id, system, content);
}

static xmlEntityPtr get_entity(void *context, const xmlChar *name) {
    return xmlSAX2GetEntity(((reading *)context)->parser, name);
}

static xmlEntityPtr get_parameter_entity(void *context, const xmlChar *name) {
    return xmlSAX2GetParameterEntity(((reading *)context)->parser, name);
}

#if LIBXML_VERSION >= 21200
static void structured_error(void *context, const xmlError *error) {
#else
static void structured_error(void *context, xmlErrorPtr error) {
#endif
    reading *r = context;
    if (!error || error->level < XML_ERR_FATAL || r->told) return;
    r->told = 1;
    r->failed = 1;
    xss_problem problem = {
        .domain = XSS_DOMAIN_PARSER, .code = error->code, .level = error->level, .line = error->line,
        .column = error->int2, .message = error->message, .string1 = error->str1, .string2 = error->str2,
        .string3 = error->str3};
    if (r->handler) r->handler(r->user, &problem);
}

// The parser gets the bytes piece by piece: given all at once it would copy them, into pages that are touched but once.
typedef struct {
    const char *bytes;
    size_t length, position;
} source;

static int read_source(void *context, char *buffer, int length) {
    source *s = context;
    size_t count = s->length - s->position;
    if (count > (size_t)length) count = (size_t)length;
    memcpy(buffer, s->bytes + s->position, count);
    s->position += count;
    return (int)count;
}

xss_outline *xss_outline_read(
    const char *bytes, size_t length, xss_names *names, xss_problem_handler handler, void *user) {
    xss_start_library();
    xss_outline *o = calloc(1, sizeof *o);
    if (!o) return NULL;
    o->names = names;
    if (length > INT32_MAX / 2) return o;
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startDocument = start_document;
    sax.startElementNs = start_element;
    sax.endElementNs = end_element;
    sax.characters = characters;
    sax.cdataBlock = characters;
    sax.ignorableWhitespace = characters;
    sax.internalSubset = internal_subset;
    sax.entityDecl = entity_declaration;
    sax.getEntity = get_entity;
    sax.getParameterEntity = get_parameter_entity;
    sax.serror = structured_error;
    o->text.expected = length;
    source input = {bytes, length, 0};
    xmlParserCtxtPtr parser =
        length ? xmlCreateIOParserCtxt(NULL, NULL, read_source, NULL, &input, XML_CHAR_ENCODING_NONE) : NULL;
    if (!parser) {
        xss_problem problem = {.domain = XSS_DOMAIN_PARSER, .code = XML_ERR_DOCUMENT_EMPTY, .level = 3, .line = 1,
                               .message = "Document is empty"};
        if (handler) handler(user, &problem);
        return o;
    }
    reading r = {.outline = o, .parser = parser, .handler = handler, .user = user, .current = -1, .written_line = 1};
    // NOENT, or else libxml2 leaves an ampersand in an attribute value as "&#38;" and an entity as it stands. Its guard
    // against entity expansion stays up.
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    *parser->sax = sax;
    parser->sax2 = 1;
    parser->userData = &r;
    int status = xmlParseDocument(parser);
    o->complete = status == 0 && parser->wellFormed && !r.failed;
    if (!o->complete && !r.told) fail(&r, XSS_DOMAIN_PARSER, XML_ERR_DOCUMENT_END, "the document is not well-formed");
    xmlDocPtr document = parser->myDoc;
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    if (document) xmlFreeDoc(document);
    free(r.reference_stack);
    free(r.characters.bytes);
    free(r.bindings);
    free(r.binding_marks);
    return o;
}

void xss_outline_free(xss_outline *outline) {
    if (!outline) return;
    free(outline->nodes);
    free(outline->attributes);
    free(outline->references);
    free(outline->text.bytes);
    free(outline);
}

const xss_node *xss_outline_nodes(const xss_outline *outline, int32_t *count) {
    *count = outline->complete ? outline->node_count : 0;
    return outline->nodes;
}

const xss_attribute *xss_outline_attributes(const xss_outline *outline, int32_t *count) {
    *count = outline->attribute_count;
    return outline->attributes;
}

const xss_reference *xss_outline_references(const xss_outline *outline, int32_t *count) {
    *count = outline->reference_count;
    return outline->references;
}

int32_t xss_outline_is_complete(const xss_outline *outline) { return outline->complete; }

int32_t xss_outline_has_identity(const xss_outline *outline) { return outline->has_identity; }

const char *xss_outline_text(const xss_outline *outline, size_t *length) {
    *length = outline->text.length;
    return outline->text.bytes ? outline->text.bytes : "";
}

void xss_outline_point(xss_outline *outline, int32_t reference, uint32_t set, int32_t document) {
    if (reference < 0 || reference >= outline->reference_count) return;
    xss_reference *r = &outline->references[reference];
    if (document < 0) {
        for (int32_t i = r->text_start; i < r->text_end; i++)
            if (outline->text.bytes[i] != '\n') outline->text.bytes[i] = ' ';
        return;
    }
    char digits[24];
    snprintf(digits, sizeof digits, "%010u/%05d", set, document);
    memcpy(outline->text.bytes + r->location_offset, digits, 16);
}

void xss_outline_forget_text(xss_outline *outline) {
    free(outline->text.bytes);
    outline->text = (buffer){0};
}
