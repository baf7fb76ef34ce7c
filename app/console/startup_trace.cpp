#include "app/console/startup_trace.h"
#include <QElapsedTimer>
#include <QFile>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace vox::console {

namespace {

#ifdef Q_OS_LINUX
// Field 22 of /proc/self/stat: clock ticks from boot to the start of this process.
double processStartMs()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.value(19).toDouble() * 1000 / double(sysconf(_SC_CLK_TCK));
}

double sinceStartMs()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6 - processStartMs();
}
#else
double sinceStartMs()
{
    static QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return double(timer.nsecsElapsed()) / 1e6;
}
#endif

} // namespace

void traceStartup(const char *what)
{
    static const bool wanted = qEnvironmentVariableIsSet("VOXDESK_STARTUP_TRACE");
    if (wanted) std::fprintf(stderr, "startup %7.1f ms  %s\n", sinceStartMs(), what);
}

} // namespace vox::console
