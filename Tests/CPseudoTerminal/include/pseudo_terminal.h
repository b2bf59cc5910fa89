// Runs a program on a pseudo-terminal, alone or under a small parent that does a shell's job control.
#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

struct pseudo_terminal {
  /// The side of the terminal emulator.
  int master;
  /// The program's side, held open so that its modes can be read after the program has ended.
  int slave;
  /// Where the job's parent tells what becomes of it; -1 without job control.
  int reports;
  /// Where the job's parent is told to continue it; -1 without job control.
  int orders;
  /// The process to wait for.
  pid_t child;
};

/// What the job's parent tells.
struct pseudo_terminal_report {
  /// 'r' runs, 's' stopped, 'e' ended.
  char kind;
  /// The process of the program.
  pid_t program;
  /// Its status as waitpid(2) gives it.
  int status;
};

struct pseudo_terminal_launch {
  const char *program;
  char *const *arguments;
  char *const *environment;
  /// Null for the directory of the parent.
  const char *directory;
  int columns, rows;
  /// Whether a parent stands between, so that the program can be stopped and continued.
  bool has_job_control;
  /// Whether the program ignores SIGHUP, as under nohup(1).
  bool ignores_hangup;
};

/// Starts the program. Returns 0, or -1 with errno.
int pseudo_terminal_start(struct pseudo_terminal *terminal, const struct pseudo_terminal_launch *launch);

/// Gives the window another size. Returns 0, or -1 with errno.
int pseudo_terminal_resize(int master, int columns, int rows);

/// Closes a descriptor and forgets it.
void pseudo_terminal_close(int *descriptor);

#endif
