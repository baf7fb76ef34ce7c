#include "tests/bench/host/figures.h"
#include <QFile>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace vox::bench {

template <typename T> double quantile(std::vector<T> values, double q)
{
    if (values.empty()) return -1;
    const auto rank = std::size_t(std::ceil(q * double(values.size())));
    const auto at = values.begin() + std::ptrdiff_t(std::clamp<std::size_t>(rank, 1, values.size()) - 1);
    std::nth_element(values.begin(), at, values.end());
    return double(*at) / 1000.0;
}
template double quantile(std::vector<std::int32_t> values, double q);
template double quantile(std::vector<std::int64_t> values, double q);

QString figures(const std::vector<std::int64_t> &us)
{
    const auto text = [&](double q) { return QString::number(quantile(us, q), 'f', 3); };
    return u"n %1  p50 %2  p95 %3  p99 %4  max %5"_s.arg(us.size()).arg(text(0.5), text(0.95), text(0.99), text(1));
}

double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1048576;
}

double peakMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

QString machine()
{
    const auto lineOf = [](const QString &path, const QByteArray &key) -> QString {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return u"unknown"_s;
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith(key)) return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
        return u"unknown"_s;
    };
    return u"%1, %2 cores, load %3"_s.arg(lineOf(u"/proc/cpuinfo"_s, "model name")).arg(QThread::idealThreadCount())
        .arg(lineOf(u"/proc/loadavg"_s, "").section(u' ', 0, 2));
}

} // namespace vox::bench
