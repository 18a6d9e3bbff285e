/*
 * Records what a process does to the files of one folder, in the order in which it does it: writes,
 * truncations, syncs. Loaded before libc (LD_PRELOAD); the test plays the record back up to any moment
 * and sees what a power cut would have left on the disk.
 *
 * GERAI_RECORD_OF names the folder, GERAI_RECORD_TO the record. An entry is four 64-bit numbers
 * (operation, length of the name, offset, length of the data), the name, the data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum operation { WRITE = 1, TRUNCATE = 2, SYNC = 3 };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int record = -1;

/* The file's path below the folder, or NULL for files elsewhere. */
static const char *name_of(int fd, char *path, size_t size) {
  const char *folder = getenv("GERAI_RECORD_OF");
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = folder == NULL ? -1 : readlink(link, path, size - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  size_t prefix = strlen(folder);
  return strncmp(path, folder, prefix) == 0 && path[prefix] == '/' ? path + prefix + 1 : NULL;
}

static void note(enum operation operation, int fd, uint64_t offset, const void *data, uint64_t length) {
  char path[4096];
  const char *name = name_of(fd, path, sizeof path);
  const char *target = getenv("GERAI_RECORD_TO");
  if (name == NULL || target == NULL) return;
  if (record < 0) record = open(target, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  uint64_t head[4] = {operation, strlen(name), offset, length};
  struct iovec parts[3] = {{head, sizeof head}, {(void *)name, head[1]}, {(void *)data, data ? length : 0}};
  syscall(SYS_writev, record, parts, 3);
}

typedef ssize_t (*pwrite_call)(int, const void *, size_t, off_t);
typedef ssize_t (*write_call)(int, const void *, size_t);
typedef int (*truncate_call)(int, off_t);
typedef int (*sync_call)(int);

static ssize_t noted_pwrite(const char *which, int fd, const void *data, size_t size, off_t at) {
  pwrite_call real = (pwrite_call)dlsym(RTLD_NEXT, which);
  pthread_mutex_lock(&order);
  ssize_t written = real(fd, data, size, at);
  if (written > 0) note(WRITE, fd, at, data, written);
  pthread_mutex_unlock(&order);
  return written;
}

static int noted_truncate(const char *which, int fd, off_t size) {
  truncate_call real = (truncate_call)dlsym(RTLD_NEXT, which);
  pthread_mutex_lock(&order);
  int result = real(fd, size);
  if (result == 0) note(TRUNCATE, fd, size, NULL, 0);
  pthread_mutex_unlock(&order);
  return result;
}

/* Noted only once the disk has said yes: until then nothing is safe. */
static int noted_sync(const char *which, int fd) {
  sync_call real = (sync_call)dlsym(RTLD_NEXT, which);
  pthread_mutex_lock(&order);
  int result = real(fd);
  if (result == 0) note(SYNC, fd, 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return result;
}

ssize_t write(int fd, const void *data, size_t size) {
  write_call real = (write_call)dlsym(RTLD_NEXT, "write");
  pthread_mutex_lock(&order);
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t written = real(fd, data, size);
  if (written > 0 && at >= 0) note(WRITE, fd, at, data, written);
  pthread_mutex_unlock(&order);
  return written;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  return noted_pwrite("pwrite", fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
  return noted_pwrite("pwrite64", fd, data, size, at);
}
int ftruncate(int fd, off_t size) { return noted_truncate("ftruncate", fd, size); }
int ftruncate64(int fd, off_t size) { return noted_truncate("ftruncate64", fd, size); }
int fsync(int fd) { return noted_sync("fsync", fd); }
int fdatasync(int fd) { return noted_sync("fdatasync", fd); }
