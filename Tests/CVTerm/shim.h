// A terminal emulator for tests. Bit fields and tagging macros as functions.
#include <stdbool.h>
#include <vterm.h>

static inline bool vterm_cell_is_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline bool vterm_cell_is_underlined(const VTermScreenCell *cell) { return cell->attrs.underline != 0; }
static inline bool vterm_cell_is_italic(const VTermScreenCell *cell) { return cell->attrs.italic; }
static inline bool vterm_cell_is_reversed(const VTermScreenCell *cell) { return cell->attrs.reverse; }

// The number of a colour; -1 for the terminal's own, -2 for one without a number.
static inline int vterm_color_number(VTermColor color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color)) return -1;
  return VTERM_COLOR_IS_INDEXED(&color) ? color.indexed.idx : -2;
}
static inline int vterm_cell_foreground(const VTermScreenCell *cell) { return vterm_color_number(cell->fg); }
static inline int vterm_cell_background(const VTermScreenCell *cell) { return vterm_color_number(cell->bg); }
static inline uint32_t vterm_cell_character(const VTermScreenCell *cell, int index) {
  return index < VTERM_MAX_CHARS_PER_CELL ? cell->chars[index] : 0;
}
