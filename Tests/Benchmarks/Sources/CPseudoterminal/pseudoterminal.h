#pragma once
#include <pty.h>
// glibc's <spawn.h> hides this behind _GNU_SOURCE, which a module header cannot set.
static const short posix_spawn_setsid = 0x80;
