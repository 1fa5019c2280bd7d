#pragma once
// The wide-character API is declared only when this is set; pkg-config's -D flags never reach Swift.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>

// Swift cannot import these as the macros they are.
static const attr_t ncurses_bold = WA_BOLD, ncurses_dim = WA_DIM;
static const attr_t ncurses_reverse = WA_REVERSE, ncurses_underline = WA_UNDERLINE;
