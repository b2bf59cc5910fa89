#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void reset_signals(bool ignores_hangup) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; number += 1) sigaction(number, &action, NULL);
  action.sa_handler = SIG_IGN;
  if (ignores_hangup) sigaction(SIGHUP, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// Runs in the child of a process with threads: nothing here but what signal-safety(7) allows.
static void become_program(const struct pseudo_terminal_launch *launch) {
  reset_signals(launch->ignores_hangup);
  if (launch->directory != NULL && chdir(launch->directory) != 0) _exit(126);
  execve(launch->program, launch->arguments, launch->environment);
  _exit(127);
}

static void report(int descriptor, char kind, pid_t program, int status) {
  struct pseudo_terminal_report message = {.kind = kind, .program = program, .status = status};
  ssize_t written = write(descriptor, &message, sizeof message);
  (void)written;
}

// What a shell does for one job in the foreground, stopped, and in the foreground again.
static void parent_of_job(const struct pseudo_terminal_launch *launch, int reports, int orders) {
  struct sigaction ignored;
  memset(&ignored, 0, sizeof ignored);
  ignored.sa_handler = SIG_IGN;
  sigaction(SIGTTOU, &ignored, NULL);
  sigaction(SIGHUP, &ignored, NULL);
  sigaction(SIGTSTP, &ignored, NULL);
  struct termios modes;
  tcgetattr(STDIN_FILENO, &modes);

  pid_t program = fork();
  if (program == 0) {
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid());
    become_program(launch);
  }
  if (program < 0) _exit(125);
  setpgid(program, program);
  tcsetpgrp(STDIN_FILENO, program);
  report(reports, 'r', program, 0);
  for (;;) {
    int status;
    if (waitpid(program, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      _exit(124);
    }
    tcsetpgrp(STDIN_FILENO, getpid());
    if (!WIFSTOPPED(status)) {
      report(reports, 'e', program, status);
      _exit(0);
    }
    report(reports, 's', program, status);
    char order;
    ssize_t count;
    do count = read(orders, &order, 1);
    while (count < 0 && errno == EINTR);
    if (count != 1) _exit(123);
    tcsetpgrp(STDIN_FILENO, program);
    kill(-program, SIGCONT);
  }
}

static void become_session(
  const char *name, const struct pseudo_terminal_launch *launch, int reports, int orders
) {
  reset_signals(false);
  setsid();
  int terminal = open(name, O_RDWR);
  if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0) _exit(122);
  dup2(terminal, STDIN_FILENO);
  dup2(terminal, STDOUT_FILENO);
  dup2(terminal, STDERR_FILENO);
  if (!launch->has_job_control) {
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    become_program(launch);
  }
  // Other terminals' masters must not stay open in a process that runs no other program.
  int kept_reports = fcntl(reports, F_DUPFD, 10), kept_orders = fcntl(orders, F_DUPFD, 10);
  dup2(kept_reports, 3);
  dup2(kept_orders, 4);
  close_range(5, ~0U, 0);
  fcntl(3, F_SETFD, FD_CLOEXEC);
  fcntl(4, F_SETFD, FD_CLOEXEC);
  parent_of_job(launch, 3, 4);
}

void pseudo_terminal_close(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

int pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(master, TIOCSWINSZ, &size);
}

int pseudo_terminal_start(struct pseudo_terminal *terminal, const struct pseudo_terminal_launch *launch) {
  *terminal = (struct pseudo_terminal){.master = -1, .slave = -1, .reports = -1, .orders = -1, .child = -1};
  int reports[2] = {-1, -1}, orders[2] = {-1, -1};
  char name[128];
  terminal->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal->master < 0 || grantpt(terminal->master) != 0 || unlockpt(terminal->master) != 0) goto failed;
  if (ptsname_r(terminal->master, name, sizeof name) != 0) goto failed;
  terminal->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal->slave < 0) goto failed;
  if (pseudo_terminal_resize(terminal->master, launch->columns, launch->rows) != 0) goto failed;
  if (launch->has_job_control && (pipe2(reports, O_CLOEXEC) != 0 || pipe2(orders, O_CLOEXEC) != 0)) goto failed;

  terminal->child = fork();
  if (terminal->child < 0) goto failed;
  if (terminal->child == 0) become_session(name, launch, reports[1], orders[0]);
  pseudo_terminal_close(&reports[1]);
  pseudo_terminal_close(&orders[0]);
  terminal->reports = reports[0];
  terminal->orders = orders[1];
  return 0;

failed:;
  int error = errno;
  pseudo_terminal_close(&terminal->master);
  pseudo_terminal_close(&terminal->slave);
  for (int end = 0; end < 2; end += 1) {
    pseudo_terminal_close(&reports[end]);
    pseudo_terminal_close(&orders[end]);
  }
  errno = error;
  return -1;
}
