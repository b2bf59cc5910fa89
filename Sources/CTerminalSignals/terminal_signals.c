#define _GNU_SOURCE
#include "terminal_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { signal_limit = 65, restoration_limit = 512, stop_patience_milliseconds = 100 };

static const int told[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGILL,  SIGTRAP, SIGABRT,   SIGBUS,  SIGFPE,  SIGQUIT,
                            SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGXCPU, SIGXFSZ, SIGSYS};
enum { told_count = sizeof told / sizeof *told, fatal_count = sizeof fatal / sizeof *fatal };

static int pipe_ends[2] = {-1, -1};
static atomic_bool pending[signal_limit];
static bool is_open;
static struct sigaction earlier_told[told_count], earlier_fatal[fatal_count], earlier_pipe;

static int terminal_descriptor = -1;
static atomic_bool armed;
static struct termios restored_modes;
static char restoration[restoration_limit];
static size_t restoration_length;

// The flag keeps one byte of each kind in the pipe, so that it can never be full.
static void tell(int number) {
  int error = errno;
  if (pipe_ends[1] >= 0 && !atomic_exchange(&pending[number], true)) {
    unsigned char byte = (unsigned char)number;
    ssize_t written = write(pipe_ends[1], &byte, 1);
    (void)written;
  }
  errno = error;
}

static void on_told(int number) { tell(number); }

// Calls nothing but what signal-safety(7) allows.
static void on_fatal(int number) {
  if (atomic_exchange(&armed, false) && tcgetpgrp(terminal_descriptor) == getpgrp()) {
    size_t sent = 0;
    while (sent < restoration_length) {
      ssize_t count = write(terminal_descriptor, restoration + sent, restoration_length - sent);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      sent += (size_t)count;
    }
    tcsetattr(terminal_descriptor, TCSANOW, &restored_modes);
  }
  // The action is the default again (SA_RESETHAND); the signal comes when this handler returns.
  raise(number);
}

static void take(int number, void (*handler)(int), int flags, struct sigaction *earlier) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, earlier);
}

// A crash by stack overflow needs another stack to run its handler on.
static void give_handlers_a_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  static char space[64 * 1024];
  stack_t stack = {.ss_sp = space, .ss_size = sizeof space};
  sigaltstack(&stack, NULL);
}

int terminal_signals_open(int terminal) {
  if (is_open) return pipe_ends[0];
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  while (terminal_signals_next() >= 0) continue;
  terminal_descriptor = terminal;
  for (int index = 0; index < told_count; index += 1) {
    int number = told[index];
    take(number, on_told, SA_RESTART, &earlier_told[index]);
    bool was_ignored = earlier_told[index].sa_handler == SIG_IGN;
    if (was_ignored && (number == SIGHUP || number == SIGINT)) sigaction(number, &earlier_told[index], NULL);
  }
  give_handlers_a_stack();
  for (int index = 0; index < fatal_count; index += 1) {
    take(fatal[index], on_fatal, SA_RESETHAND | SA_ONSTACK, &earlier_fatal[index]);
    if (earlier_fatal[index].sa_handler == SIG_IGN) sigaction(fatal[index], &earlier_fatal[index], NULL);
  }
  take(SIGPIPE, SIG_IGN, 0, &earlier_pipe);
  is_open = true;
  return pipe_ends[0];
}

void terminal_signals_close(void) {
  if (!is_open) return;
  is_open = false;
  terminal_signals_disarm();
  for (int index = 0; index < told_count; index += 1) sigaction(told[index], &earlier_told[index], NULL);
  for (int index = 0; index < fatal_count; index += 1) sigaction(fatal[index], &earlier_fatal[index], NULL);
  sigaction(SIGPIPE, &earlier_pipe, NULL);
}

static void ignore_also_later(const int *numbers, int count, struct sigaction *earlier) {
  for (int index = 0; index < count; index += 1) {
    int number = numbers[index];
    if (number != SIGINT && number != SIGQUIT && number != SIGTSTP) continue;
    take(number, SIG_IGN, 0, NULL);
    sigaction(number, NULL, &earlier[index]);
  }
}

void terminal_signals_ignore_keys(void) {
  if (!is_open) return;
  ignore_also_later(told, told_count, earlier_told);
  ignore_also_later(fatal, fatal_count, earlier_fatal);
}

void terminal_signals_wake(void) { tell(0); }

int terminal_signals_next(void) {
  // The flag is what counts: a byte whose flag is down was dealt with already.
  for (;;) {
    unsigned char byte;
    ssize_t count = read(pipe_ends[0], &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count != 1 || byte >= signal_limit) return -1;
    if (atomic_exchange(&pending[byte], false)) return byte;
  }
}

void terminal_signals_arm(const struct termios *modes, const char *bytes, size_t length) {
  atomic_store(&armed, false);
  restored_modes = *modes;
  restoration_length = length < restoration_limit ? length : restoration_limit;
  memcpy(restoration, bytes, restoration_length);
  atomic_store(&armed, true);
}

void terminal_signals_disarm(void) { atomic_store(&armed, false); }

void terminal_signals_stop(void) {
  struct sigaction earlier;
  take(SIGTSTP, SIG_DFL, 0, &earlier);
  atomic_store(&pending[SIGCONT], false);
  kill(0, SIGTSTP);
  // Another thread may take the signal, so that the stop comes a moment after kill(2) returns.
  // Going on is told by SIGCONT; in an orphaned process group nothing stops and nothing comes.
  const struct timespec moment = {.tv_nsec = 10 * 1000 * 1000};
  for (int tries = 0; tries < stop_patience_milliseconds / 10 && !atomic_load(&pending[SIGCONT]); tries += 1)
    nanosleep(&moment, NULL);
  atomic_store(&pending[SIGCONT], false);
  sigaction(SIGTSTP, &earlier, NULL);
}
