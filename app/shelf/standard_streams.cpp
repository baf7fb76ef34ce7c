#include "app/shelf/standard_streams.h"
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <csignal>
#include <unistd.h>
#endif

namespace vox {

namespace {
#ifdef Q_OS_WIN
constexpr auto readFrom = ::_read;
constexpr auto writeTo = ::_write;
constexpr auto copyOf = ::_dup;
constexpr auto putAt = ::_dup2;
void prepare(int out)
{
    ::_setmode(0, _O_BINARY);
    ::_setmode(out, _O_BINARY);
}
#else
constexpr auto readFrom = ::read;
constexpr auto writeTo = ::write;
constexpr auto copyOf = ::dup;
constexpr auto putAt = ::dup2;
void prepare(int out)
{
    ::fcntl(out, F_SETFD, FD_CLOEXEC);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, SIG_IGN); // of a terminal: the program decides when this ends
}
#endif
constexpr int kReadAtOnce = 1 << 16;
} // namespace

StandardStreams::StandardStreams() : m_out(copyOf(1))
{
    putAt(2, 1);
    prepare(m_out);
}

QByteArray StandardStreams::read()
{
    QByteArray bytes(kReadAtOnce, Qt::Uninitialized);
    for (;;) {
        const auto count = readFrom(0, bytes.data(), kReadAtOnce);
        if (count < 0 && errno == EINTR) continue;
        bytes.resize(std::max(0, int(count)));
        return bytes;
    }
}

void StandardStreams::write(const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    for (qsizetype at = 0; at < bytes.size();) {
        const auto count = writeTo(m_out, bytes.constData() + at, unsigned(std::min<qsizetype>(bytes.size() - at, kReadAtOnce)));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) std::_Exit(0);
        at += count;
    }
}

} // namespace vox
