// Functions of the C library that it declares only under _GNU_SOURCE, which Swift's import of
// the library does not set.
#pragma once
#include <stddef.h>

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned flags);
int syncfs(int file);
void *memmem(const void *bytes, size_t length, const void *part, size_t part_length);
