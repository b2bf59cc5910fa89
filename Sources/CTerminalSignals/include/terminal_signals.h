// What must run inside signal handlers: telling the event loop, and giving the terminal back in a crash.
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Takes the signals of a full-screen program. SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT
/// are told through a pipe, SIGPIPE is ignored, and a crash or another signal that ends a program gives the
/// terminal back first. SIGHUP, SIGINT and the ending signals stay ignored where they were. Returns the end of the pipe to poll(2), or -1 with errno.
int terminal_signals_open(int terminal);

/// Gives back the signal actions that stood before. The pipe stays, so that a late wake is harmless.
void terminal_signals_close(void);

/// For a program that ends now: from here on SIGINT, SIGQUIT and SIGTSTP are ignored, also once the actions
/// are given back. A key pressed for the screen that goes is no wish to kill or stop the program on its way out.
void terminal_signals_ignore_keys(void);

/// Wakes the event loop: as if signal 0 had come. Any thread may call it, and any signal handler.
void terminal_signals_wake(void);

/// The next signal told, 0 for a wake, or -1 where there is none. Never blocks. A signal that comes
/// twice before it is read is told once.
int terminal_signals_next(void);

/// What a crash writes to the terminal, and the modes it sets. Bytes over 512 are cut off.
void terminal_signals_arm(const struct termios *modes, const char *bytes, size_t length);

/// Makes a crash leave the terminal alone.
void terminal_signals_disarm(void);

/// Stops the process group as Ctrl-Z would, and returns when it goes on; at once where the group
/// cannot be stopped since nobody could continue it.
void terminal_signals_stop(void);

#endif
