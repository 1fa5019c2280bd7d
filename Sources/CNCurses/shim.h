#pragma once
// The wide-character API is declared only when this is set; pkg-config's -D flags never reach Swift.
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <ncurses.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

// Swift cannot import these as the macros they are.
static const attr_t ncurses_bold = WA_BOLD, ncurses_dim = WA_DIM;
static const attr_t ncurses_reverse = WA_REVERSE, ncurses_underline = WA_UNDERLINE;

// Of term.h this alone: it defines hundreds of everyday words as macros.
extern int setupterm(const char *terminal, int descriptor, int *error);

// What the signal did before.
static inline struct sigaction *ncurses_former_action(int number) {
  static struct sigaction actions[NSIG];
  return &actions[number];
}

// Does what ncurses itself does when it is interrupted, and ends bracketed paste, which ncurses does
// not know of; then the signal takes its former course.
static inline void ncurses_give_back(int number) {
  const char *end = tigetstr("BD");
  if (end && end != (char *)-1 && write(STDOUT_FILENO, end, strlen(end)) < 0) errno = 0;
  endwin();
  sigaction(number, ncurses_former_action(number), NULL);
  raise(number);
}

// Gives the terminal back before each of the signals ends the program; an ignored one stays ignored.
static inline void ncurses_give_back_at(const int *numbers, int count) {
  struct sigaction action = {.sa_handler = ncurses_give_back};
  for (const int *number = numbers; number < numbers + count; number++) {
    struct sigaction *former = ncurses_former_action(*number);
    sigaction(*number, NULL, former);
    if (former->sa_handler != SIG_IGN) sigaction(*number, &action, NULL);
  }
}

// Gives the terminal back and stops the job, unless it was told never to stop; returns when it goes on.
// ncurses' own handler would then send the screen anew at once, of which a terminal that cannot place
// its cursor gets a page of blanks.
static inline void ncurses_stop_job(void) {
  struct sigaction former, stop = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, NULL, &former);
  if (former.sa_handler == SIG_IGN) return;
  endwin();
  sigaction(SIGTSTP, &stop, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &former, NULL);
  reset_prog_mode();
}
