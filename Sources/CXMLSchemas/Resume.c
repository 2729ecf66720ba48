#include "CheckState.h"
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

// libxml2 gives up the content of an element at its first child that must not stand there. To find what else is wrong,
// another validator is led to the same place: it is shown, silently, the elements above and the names of the children so
// far, corrected by the likeliest guess at what was meant, and then the rest of the content. The verdict is out by then;
// this adds findings only.
//
// Guesses, in this order: the element is misspelt (it is shown as the expected element that is nearest by name), elements
// before it are missing (they are shown before it), it is one too many (it is not shown at all).

enum { MAX_RUNS = 4096, MAX_CHAIN = 8 };

void xss_note_child(level *parent, const xmlChar *local, const xmlChar *space) {
    if (parent->run_count) {
        sibling_run *last = &parent->runs[parent->run_count - 1];
        if (last->local == local && last->space == space) {
            last->count++;
            return;
        }
    }
    if (parent->runs_incomplete) return;
    if (parent->run_count == parent->run_capacity) {
        int32_t capacity = parent->run_capacity ? parent->run_capacity * 2 : 8;
        sibling_run *runs = capacity > MAX_RUNS ? NULL : realloc(parent->runs, (size_t)capacity * sizeof *runs);
        if (!runs) {
            // Only the guess is lost: memory stays bounded.
            parent->runs_incomplete = 1;
            return;
        }
        parent->runs = runs;
        parent->run_capacity = capacity;
    }
    parent->runs[parent->run_count++] = (sibling_run){local, space, 1};
}

// "… This element is not expected. Expected is one of ( {urn:a}b, c, ##other{urn:a}* )."
void xss_note_unexpected(xss_check *check, const char *message) {
    if (!strstr(message, ": This element is not expected.")) return;
    check->unexpected = 1;
    check->candidate_count = 0;
    const char *p = strstr(message, " ( ");
    if (!p || !check->parser) return;
    for (p += 3; *p && strncmp(p, " )", 2) && check->candidate_count < MAX_CANDIDATES;) {
        const char *end = p + strcspn(p, "}");
        if (*p == '{' && *end) end++;
        else end = p;
        const char *local = end;
        end += strcspn(end, ", ");
        if (*local && *local != '*' && *local != '#' && end > local) {
            xmlDictPtr names = check->parser->dict;
            check->candidates[check->candidate_count][0] = xmlDictLookup(names, (const xmlChar *)local, (int)(end - local));
            check->candidates[check->candidate_count++][1] =
                local > p ? xmlDictLookup(names, (const xmlChar *)p + 1, (int)(local - p - 2)) : NULL;
        }
        p = end + strspn(end, ", ");
        if (*p == ')' || end == p) break;
    }
}

int xss_can_resume(const xss_check *check) {
    if (check->resume_budget <= 0 || check->depth < 2) return 0;
    int32_t parent = check->depth - 1;
    if (check->resumed_count == MAX_RESUMED && check->resumed[MAX_RESUMED - 1]->until != parent) return 0;
    for (int32_t i = 1; i <= parent; i++)
        if (check->levels[i].runs_incomplete) return 0;
    return 1;
}

static void finish(xss_check *check, resumed *r) {
    // Elements left open would leak what libxml2 2.9 keeps for their identity constraints.
    int muted = check->muted;
    check->muted = 1;
    for (; r->open > 0; r->open--) {
        const level *l = &check->levels[r->open];
        r->sax->endElementNs(r->user, l->as_local, NULL, l->as_space);
    }
    check->muted = muted;
    if (r->plug) xmlSchemaSAXUnplug(r->plug);
    if (r->validator) xmlSchemaFreeValidCtxt(r->validator);
    free(r);
}

static void finish_last(xss_check *check) { finish(check, check->resumed[--check->resumed_count]); }

static void show(xss_check *check, resumed *r, const xmlChar *local, const xmlChar *space) {
    check->resume_budget--;
    r->sax->startElementNs(r->user, local, NULL, space, 0, NULL, 0, 0, NULL);
    r->sax->endElementNs(r->user, local, NULL, space);
}

// Leads a new validator to the place before the element at hand. Silent. NULL: there is not enough memory.
static resumed *lead(xss_check *check, const xmlChar *(*before)[2], int32_t before_count) {
    // The plug keeps the addresses of two members.
    resumed *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    r->validator = xmlSchemaNewValidCtxt(check->schema);
    if (!r->validator) {
        finish(check, r);
        return NULL;
    }
    xss_validity_error_to(check, r->validator);
    r->plug = xmlSchemaSAXPlug(r->validator, &r->sax, &r->user);
    if (!r->plug) {
        finish(check, r);
        return NULL;
    }
    r->until = check->depth - 1;
    check->muted = 1;
    for (int32_t i = 1; i < check->depth; i++) {
        const level *l = &check->levels[i];
        int32_t first = l->bindings, count = check->levels[i + 1].bindings - first;
        const xmlChar *type[5] = {
            xmlDictLookup(check->parser->dict, (const xmlChar *)"type", 4), NULL,
            xmlDictLookup(check->parser->dict, (const xmlChar *)XSS_XSI, -1), l->type,
            l->type ? l->type + xmlStrlen(l->type) : NULL};
        check->resume_budget--;
        r->sax->startElementNs(
            r->user, l->as_local, NULL, l->as_space, count, (const xmlChar **)(check->bindings + first), l->type ? 1 : 0, 0,
            l->type ? type : NULL);
        r->open++;
        for (int32_t k = 0; k < l->run_count; k++) {
            // The last child of an element above is the next one to be opened.
            int32_t times = l->runs[k].count - (i < check->depth - 1 && k == l->run_count - 1);
            for (int32_t n = 0; n < times; n++) show(check, r, l->runs[k].local, l->runs[k].space);
        }
    }
    for (int32_t i = 0; i < before_count; i++) show(check, r, before[i][0], before[i][1]);
    check->muted = 0;
    return r;
}

typedef struct {
    int namespace_count, attribute_count, defaulted;
    const xmlChar **namespaces, **attributes;
} start_tag;

static void start(resumed *r, const xmlChar *local, const xmlChar *space, const start_tag *tag) {
    r->sax->startElementNs(
        r->user, local, NULL, space, tag->namespace_count, tag->namespaces, tag->attribute_count, tag->defaulted,
        tag->attributes);
    r->open++;
}

// How many characters must be inserted, deleted or replaced; more than `bound` counts as bound + 1.
static int distance(const char *a, const char *b, int bound) {
    size_t m = strlen(a), n = strlen(b);
    int row[65];
    if (m > 64 || n > 64) return bound + 1;
    for (size_t j = 0; j <= n; j++) row[j] = (int)j;
    for (size_t i = 1; i <= m; i++) {
        int diagonal = row[0];
        row[0] = (int)i;
        for (size_t j = 1; j <= n; j++) {
            int above = row[j];
            int best = a[i - 1] == b[j - 1] ? diagonal : diagonal + 1;
            if (above + 1 < best) best = above + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            row[j] = best;
            diagonal = above;
        }
    }
    return row[n] > bound ? bound + 1 : row[n];
}

// The expected element that was probably meant: of the same name, or off by a quarter of it at the most; -1: none.
static int32_t meant(const xss_check *check, const xmlChar *local) {
    int32_t best = -1;
    int length = (int)strlen((const char *)local);
    int bound = length < 4 ? 0 : length / 4, least = bound + 1;
    for (int32_t i = 0; i < check->candidate_count; i++) {
        int found = xmlStrcasecmp(check->candidates[i][0], local)
            ? distance((const char *)local, (const char *)check->candidates[i][0], bound) : 0;
        if (found < least) {
            least = found;
            best = i;
        }
    }
    return best;
}

// Which elements, shown before the one at hand, make it expected. Their number, or 0.
static int32_t missing(xss_check *check, const level *own, const start_tag *tag, const xmlChar *(*chain)[2]) {
    const xmlChar *candidates[MAX_CANDIDATES][2];
    int32_t count = check->candidate_count;
    memcpy(candidates, check->candidates, sizeof candidates);
    for (int32_t i = 0; i < count && check->resume_budget > 0; i++) {
        chain[0][0] = candidates[i][0];
        chain[0][1] = candidates[i][1];
        for (int32_t length = 1; length <= MAX_CHAIN && check->resume_budget > 0; length++) {
            resumed *trial = lead(check, chain, length);
            if (!trial) return 0;
            check->unexpected = 0;
            check->muted = 1;
            start(trial, own->local, own->as_space, tag);
            check->muted = 0;
            int fits = !check->unexpected;
            finish(check, trial);
            if (fits) return length;
            // What alone can follow is missing as well; with a choice there would be too much to guess.
            if (check->candidate_count != 1 || length == MAX_CHAIN
                || (check->candidates[0][0] == chain[length - 1][0] && check->candidates[0][1] == chain[length - 1][1]))
                break;
            chain[length][0] = check->candidates[0][0];
            chain[length][1] = check->candidates[0][1];
        }
    }
    return 0;
}

void xss_resume(
    xss_check *check, int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
    const xmlChar **attributes) {
    if (!xss_can_resume(check)) return;
    start_tag tag = {namespace_count, attribute_count, defaulted, namespaces, attributes};
    level *own = &check->levels[check->depth], *parent = own - 1;
    const xmlChar *chain[MAX_CHAIN][2];
    check->speaker_is_resumed = 1;
    int32_t nearest = meant(check, own->local);
    const xmlChar *as_local = nearest < 0 ? NULL : check->candidates[nearest][0];
    const xmlChar *as_space = nearest < 0 ? NULL : check->candidates[nearest][1];
    int32_t length = as_local ? 0 : missing(check, own, &tag, chain);
    resumed *next = lead(check, chain, length);
    if (next) {
        if (as_local) {
            next->alias_depth = check->depth;
            next->alias_local = own->as_local = as_local;
            next->alias_space = own->as_space = as_space;
        }
        for (int32_t i = 0; i < length; i++) xss_note_child(parent, chain[i][0], chain[i][1]);
        if (as_local || length) {
            xss_note_child(parent, own->as_local, own->as_space);
            check->unexpected = 0;
            start(next, own->as_local, own->as_space, &tag);
        } else {
            next->withheld = check->depth;
        }
        if (check->resumed_count && check->resumed[check->resumed_count - 1]->until == next->until) finish_last(check);
        check->resumed[check->resumed_count++] = next;
    }
    check->speaker_is_resumed = 0;
}

void xss_resumed_start(
    xss_check *check, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
    check->speaker_is_resumed = 1;
    for (int32_t i = 0; i < check->resumed_count; i++) {
        resumed *r = check->resumed[i];
        if (r->withheld) continue;
        r->sax->startElementNs(
            r->user, local, prefix, space, namespace_count, namespaces, attribute_count, defaulted, attributes);
        r->open++;
    }
    check->speaker_is_resumed = 0;
}

void xss_resumed_text(xss_check *check, const xmlChar *text, int length) {
    check->speaker_is_resumed = 1;
    for (int32_t i = 0; i < check->resumed_count; i++) {
        resumed *r = check->resumed[i];
        if (!r->withheld && r->sax->characters) r->sax->characters(r->user, text, length);
    }
    check->speaker_is_resumed = 0;
}

void xss_resumed_end(xss_check *check, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    check->speaker_is_resumed = 1;
    for (int32_t i = 0; i < check->resumed_count; i++) {
        resumed *r = check->resumed[i];
        if (r->withheld) {
            if (r->withheld == check->depth) r->withheld = 0;
            continue;
        }
        int is_alias = r->alias_depth == check->depth;
        if (is_alias) r->alias_depth = 0;
        r->sax->endElementNs(
            r->user, is_alias ? r->alias_local : local, is_alias ? NULL : prefix, is_alias ? r->alias_space : space);
        r->open--;
    }
    check->speaker_is_resumed = 0;
    while (check->resumed_count && check->resumed[check->resumed_count - 1]->until >= check->depth) finish_last(check);
}

void xss_resumed_free(xss_check *check) {
    check->muted = 1;
    while (check->resumed_count) finish_last(check);
    check->muted = 0;
}
