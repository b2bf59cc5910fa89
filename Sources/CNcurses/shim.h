// Wide-character ncurses for Swift: functions where <curses.h> has macros and global variables.
#ifndef MONOGRAPH_CNCURSES_SHIM_H
#define MONOGRAPH_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdio.h>
#include <term.h>
#include <wchar.h>

// Swift's view of the C library leaves it out.
extern int wcwidth(wchar_t character);

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;
static const attr_t curses_italic = A_ITALIC;

static inline WINDOW *curses_screen(void) { return stdscr; }
static inline WINDOW *curses_shown_screen(void) { return curscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_color_pairs(void) { return COLOR_PAIRS; }

// Takes standard output and input; null where the terminal cannot be driven.
static inline SCREEN *curses_open(void) { return newterm(NULL, stdout, stdin); }

// A look: a blank with attributes and a colour pair; pairs over 32,767 travel through the last argument.
static inline cchar_t curses_look(attr_t attributes, int pair) {
  cchar_t look;
  setcchar(&look, L" ", attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
  return look;
}

// A cell of one character with a look; what most cells need, without a call.
static inline void curses_set_cell(cchar_t *cell, cchar_t look, unsigned character) {
  *cell = look;
  cell->chars[0] = (wchar_t)character;
}

// Adds a combining character to a cell that holds `count` already; false where there is no room.
static inline int curses_combine(cchar_t *cell, int count, unsigned character) {
  if (count < 1 || count >= CCHARW_MAX) return 0;
  cell->chars[count] = (wchar_t)character;
  return 1;
}

// The columns of a character in the locale; -1 where it cannot be printed.
static inline int curses_width(unsigned character) { return wcwidth((wchar_t)character); }

// A capability with its two numbers filled in, or null.
static inline const char *curses_position(int row, int column) {
  const char *capability = tigetstr("cup");
  if (capability == NULL || capability == (const char *)-1) return NULL;
  return tparm(capability, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

#endif
