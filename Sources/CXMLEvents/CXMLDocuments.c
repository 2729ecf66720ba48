#include "CXMLEvents.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What needs libxml2's own tree: canonical form and XPath. The bytes have been read under the limits before.

static void ignore_error(void *data, const char *message, ...) { (void)data, (void)message; }

static xmlDocPtr read_document(const void *bytes, size_t count) {
    if (count > INT32_MAX) return NULL;
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (context == NULL) return NULL;
    context->sax->error = ignore_error;
    context->sax->warning = ignore_error;
    context->sax->serror = NULL;
    int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlDocPtr document = xmlCtxtReadMemory(context, bytes, (int)count, NULL, NULL, options);
    xmlFreeParserCtxt(context);
    return document;
}

int64_t xev_canonicalize(const void *bytes, size_t count, int mode, int with_comments, char **result) {
    *result = NULL;
    xmlDocPtr document = read_document(bytes, count);
    int64_t length = -1;
    if (document != NULL && document->intSubset == NULL) {
        xmlChar *output = NULL;
        static const int modes[] = {XML_C14N_1_0, XML_C14N_EXCLUSIVE_1_0, XML_C14N_1_1};
        int written = xmlC14NDocDumpMemory(document, NULL, modes[mode], NULL, with_comments, &output);
        if (written >= 0 && output != NULL) {
            *result = malloc((size_t)written + 1);
            if (*result != NULL) {
                memcpy(*result, output, (size_t)written);
                length = written;
            }
        }
        if (output != NULL) xmlFree(output);
    }
    if (document != NULL) xmlFreeDoc(document);
    return length;
}

void xev_free(void *pointer) { free(pointer); }

static int add_step(xev_xpath_result *result, uint32_t step) {
    if (result->step_count == result->step_capacity) {
        size_t capacity = result->step_capacity == 0 ? 64 : result->step_capacity * 2;
        uint32_t *steps = realloc(result->steps, capacity * sizeof *steps);
        if (steps == NULL) return 0;
        result->steps = steps;
        result->step_capacity = capacity;
    }
    result->steps[result->step_count++] = step;
    return 1;
}

static int add_name(xev_xpath_result *result, const xmlChar *text) {
    const char *bytes = text == NULL ? "" : (const char *)text;
    size_t length = strlen(bytes) + 1;
    if (result->name_bytes + length > result->name_capacity) {
        size_t capacity = (result->name_capacity + length) * 2;
        char *names = realloc(result->names, capacity);
        if (names == NULL) return 0;
        result->names = names;
        result->name_capacity = capacity;
    }
    memcpy(result->names + result->name_bytes, bytes, length);
    result->name_bytes += length;
    return 1;
}

static int add_node(xev_xpath_result *result, xmlNodePtr node) {
    const uint32_t leaf = 1u << 31;
    result->node_count++;
    uint32_t mark = 0;
    if (node->type == XML_NAMESPACE_DECL) {
        // A namespace node of a result is a copy of libxml2's and knows its element in `next`.
        xmlNsPtr declaration = (xmlNsPtr)node;
        if (!add_name(result, declaration->prefix) || !add_name(result, BAD_CAST "http://www.w3.org/2000/xmlns/")
            || !add_name(result, declaration->href))
            return 0;
        mark = leaf;
        node = (xmlNodePtr)declaration->next;
        if (node == NULL || node->type != XML_ELEMENT_NODE) return add_step(result, mark);
    } else if (node->type == XML_ATTRIBUTE_NODE) {
        xmlChar *value = xmlNodeGetContent(node);
        int done = add_name(result, node->name) && add_name(result, node->ns == NULL ? NULL : node->ns->href)
            && add_name(result, value);
        xmlFree(value);
        if (!done) return 0;
        mark = leaf;
        node = node->parent;
    }
    uint32_t depth = 0;
    for (xmlNodePtr up = node; up != NULL && up->type != XML_DOCUMENT_NODE; up = up->parent) depth++;
    if (!add_step(result, depth | mark)) return 0;
    size_t first = result->step_count;
    for (uint32_t i = 0; i < depth; i++) {
        if (!add_step(result, 0)) return 0;
    }
    uint32_t at = depth;
    for (xmlNodePtr up = node; up != NULL && up->type != XML_DOCUMENT_NODE; up = up->parent) {
        uint32_t position = 0;
        for (xmlNodePtr before = up->prev; before != NULL; before = before->prev) position++;
        result->steps[first + --at] = position;
    }
    return 1;
}

typedef struct message_buffer {
    char *text;
    size_t size;
} message_buffer;

#if LIBXML_VERSION >= 21200
static void keep_message(void *data, const xmlError *error) {
#else
static void keep_message(void *data, xmlError *error) {
#endif
    message_buffer *buffer = data;
    if (buffer->text[0] == 0 && error->message != NULL) snprintf(buffer->text, buffer->size, "%s", error->message);
}

static void unknown_function(xmlXPathParserContextPtr parser, int argument_count) {
    (void)argument_count;
    xmlXPathErr(parser, XPATH_UNKNOWN_FUNC_ERROR);
}

// libxml2 prints to standard error when it finds no function at all; so it finds one that fails.
static xmlXPathFunction find_function(void *data, const xmlChar *name, const xmlChar *uri) {
    xmlXPathContextPtr context = data;
    return xmlHashLookup2(context->funcHash, name, uri) == NULL ? unknown_function : NULL;
}

int xev_xpath(
    const void *bytes, size_t count, const char *expression, const char *const *namespaces, size_t namespace_count,
    xev_xpath_result *result, char *message, size_t message_size) {
    memset(result, 0, sizeof *result);
    message[0] = 0;
    xmlDocPtr document = read_document(bytes, count);
    if (document == NULL) return 2;
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    if (context == NULL) {
        xmlFreeDoc(document);
        return 3;
    }
    message_buffer buffer = {message, message_size};
    context->error = keep_message;
    context->userData = &buffer;
    context->node = (xmlNodePtr)document;
    xmlXPathRegisterFuncLookup(context, find_function, context);
    for (size_t i = 0; i < namespace_count; i++)
        xmlXPathRegisterNs(context, BAD_CAST namespaces[i * 2], BAD_CAST namespaces[i * 2 + 1]);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression, context);
    int status = found == NULL ? 1 : 0;
    if (found != NULL) {
        switch (found->type) {
        case XPATH_NODESET:
            result->kind = XEV_XPATH_NODES;
            for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr && status == 0; i++) {
                if (!add_node(result, found->nodesetval->nodeTab[i])) status = 3;
            }
            break;
        case XPATH_STRING:
            result->kind = XEV_XPATH_STRING;
            result->string = strdup((const char *)found->stringval);
            if (result->string == NULL) status = 3;
            break;
        case XPATH_NUMBER:
            result->kind = XEV_XPATH_NUMBER;
            result->number = found->floatval;
            break;
        case XPATH_BOOLEAN:
            result->kind = XEV_XPATH_BOOLEAN;
            result->boolean = found->boolval;
            break;
        default: status = 1; break;
        }
        xmlXPathFreeObject(found);
    }
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
    return status;
}

void xev_xpath_free(xev_xpath_result *result) {
    free(result->string);
    free(result->steps);
    free(result->names);
    memset(result, 0, sizeof *result);
}
