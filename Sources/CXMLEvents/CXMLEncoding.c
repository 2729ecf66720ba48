#include "CXMLEncoding.h"

#include <stdlib.h>
#include <string.h>

static int equals_ignoring_case(const char *left, const char *right) {
    for (; *left != 0 && *right != 0; left++, right++) {
        char a = *left >= 'a' && *left <= 'z' ? (char)(*left - 32) : *left;
        char b = *right >= 'a' && *right <= 'z' ? (char)(*right - 32) : *right;
        if (a != b) return 0;
    }
    return *left == *right;
}

// The value of encoding="…" in an XML declaration, whose characters stand `step` bytes apart, from `first` on.
static void declared_name(
    const uint8_t *bytes, size_t count, size_t first, size_t step, char *name, size_t name_size) {
    char text[512];
    size_t length = 0;
    for (size_t at = first; at < count && length < sizeof text - 1; at += step) {
        text[length++] = (char)bytes[at];
        if (bytes[at] == '>') break;
    }
    text[length] = 0;
    name[0] = 0;
    if (strncmp(text, "<?xml", 5) != 0) return;
    const char *at = strstr(text, "encoding");
    if (at == NULL) return;
    at += strlen("encoding");
    while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r') at++;
    if (*at++ != '=') return;
    while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r') at++;
    char quote = *at++;
    if (quote != '"' && quote != '\'') return;
    size_t size = 0;
    while (*at != 0 && *at != quote && size < name_size - 1) name[size++] = *at++;
    name[*at == quote ? size : 0] = 0;
}

xev_encoding xev_detect_encoding(const uint8_t *bytes, size_t count, char *name, size_t name_size) {
    size_t mark = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
    if (count >= 2 && mark == 0) {
        int has_mark = (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF);
        if (bytes[0] == 0xFF && bytes[1] == 0xFE) {
            declared_name(bytes, count, 2, 2, name, name_size);
            return XEV_UTF16LE;
        }
        if (has_mark) {
            declared_name(bytes, count, 3, 2, name, name_size);
            return XEV_UTF16BE;
        }
        if (bytes[0] == '<' && bytes[1] == 0) {
            declared_name(bytes, count, 0, 2, name, name_size);
            return XEV_UTF16LE;
        }
        if (bytes[0] == 0 && bytes[1] == '<') {
            declared_name(bytes, count, 1, 2, name, name_size);
            return XEV_UTF16BE;
        }
    }
    declared_name(bytes, count, mark, 1, name, name_size);
    if (mark != 0 || name[0] == 0) return XEV_UTF8;
    static const struct {
        const char *name;
        xev_encoding encoding;
    } known[] = {
        {"UTF-8", XEV_UTF8},           {"UTF8", XEV_UTF8},
        {"US-ASCII", XEV_ASCII},       {"ASCII", XEV_ASCII},
        {"ISO-8859-1", XEV_LATIN1},    {"ISO_8859-1", XEV_LATIN1},
        {"LATIN1", XEV_LATIN1},        {"L1", XEV_LATIN1},
        {"ISO-8859-15", XEV_LATIN9},   {"ISO_8859-15", XEV_LATIN9},
        {"LATIN-9", XEV_LATIN9},       {"WINDOWS-1252", XEV_WINDOWS1252},
        {"CP1252", XEV_WINDOWS1252},   {"CP-1252", XEV_WINDOWS1252},
        {"UTF-16", XEV_WRONG_ENCODING}, {"UTF-16LE", XEV_WRONG_ENCODING},
        {"UTF-16BE", XEV_WRONG_ENCODING},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (equals_ignoring_case(name, known[i].name)) return known[i].encoding;
    }
    return XEV_UNKNOWN_ENCODING;
}

// windows-1252, 0x80 to 0x9F; 0 where the encoding has no character (Unicode Consortium's mapping CP1252.TXT).
static const uint16_t windows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

// Where ISO-8859-15 differs from ISO-8859-1.
static uint32_t latin9(uint8_t byte) {
    switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x0160;
    case 0xA8: return 0x0161;
    case 0xB4: return 0x017D;
    case 0xB8: return 0x017E;
    case 0xBC: return 0x0152;
    case 0xBD: return 0x0153;
    case 0xBE: return 0x0178;
    default: return byte;
    }
}

static void put(xev_transcoder *t, uint32_t scalar) {
    char *at = t->output + t->count;
    if (scalar < 0x80) {
        at[0] = (char)scalar;
        t->count += 1;
    } else if (scalar < 0x800) {
        at[0] = (char)(0xC0 | (scalar >> 6));
        at[1] = (char)(0x80 | (scalar & 0x3F));
        t->count += 2;
    } else if (scalar < 0x10000) {
        at[0] = (char)(0xE0 | (scalar >> 12));
        at[1] = (char)(0x80 | ((scalar >> 6) & 0x3F));
        at[2] = (char)(0x80 | (scalar & 0x3F));
        t->count += 3;
    } else {
        at[0] = (char)(0xF0 | (scalar >> 18));
        at[1] = (char)(0x80 | ((scalar >> 12) & 0x3F));
        at[2] = (char)(0x80 | ((scalar >> 6) & 0x3F));
        at[3] = (char)(0x80 | (scalar & 0x3F));
        t->count += 4;
    }
}

static int transcode_utf16(xev_transcoder *t, const uint8_t *bytes, size_t count, int last) {
    int little = t->encoding == XEV_UTF16LE;
    size_t at = 0;
    for (;;) {
        while (t->pending_count < 2 && at < count) t->pending[t->pending_count++] = bytes[at++];
        if (t->pending_count < 2) break;
        uint32_t unit = little ? (uint32_t)t->pending[0] | (uint32_t)t->pending[1] << 8
                               : (uint32_t)t->pending[1] | (uint32_t)t->pending[0] << 8;
        if (unit >= 0xDC00 && unit < 0xE000) return 1;
        if (unit >= 0xD800 && unit < 0xDC00) {
            while (t->pending_count < 4 && at < count) t->pending[t->pending_count++] = bytes[at++];
            if (t->pending_count < 4) break;
            uint32_t low = little ? (uint32_t)t->pending[2] | (uint32_t)t->pending[3] << 8
                                  : (uint32_t)t->pending[3] | (uint32_t)t->pending[2] << 8;
            if (low < 0xDC00 || low > 0xDFFF) return 1;
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
        t->pending_count = 0;
        put(t, unit);
    }
    return last && t->pending_count > 0 ? 1 : 0;
}

int xev_transcode(xev_transcoder *t, const uint8_t *bytes, size_t count, int last) {
    t->count = 0;
    size_t needed = count * 3 + 8;
    if (needed > t->capacity) {
        char *output = realloc(t->output, needed);
        if (output == NULL) return 2;
        t->output = output;
        t->capacity = needed;
    }
    switch (t->encoding) {
    case XEV_UTF16LE:
    case XEV_UTF16BE: return transcode_utf16(t, bytes, count, last);
    case XEV_ASCII:
        for (size_t i = 0; i < count; i++) {
            if (bytes[i] >= 0x80) return 1;
            put(t, bytes[i]);
        }
        return 0;
    case XEV_WINDOWS1252:
        for (size_t i = 0; i < count; i++) {
            uint32_t scalar = bytes[i] >= 0x80 && bytes[i] < 0xA0 ? windows1252[bytes[i] - 0x80] : bytes[i];
            if (scalar == 0 && bytes[i] != 0) return 1;
            put(t, scalar);
        }
        return 0;
    case XEV_LATIN9:
        for (size_t i = 0; i < count; i++) put(t, latin9(bytes[i]));
        return 0;
    default:
        for (size_t i = 0; i < count; i++) put(t, bytes[i]);
        return 0;
    }
}
