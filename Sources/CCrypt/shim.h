#pragma once
#include <crypt.h>
#include <sys/prctl.h>

// prctl takes any number of arguments, which Swift cannot call. Without a dump nobody who may read
// this process's files finds what it holds in memory; other processes of the user cannot look either.
static inline int memory_keep_private(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
