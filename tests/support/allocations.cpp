#include "tests/support/allocations.h"
#include <atomic>
#include <cstddef>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define VOX_COUNTS_ALLOCATIONS
#include <cerrno>
#include <malloc.h>
#endif

namespace {

// Threads that end leave nothing behind that would need the heap.
thread_local std::int64_t here = 0;
std::atomic<std::int64_t> everywhere{0};
std::atomic<std::int64_t> live{0};

} // namespace

#ifdef VOX_COUNTS_ALLOCATIONS

namespace {

void *taken(void *memory)
{
    if (!memory) return memory;
    ++here;
    everywhere.fetch_add(1, std::memory_order_relaxed);
    live.fetch_add(std::int64_t(malloc_usable_size(memory)), std::memory_order_relaxed);
    return memory;
}

void given(void *memory)
{
    if (memory) live.fetch_sub(std::int64_t(malloc_usable_size(memory)), std::memory_order_relaxed);
}

} // namespace

extern "C" {

void *__libc_malloc(std::size_t);
void *__libc_calloc(std::size_t, std::size_t);
void *__libc_realloc(void *, std::size_t);
void *__libc_memalign(std::size_t, std::size_t);
void __libc_free(void *);

void *malloc(std::size_t size) { return taken(__libc_malloc(size)); }
void *calloc(std::size_t count, std::size_t size) { return taken(__libc_calloc(count, size)); }
void *memalign(std::size_t alignment, std::size_t size) { return taken(__libc_memalign(alignment, size)); }
void *aligned_alloc(std::size_t alignment, std::size_t size) { return taken(__libc_memalign(alignment, size)); }
int posix_memalign(void **into, std::size_t alignment, std::size_t size)
{
    void *memory = taken(__libc_memalign(alignment, size));
    if (!memory) return ENOMEM;
    *into = memory;
    return 0;
}
void *realloc(void *memory, std::size_t size)
{
    const std::int64_t before = memory ? std::int64_t(malloc_usable_size(memory)) : 0;
    void *grown = __libc_realloc(memory, size);
    if (grown || size == 0) live.fetch_sub(before, std::memory_order_relaxed);
    return taken(grown);
}
void free(void *memory)
{
    given(memory);
    __libc_free(memory);
}

} // extern "C"

#endif

namespace vox::test {

bool counted()
{
#ifdef VOX_COUNTS_ALLOCATIONS
    return true;
#else
    return false;
#endif
}

std::int64_t allocationsHere() { return here; }
std::int64_t allocationsEverywhere() { return everywhere.load(std::memory_order_relaxed); }
std::int64_t liveBytes() { return live.load(std::memory_order_relaxed); }

} // namespace vox::test
