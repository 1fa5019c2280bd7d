#pragma once
#include <locale.h>
#include <wchar.h>

// glibc hides this behind _XOPEN_SOURCE, which a module header cannot set.
extern int wcwidth(wchar_t character);

// Swift cannot import this as the macro it is.
static const int character_type_mask = LC_CTYPE_MASK;
