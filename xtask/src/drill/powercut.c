/* A power cut, seen from the process whose machine loses power.
 *
 * Loaded before a drilled process. Every write, cut, creation, renaming and removal below PC_DIR is remembered until the
 * file, or for names the folder, is flushed. At operation number PC_CUT what is remembered is taken back, newest first, and
 * the process ends. PC_MODE 0 takes back all of it; PC_MODE 1 puts some of it there again, whole or torn in sectors of 512
 * bytes, drawn from PC_SEED, and lets the oldest changes of names stand. Files named *-shm are memory and are not followed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SECTOR 512

enum what { WRITTEN, SHORTENED, MADE, MOVED, GONE };

struct file { dev_t dev; ino_t ino; int fd; struct file *next; };

struct change {
    enum what what;
    struct file *file;          /* WRITTEN, SHORTENED */
    off_t at, size_before;      /* where, and how long the file was */
    size_t length, old_length;
    char *now, *old;            /* what was written, and what stood there */
    char from[PATH_MAX], to[PATH_MAX], kept[PATH_MAX];
    struct change *older, *newer;
};

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static struct change *newest, *oldest;
static struct file *files;
static long count, cut = -1, kept_names;
static int mode, ready;
static uint64_t seed;
static char folder[PATH_MAX], side[PATH_MAX];

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int), (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);

__attribute__((constructor)) static void begin(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat64");
    const char *dir = getenv("PC_DIR"), *kept = getenv("PC_SIDE"), *at = getenv("PC_CUT");
    if (!dir || !kept || !at) return;
    snprintf(folder, sizeof folder, "%s", dir);
    snprintf(side, sizeof side, "%s", kept);
    cut = atol(at);
    mode = getenv("PC_MODE") ? atoi(getenv("PC_MODE")) : 0;
    seed = getenv("PC_SEED") ? strtoull(getenv("PC_SEED"), NULL, 10) : 1;
    ready = 1;
}

static uint64_t draw(uint64_t end) {
    seed += 0x9e3779b97f4a7c15u;
    uint64_t z = seed;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % end;
}

static int below(const char *path) {
    size_t length = strlen(folder), all = strlen(path);
    if (!ready || strncmp(path, folder, length) || path[length] != '/') return 0;
    return all < 4 || strcmp(path + all - 4, "-shm");
}

static int followed(int fd) {
    char link[64], path[PATH_MAX];
    if (!ready || fd < 3) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return below(path);
}

/* The file behind a descriptor, by a descriptor of our own that is never closed: closing one would give back the locks that
 * the process holds on the file. */
static struct file *file_of(int fd) {
    struct stat is;
    if (fstat(fd, &is)) abort();
    for (struct file *file = files; file; file = file->next)
        if (file->dev == is.st_dev && file->ino == is.st_ino) return file;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    struct file *file = calloc(1, sizeof *file);
    file->dev = is.st_dev, file->ino = is.st_ino, file->next = files;
    file->fd = real_open(link, O_RDWR | O_CLOEXEC);
    if (file->fd < 0) abort();
    return files = file;
}

static void remember(struct change *change) {
    change->older = newest;
    if (newest) newest->newer = change; else oldest = change;
    newest = change;
}

static void forget(struct change *change) {
    if (change->older) change->older->newer = change->newer; else oldest = change->newer;
    if (change->newer) change->newer->older = change->older; else newest = change->older;
    if (change->kept[0]) real_unlink(change->kept);
    free(change->now), free(change->old), free(change);
}

static struct change *overwriting(enum what what, int fd, off_t at, size_t length) {
    struct change *change = calloc(1, sizeof *change);
    struct stat is;
    change->what = what, change->file = file_of(fd), change->at = at, change->length = length;
    if (fstat(fd, &is)) abort();
    change->size_before = is.st_size;
    if (at < is.st_size) {
        size_t stands = (size_t)(is.st_size - at);
        change->old_length = what == SHORTENED || stands < length ? stands : length;
        change->old = malloc(change->old_length + 1);
        if (pread(change->file->fd, change->old, change->old_length, at) != (ssize_t)change->old_length) abort();
    }
    return change;
}

static void whole(int fd, const char *bytes, size_t length, off_t at) {
    while (length) {
        ssize_t put = real_pwrite(fd, bytes, length, at);
        if (put <= 0) abort();
        bytes += put, length -= (size_t)put, at += put;
    }
}

static void take_back(struct change *change) {
    switch (change->what) {
    case WRITTEN:
    case SHORTENED:
        if (real_ftruncate(change->file->fd, change->size_before)) abort();
        whole(change->file->fd, change->old, change->old_length, change->at);
        break;
    case MADE: real_unlink(change->to); break;
    case MOVED:
        real_rename(change->to, change->from);
        if (change->kept[0] && link(change->kept, change->to)) abort();
        break;
    case GONE:
        if (link(change->kept, change->to)) abort();
        break;
    }
}

static int is_data(const struct change *change) { return change->what == WRITTEN || change->what == SHORTENED; }

static void put_again(struct change *change) {
    if (change->what == SHORTENED) {
        if (draw(2) && real_ftruncate(change->file->fd, change->at)) abort();
        return;
    }
    switch (draw(3)) {
    case 0: return;
    case 1: whole(change->file->fd, change->now, change->length, change->at); return;
    }
    for (size_t from = 0; from < change->length; from += SECTOR) {
        size_t length = change->length - from < SECTOR ? change->length - from : SECTOR;
        if (draw(2)) whole(change->file->fd, change->now + from, length, change->at + (off_t)from);
    }
}

/* Called with the lock held, before each operation. */
static void one_more(void) {
    if (++count < cut || cut <= 0) return;
    long names = 0, data = 0;
    for (struct change *change = newest; change; change = change->older)
        if (is_data(change)) data++; else names++;
    kept_names = mode ? (long)draw((uint64_t)names + 1) : 0;
    for (struct change *change = newest; change; change = change->older) {
        if (is_data(change)) take_back(change);
        else if (names-- > kept_names) take_back(change);
    }
    if (mode)
        for (struct change *change = oldest; change; change = change->newer)
            if (is_data(change)) put_again(change);
    char said[64];
    int length = snprintf(said, sizeof said, "cut %ld %ld\n", count, data);
    if (real_write(1, said, (size_t)length) != length) _exit(138);
    _exit(137);
}

static ssize_t put(int fd, const void *bytes, size_t length, off_t at, int moves) {
    pthread_mutex_lock(&one);
    one_more();
    if (moves) at = lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
    struct change *change = overwriting(WRITTEN, fd, at, length);
    ssize_t wrote = moves ? real_write(fd, bytes, length) : real_pwrite(fd, bytes, length, at);
    if (wrote > 0) {
        change->length = (size_t)wrote;
        change->now = malloc(change->length);
        memcpy(change->now, bytes, change->length);
        remember(change);
    }
    pthread_mutex_unlock(&one);
    return wrote;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    return followed(fd) ? put(fd, bytes, length, 0, 1) : real_write(fd, bytes, length);
}
ssize_t writev(int fd, const struct iovec *parts, int many) {
    if (!followed(fd)) return real_writev(fd, parts, many);
    return many ? write(fd, parts[0].iov_base, parts[0].iov_len) : 0; /* fewer than asked: the caller goes on */
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
    return followed(fd) ? put(fd, bytes, length, at, 0) : real_pwrite(fd, bytes, length, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off_t size) {
    if (!followed(fd)) return real_ftruncate(fd, size);
    pthread_mutex_lock(&one);
    one_more();
    remember(overwriting(SHORTENED, fd, size, 0));
    int done = real_ftruncate(fd, size);
    pthread_mutex_unlock(&one);
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int flush(int fd, int (*real)(int)) {
    if (!ready) return real(fd);
    struct stat is;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0 || fstat(fd, &is)) return real(fd);
    path[length] = 0;
    int is_folder = S_ISDIR(is.st_mode);
    if (!below(path) && !(is_folder && !strcmp(path, folder))) return real(fd);
    pthread_mutex_lock(&one);
    one_more();
    int done = real(fd);
    for (struct change *change = oldest, *next; !done && change; change = next) {
        next = change->newer;
        size_t long_is = strlen(path);
        int here = !is_data(change) && !strncmp(change->to, path, long_is) && change->to[long_is] == '/';
        int its = is_data(change) && change->file->dev == is.st_dev && change->file->ino == is.st_ino;
        if (is_folder ? here : its) forget(change);
    }
    pthread_mutex_unlock(&one);
    return done;
}
int fsync(int fd) { return flush(fd, real_fsync); }
int fdatasync(int fd) { return flush(fd, real_fdatasync); }

static struct change *naming(enum what what, const char *from, const char *to) {
    static long kept;
    struct change *change = calloc(1, sizeof *change);
    change->what = what;
    snprintf(change->from, sizeof change->from, "%s", from);
    snprintf(change->to, sizeof change->to, "%s", to);
    if (what != MADE) {
        snprintf(change->kept, sizeof change->kept, "%.*s/%d-%ld", PATH_MAX - 64, side, getpid(), ++kept);
        if (link(to, change->kept)) change->kept[0] = 0;
    }
    return change;
}

int rename(const char *from, const char *to) {
    if (!below(to)) return real_rename(from, to);
    pthread_mutex_lock(&one);
    one_more();
    remember(naming(MOVED, from, to));
    int done = real_rename(from, to);
    pthread_mutex_unlock(&one);
    return done;
}

int unlink(const char *path) {
    if (!below(path)) return real_unlink(path);
    pthread_mutex_lock(&one);
    one_more();
    struct change *change = naming(GONE, "", path);
    int done = real_unlink(path);
    if (change->kept[0] && !done) remember(change); else free(change);
    pthread_mutex_unlock(&one);
    return done;
}

static int opened(int at, const char *path, int flags, mode_t bits) {
    if (!below(path) || !(flags & (O_CREAT | O_TRUNC))) return real_openat(at, path, flags, bits);
    pthread_mutex_lock(&one);
    int was = !access(path, F_OK), emptied = flags & O_TRUNC;
    one_more();
    int fd = real_openat(at, path, flags & ~O_TRUNC, bits);
    if (fd >= 0 && !was) remember(naming(MADE, "", path));
    if (fd >= 0 && was && emptied) {
        remember(overwriting(SHORTENED, fd, 0, 0));
        if (real_ftruncate(fd, 0)) abort();
    }
    pthread_mutex_unlock(&one);
    return fd;
}

#define BITS mode_t bits = 0; if (flags & (O_CREAT | __O_TMPFILE)) { \
    va_list rest; va_start(rest, flags); bits = va_arg(rest, mode_t); va_end(rest); }
int open64(const char *path, int flags, ...) { BITS return opened(AT_FDCWD, path, flags, bits); }
int open(const char *path, int flags, ...) { BITS return opened(AT_FDCWD, path, flags, bits); }
int openat64(int at, const char *path, int flags, ...) { BITS return opened(at, path, flags, bits); }
int openat(int at, const char *path, int flags, ...) { BITS return opened(at, path, flags, bits); }
