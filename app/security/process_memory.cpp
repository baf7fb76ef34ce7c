#include "app/security/process_memory.h"
#include <QtGlobal>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif
#include <cstdlib>
#include <cstring>
#include <sodium.h>

namespace vox {

void keepMemoryPrivate()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
#ifdef Q_OS_WIN
    SetErrorMode(GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX); // no report with memory in it
#endif
}

bool isMemoryPrivate()
{
#ifdef Q_OS_LINUX
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
#elif defined(Q_OS_UNIX)
    rlimit limit{};
    return getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0;
#elif defined(Q_OS_WIN)
    return (GetErrorMode() & SEM_NOGPFAULTERRORBOX) != 0;
#else
    return false;
#endif
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty()) sodium_memzero(bytes.data(), size_t(bytes.size()));
}

std::optional<QByteArray> takeFromEnvironment(const char *name)
{
    if (!qEnvironmentVariableIsSet(name)) return std::nullopt;
    QByteArray value = qgetenv(name);
    // The string itself lies where the system reads a process's environment from; unsetting forgets only its address.
    if (char *kept = std::getenv(name)) sodium_memzero(kept, std::strlen(kept));
    qunsetenv(name);
    return value;
}

} // namespace vox
