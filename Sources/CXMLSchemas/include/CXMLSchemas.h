#pragma once
// libxml2's schema compiler and validator behind opaque handles. No global state of libxml2 is changed but one additive
// input callback for the private scheme "xoev-schema:" (see SchemaCompiler.c). Everything here may be used from several
// threads at once as long as one object is used by one thread at a time; names, identity tables and compiled schemas are
// read-only once built and may be shared.
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Names: strings interned as small integers

typedef struct xss_names xss_names;

// Keeps what is freed for the next who asks, up to 64 MB, instead of handing every large block back to the kernel.
void xss_keep_freed_memory(void);

xss_names *xss_names_new(void);
void xss_names_free(xss_names *names);
// The number of the string, new if need be; -1 when out of memory.
int32_t xss_names_intern(xss_names *names, const char *string, size_t length);
// A number of the string; a long one gets a new number each time and cannot be found. For documentation, which nobody looks
// for: to hash it costs as much as to parse it.
int32_t xss_names_keep(xss_names *names, const char *string, size_t length);
// The number of the string or -1.
int32_t xss_names_find(const xss_names *names, const char *string, size_t length);
// The string of a number, zero-terminated.
const char *xss_names_string(const xss_names *names, int32_t name, size_t *length);

// MARK: Problems

enum {
    XSS_DOMAIN_PARSER = 1, // not well-formed, encoding
    XSS_DOMAIN_LIMIT = 2,  // code is XSS_LIMIT_...
    XSS_DOMAIN_SCHEMA = 3, // validity or schema compile error, code is libxml2's
};

enum {
    XSS_LIMIT_DEPTH = 1,
    XSS_LIMIT_ATTRIBUTES = 2,
    XSS_LIMIT_NAME = 3,
    XSS_LIMIT_TEXT = 4,
    XSS_LIMIT_TOTAL = 5,
    XSS_LIMIT_NAMES = 6,
    XSS_LIMIT_DOCTYPE = 7,
    XSS_LIMIT_MEMORY = 8,
};

typedef struct {
    int32_t domain;
    int32_t code;
    int32_t level; // 1 warning, 2 error, 3 fatal
    int32_t line;  // from 1; 0 unknown
    int32_t column;
    const char *file;    // schema compile errors: the private URI
    const char *message; // libxml2's English text
    const char *string1; // the parts of the text where libxml2 tells them
    const char *string2;
    const char *string3;
} xss_problem;

// The kinds of validity errors, by libxml2's code.
enum {
    XSS_VALIDITY_OTHER = 0, XSS_VALIDITY_VALUE, XSS_VALIDITY_LENGTH, XSS_VALIDITY_RANGE, XSS_VALIDITY_DIGITS,
    XSS_VALIDITY_PATTERN, XSS_VALIDITY_ENUMERATION, XSS_VALIDITY_NOT_EMPTY, XSS_VALIDITY_CONTENT, XSS_VALIDITY_TEXT,
    XSS_VALIDITY_ELEMENT, XSS_VALIDITY_NOT_DECLARED, XSS_VALIDITY_ABSTRACT, XSS_VALIDITY_NIL, XSS_VALIDITY_XSI_TYPE,
    XSS_VALIDITY_FIXED, XSS_VALIDITY_ATTRIBUTE, XSS_VALIDITY_ATTRIBUTE_MISSING, XSS_VALIDITY_IDENTITY_CONSTRAINT,
    XSS_VALIDITY_WILDCARD, XSS_VALIDITY_PROCESSOR,
};
int32_t xss_validity_kind(int32_t code);
// Whether an error with this code only says of the type what a facet error has just said.
int32_t xss_validity_repeats_facet(int32_t code);

typedef void (*xss_problem_handler)(void *user, const xss_problem *problem);

// MARK: Outline of one schema document

enum {
    XSS_KIND_OTHER = 0, // an element outside the namespace of XML Schema, or unknown in it
    XSS_KIND_SCHEMA, XSS_KIND_ELEMENT, XSS_KIND_ATTRIBUTE, XSS_KIND_COMPLEX_TYPE, XSS_KIND_SIMPLE_TYPE, XSS_KIND_GROUP,
    XSS_KIND_ATTRIBUTE_GROUP, XSS_KIND_SEQUENCE, XSS_KIND_CHOICE, XSS_KIND_ALL, XSS_KIND_ANY, XSS_KIND_ANY_ATTRIBUTE,
    XSS_KIND_EXTENSION, XSS_KIND_RESTRICTION, XSS_KIND_SIMPLE_CONTENT, XSS_KIND_COMPLEX_CONTENT, XSS_KIND_LIST,
    XSS_KIND_UNION, XSS_KIND_INCLUDE, XSS_KIND_IMPORT, XSS_KIND_REDEFINE, XSS_KIND_KEY, XSS_KIND_KEYREF,
    XSS_KIND_UNIQUE, XSS_KIND_SELECTOR, XSS_KIND_FIELD, XSS_KIND_ENUMERATION, XSS_KIND_PATTERN, XSS_KIND_FACET,
    XSS_KIND_NOTATION, XSS_KIND_ANNOTATION, XSS_KIND_DOCUMENTATION, XSS_KIND_APPINFO,
    XSS_KIND_FOREIGN, // an element inside appinfo
};

enum {
    XSS_KEY_OTHER = 0,
    XSS_KEY_NAME, XSS_KEY_REF, XSS_KEY_TYPE, XSS_KEY_BASE, XSS_KEY_SUBSTITUTION_GROUP, XSS_KEY_ITEM_TYPE,
    XSS_KEY_MEMBER_TYPES, XSS_KEY_REFER, XSS_KEY_VALUE, XSS_KEY_USE, XSS_KEY_FORM, XSS_KEY_MIN_OCCURS,
    XSS_KEY_MAX_OCCURS, XSS_KEY_FIXED, XSS_KEY_DEFAULT, XSS_KEY_ABSTRACT, XSS_KEY_NILLABLE, XSS_KEY_MIXED,
    XSS_KEY_PROCESS_CONTENTS, XSS_KEY_NAMESPACE, XSS_KEY_SCHEMA_LOCATION, XSS_KEY_TARGET_NAMESPACE,
    XSS_KEY_ELEMENT_FORM_DEFAULT, XSS_KEY_ATTRIBUTE_FORM_DEFAULT, XSS_KEY_VERSION, XSS_KEY_XPATH, XSS_KEY_LANG,
};

typedef struct {
    int32_t kind;            // XSS_KIND_...
    int32_t parent;          // index of the parent node, -1 for the root
    int32_t end;             // index after the last descendant
    int32_t name;            // the element's local name
    int32_t line, column;    // of the start tag
    int32_t first_attribute; // index into the attributes
    int32_t attribute_count;
    int32_t text;            // documentation, appinfo leaves: the text, else -1
} xss_node;

typedef struct {
    int32_t key;   // XSS_KEY_...
    int32_t space; // QNames: the namespace, -1 for none; other attributes: -1
    int32_t value; // QNames: the local part; memberTypes gives one entry per member
} xss_attribute;

typedef struct {
    int32_t node;            // the include, import or redefine
    int32_t text_start;      // where its element starts in the text handed to the compiler
    int32_t text_end;        // and where it ends
    int32_t location_offset; // where the digits of its private location start
} xss_reference;

typedef struct xss_outline xss_outline;

// Reads a schema document: no network, no external entities, libxml2's own limits on depth, text and expansion. Never NULL
// but when out of memory; a document that cannot be read has a root node count of zero and told its problems.
xss_outline *xss_outline_read(const char *bytes, size_t length, xss_names *names, xss_problem_handler handler, void *user);
void xss_outline_free(xss_outline *outline);
const xss_node *xss_outline_nodes(const xss_outline *outline, int32_t *count);
const xss_attribute *xss_outline_attributes(const xss_outline *outline, int32_t *count);
const xss_reference *xss_outline_references(const xss_outline *outline, int32_t *count);
int32_t xss_outline_is_complete(const xss_outline *outline);
int32_t xss_outline_has_identity(const xss_outline *outline); // mentions xs:ID, xs:IDREF or xs:IDREFS
// The schema as it goes to the compiler: without annotations, comments and DOCTYPE, every start tag on its line.
const char *xss_outline_text(const xss_outline *outline, size_t *length);
// Points a reference to document `document` of set `set`, or blanks the whole element when `document` is negative.
void xss_outline_point(xss_outline *outline, int32_t reference, uint32_t set, int32_t document);
// Frees the text once it has been compiled.
void xss_outline_forget_text(xss_outline *outline);

// MARK: Compiling

typedef struct xss_schema xss_schema;
typedef struct {
    const char *text;
    size_t length;
} xss_text;

// A number for a set of documents, unique in the process.
uint32_t xss_next_set(void);
// Compiles the set whose documents are `texts`, starting with document `entry`. NULL when it does not compile.
xss_schema *xss_schema_compile(
    uint32_t set, const xss_text *texts, int32_t count, int32_t entry, xss_problem_handler handler, void *user);
void xss_schema_free(xss_schema *schema);

// MARK: The types of a schema as an automaton

enum { XSS_IDENTITY_NONE = 0, XSS_IDENTITY_ID = 1, XSS_IDENTITY_IDREF = 2, XSS_IDENTITY_IDREFS = 3 };

// An automaton over element names that tells one thing of elements and attributes: which are of type xs:ID, xs:IDREF or
// xs:IDREFS, or which hold a code of a code list. One is made for each purpose.
typedef struct xss_automaton xss_automaton;

xss_automaton *xss_automaton_new(const xss_names *names);
void xss_automaton_free(xss_automaton *automaton);
// A new state (a type), -1 when out of memory.
int32_t xss_automaton_add_state(xss_automaton *automaton);
// What a state's content is, and whether its wildcards admit global elements and attributes.
void xss_automaton_set_state(
    xss_automaton *automaton, int32_t state, int32_t content, int32_t any_element, int32_t any_attribute);
// Says that elements in a state hold a code in a child with the one name, and its name in a child with the other (local -1:
// in none). `code` is what the handler is told.
void xss_automaton_set_code(
    xss_automaton *automaton, int32_t state, int32_t code, int32_t code_space, int32_t code_local, int32_t name_space,
    int32_t name_local);
// In an automaton of codes, XSS_STATE_EMPTY as next says that nothing is to be found below the child.
enum { XSS_STATE_EMPTY = -2 };
void xss_automaton_add_child(xss_automaton *automaton, int32_t state, int32_t space, int32_t local, int32_t next);
void xss_automaton_add_attribute(xss_automaton *automaton, int32_t state, int32_t space, int32_t local, int32_t kind);
void xss_automaton_add_global_element(xss_automaton *automaton, int32_t space, int32_t local, int32_t state);
void xss_automaton_add_global_attribute(xss_automaton *automaton, int32_t space, int32_t local, int32_t kind);
void xss_automaton_add_type(xss_automaton *automaton, int32_t space, int32_t local, int32_t state);

// MARK: Checking a document

typedef struct xss_check xss_check;

typedef struct {
    int64_t max_depth;
    int64_t max_attributes;
    int64_t max_name;
    int64_t max_text;
    int64_t max_total;
    int64_t max_names;
} xss_limits;

typedef struct {
    const char *local;
    const char *space; // NULL for none
    const char *value;
    size_t length;
} xss_root_attribute;

// What the caller decides when the root element is known.
typedef struct {
    const xss_schema *schema;      // NULL: go on without schema
    const xss_automaton *identity; // NULL: no xs:ID in this schema
    const xss_automaton *codes;    // NULL: codes are not asked for
    const char *watched;           // the local name of an element whose first text is asked for, or NULL; is copied
    int32_t wants_texts;           // whether texts and values of attributes are asked for
    uint8_t plain[128];            // a text of nothing but these ASCII characters need not be told
    const char *attribute;         // the local name of an attribute whose value is always told, or NULL; is copied
} xss_choice;

typedef struct {
    const char *bytes; // NULL: not there
    size_t length;
} xss_span;

// An element with a code of a code list. The texts are as they stand in the document.
typedef struct {
    int32_t code;         // of xss_automaton_set_code
    int32_t line, column; // of the child with the code, else of the element
    int32_t index;        // of that child among its siblings of the same name
    xss_span uri, version, value, name; // listURI, listVersionID, the children
} xss_code;

typedef struct {
    void *user;
    xss_problem_handler problem;
    xss_choice (*root)(
        void *user, const char *local, const char *space, const xss_root_attribute *attributes, int32_t count);
    // A value of type ID, IDREF or IDREFS; attribute is NULL for element content.
    void (*identity)(void *user, int32_t kind, const char *attribute, const char *value, size_t length);
    // A code, at the end of the element that holds it. The answer 1 says that an equal one need not be told again.
    int32_t (*code)(void *user, const xss_code *code);
    // The first text of the watched element. Codes are told again from here on.
    void (*watched)(void *user, const char *value, size_t length);
    // A text between two tags that is not white space only, or the value of an attribute.
    void (*text)(void *user, const char *attribute, const char *value, size_t length);
} xss_handlers;

// Fills the buffer; returns the number of bytes, 0 at the end, -1 on an error that the reader remembers itself.
typedef int (*xss_reader)(void *user, char *buffer, int length);

xss_check *xss_check_new(const xss_limits *limits, const xss_handlers *handlers);
void xss_check_free(xss_check *check);
// Runs the whole document. 0: well-formed to its end; 1: not well-formed, a limit was exceeded or it was stopped; -1: out of
// memory.
int32_t xss_check_run(xss_check *check, xss_reader reader, void *reader_user);
// Whether a schema was applied and no error of libxml2 itself kept it from its end.
int32_t xss_check_schema_ran(const xss_check *check);
// Inside a handler: the position of the element at hand and its path with positions. Returns the length of the path.
void xss_check_position(const xss_check *check, int32_t *line, int32_t *column);
size_t xss_check_path(const xss_check *check, char *buffer, size_t capacity);
// Inside a handler: how deep the element at hand is (the root is 1).
int32_t xss_check_depth(const xss_check *check);
// Inside a problem handler, for an element that must not stand where it stands: whether the rest of its parent's content
// will be checked nonetheless.
int32_t xss_check_goes_on(const xss_check *check);
// Inside a problem handler, at the end of an element: its text since its last child.
const char *xss_check_text(const xss_check *check, size_t *length);
// The bytes read and the encoding the document declares or was found to have (NULL: not known).
int64_t xss_check_bytes(const xss_check *check);
const char *xss_check_encoding(const xss_check *check);
void xss_check_stop(xss_check *check);

// A reader over bytes in memory (user is an xss_memory).
typedef struct {
    const char *bytes;
    size_t length, offset;
} xss_memory;
int xss_read_memory(void *user, char *buffer, int length);

// A clock that only moves forward, in nanoseconds; cheap enough to be asked for every text.
int64_t xss_nanoseconds(void);

// The version of libxml2 at run time, such as 20914.
int32_t xss_library_version(void);

#ifdef __cplusplus
}
#endif
